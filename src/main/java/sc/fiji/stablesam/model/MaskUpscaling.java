/*-
 * #%L
 * Stable-SAM for Fiji.
 * %%
 * Copyright (C) 2026 Stable-SAM developers.
 * %%
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice,
 *    this list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the documentation
 *    and/or other materials provided with the distribution.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS"
 * AND ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE
 * IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE
 * ARE DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDERS OR CONTRIBUTORS BE
 * LIABLE FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR
 * CONSEQUENTIAL DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF
 * SUBSTITUTE GOODS OR SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS
 * INTERRUPTION) HOWEVER CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN
 * CONTRACT, STRICT LIABILITY, OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE)
 * ARISING IN ANY WAY OUT OF THE USE OF THIS SOFTWARE, EVEN IF ADVISED OF THE
 * POSSIBILITY OF SUCH DAMAGE.
 * #L%
 */

package sc.fiji.stablesam.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;

/**
 * The end of the mask decoder: two transposed convolutions upscale the image
 * tokens, adding fine features where there are any, and a classifier of pixels
 * makes each mask (Segment Anything, appendix A, "Lightweight mask decoder";
 * SAM 2, appendix D.1).
 */
final class MaskUpscaling {

	private static final float EPSILON = 1e-6f;

	private final Linear up1;
	private final LayerNorm upNorm;
	private final Linear up2;
	/** [in, out] */
	private final NDArray up1Weight;
	/** [in, out] */
	private final NDArray up2Weight;
	private final TorchOps ops;

	/** @param c channels of the image tokens */
	MaskUpscaling(final Parameters p, final long c, final TorchOps ops) {
		this.ops = ops;
		up1 = Quads.up(p.of(0), c, c / 4);
		upNorm = LayerNorm.of(p.of(1), c / 4, EPSILON);
		up2 = Quads.up(p.of(3), c / 4, c / 8);
		up1Weight = up1.weight().transpose();
		up2Weight = up2.weight().transpose();
	}

	/**
	 * Adds the first bias to the high-resolution features, which are added to its
	 * result anyway, once an image instead of once a prompt.
	 *
	 * @param features [64 * 64 * 4, C / 4], in {@link Quads}
	 */
	NDArray prepare1(final NDArray features) {
		return features.add(up1.bias().get(":" + features.getShape().get(1)));
	}

	/**
	 * Like {@link #prepare1}, for the second.
	 *
	 * @param features [64 * 64 * 16, C / 8], in {@link Quads}
	 */
	NDArray prepare0(final NDArray features) {
		return features.add(up2.bias().get(":" + features.getShape().get(1)));
	}

	/** @return for images without fine features, owned by the weights' manager */
	HighResolution withoutFeatures() {
		final long tokens = (long) PromptEncoder.SIDE * PromptEncoder.SIDE;
		try (Scope scope = Scope.in(up1Weight.getManager())) {
			final NDArray none1 = scope.manager().zeros(new Shape(tokens * 4, up1
				.bias().size() / Quads.QUARTERS));
			final NDArray none0 = scope.manager().zeros(new Shape(tokens * 16, up2
				.bias().size() / Quads.QUARTERS));
			return HighResolution.ofNetwork(scope.leave(prepare1(none1)), scope.leave(
				prepare0(none0)));
		}
	}

	/**
	 * @param classifiers [B, masks, C / 8]
	 * @param image tokens, [L, C] a prompt
	 * @return logits, in {@link Quads}, in slices [B * S, masks, 64 * 64 * 16 /
	 *         S]
	 */
	NDArray everywhere(final NDArray classifiers, final NDList image,
		final HighResolution fine)
	{
		return ops.run("upscale", classifiers, image, up1Weight, fine.level1(),
			upNorm, up2Weight, fine.level0()).singletonOrThrow();
	}

	/**
	 * @param places [B, K] of type INT64, from 0 to 64 * 64 - 1
	 * @return logits, in {@link Quads}, [B, masks, K * 16]
	 */
	NDArray at(final NDArray places, final NDArray classifiers,
		final NDList image, final HighResolution fine)
	{
		return ops.run("upscale_some", classifiers, places, image, up1Weight, fine
			.level1(), upNorm, up2Weight, fine.level0()).singletonOrThrow();
	}

	/**
	 * @param classifiers [B, masks, C / 8]
	 * @param image tokens, [K, C] a prompt, those of the region first
	 * @return logits [B, masks, n]
	 */
	NDArray in(final MaskRegion region, final NDArray classifiers,
		final NDList image, final HighResolution fine)
	{
		try (Scope scope = Scope.in(classifiers.getManager())) {
			final int logits = region.logitsAQuarter();
			final long c = up2Weight.getShape().get(1) / Quads.QUARTERS;
			final NDArray fine1 = rows(scope.enter(fine.level1()), region).reshape(-1,
				up2Weight.getShape().get(0));
			final NDArray fine0 = rows(scope.enter(fine.level0()), region).get(
				":, :, :" + logits).reshape(-1, c);
			return ops.run("sample", classifiers, image, up1Weight, fine1, upNorm,
				scope.enter(up2Weight).get(":, :" + logits * c), fine0)
				.singletonOrThrow();
		}
	}

	/** @return fine features of the region's tokens [n, 4, ..] */
	private NDArray rows(final NDArray features, final MaskRegion region) {
		final long side = PromptEncoder.SIDE;
		final NDArray all = features.reshape(side * side, Quads.QUARTERS, -1,
			features.getShape().get(1));
		return region.isAll() ? all : ops.run("some", all, 0, features.getManager()
			.create(region.tokens())).singletonOrThrow();
	}
}
