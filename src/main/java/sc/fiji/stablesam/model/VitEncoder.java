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

import java.util.ArrayList;
import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;

import sc.fiji.stablesam.Progress;

/**
 * The ViT image encoder of SAM (Segment Anything, appendix A, "Image encoder"):
 * patches of 16 x 16 pixels with absolute positions, {@link VitBlock}s of one
 * width, and the {@link VitNeck}.
 */
final class VitEncoder implements ImageEncoder {

	private static final int PATCH = SamConfig.STRIDE;

	/** [C, 3, PATCH, PATCH] */
	private final NDArray patchWeight;
	/** [C] */
	private final NDArray patchBias;
	/** [1, 64 * 64, C] */
	private final NDArray positions;
	private final List<VitBlock> blocks = new ArrayList<>();
	private final VitNeck neck;

	VitEncoder(final Parameters p, final VitConfig config, final TorchOps ops) {
		final long c = config.width();
		final long side = VitConfig.SIDE;
		patchWeight = p.take("patch_embed.proj.weight", c, 3, PATCH, PATCH);
		patchBias = p.take("patch_embed.proj.bias", c);
		positions = p.take("pos_embed", 1, side, side, c).reshape(1, side * side,
			c);
		for (int i = 0; i < config.depth(); i++)
			blocks.add(new VitBlock(p.of("blocks").of(i), config, i, ops));
		neck = new VitNeck(p.of("neck"), c);
	}

	@Override
	public NDList forward(final NDArray image, final Progress progress) {
		try (Scope scope = Scope.in(image.getManager())) {
			NDArray x = patches(scope.enter(image)).addi(positions);
			for (final VitBlock block : blocks) {
				progress.checkCancelled();
				final NDArray y = block.forward(x);
				x.close();
				x = y;
			}
			return new NDList(scope.leave(neck.forward(x)));
		}
	}

	/** @return [1, 64 * 64, C] */
	private NDArray patches(final NDArray image) {
		final NDArray map = Conv2d.conv2d(image, patchWeight, patchBias, new Shape(
			PATCH, PATCH), new Shape(0, 0), new Shape(1, 1), 1).singletonOrThrow();
		return TokenMap.tokens(map);
	}
}
