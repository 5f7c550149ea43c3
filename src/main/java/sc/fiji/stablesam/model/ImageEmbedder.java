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

import java.nio.FloatBuffer;
import java.util.function.Function;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.image.ImageFrame;

/**
 * Makes {@link ImageEmbedding}s, of pictures and of the features of earlier
 * ones, with all that the mask decoder can prepare once an image.
 */
final class ImageEmbedder {

	private static final int SIDE = PromptEncoder.SIDE;

	private final NDManager manager;
	private final Normalisation normalisation;
	private final ImageEncoder encoder;
	private final NDArray noMask;
	private final MaskDecoder decoder;
	private final NDArray positions;
	/** What networks without fine features have instead, otherwise null. */
	private final HighResolution withoutFeatures;

	/**
	 * @param encoder with weights of the manager's device
	 * @param manager of the network; each embedding gets one of its own in it
	 */
	ImageEmbedder(final ImageEncoder encoder, final PromptEncoder prompts,
		final MaskDecoder decoder, final Generation generation,
		final NDManager manager)
	{
		this.manager = manager;
		this.encoder = encoder;
		this.decoder = decoder;
		normalisation = new Normalisation(manager);
		noMask = prompts.noMask();
		positions = prompts.mapPositions(manager);
		withoutFeatures = generation.hasHighResolution() ? null : decoder
			.upscaling().withoutFeatures();
	}

	/** @see Sam#encode */
	ImageEmbedding encode(final FloatBuffer rgb, final ImageFrame frame,
		final Progress progress)
	{
		if (frame.side() != SamConfig.IMAGE_SIZE)
			throw new IllegalArgumentException("The network sees pictures of " +
				SamConfig.IMAGE_SIZE + " pixels a side, not " + frame.side() + ".");
		return owning(own -> {
			try (Scope scope = Scope.in(own)) {
				final NDArray picture = NativeCopy.of(rgb, new Shape(1, 3, frame.side(),
					frame.side()), scope.manager());
				final NDList features = encoder.forward(normalisation.forward(picture,
					frame), progress);
				final NDArray tokens = scope.leave(features.get(0).squeeze(0));
				return embedding(own, tokens, fine(features, scope));
			}
		});
	}

	private HighResolution fine(final NDList features, final Scope scope) {
		if (withoutFeatures != null) return withoutFeatures;
		final MaskUpscaling upscaling = decoder.upscaling();
		return HighResolution.ofImage(scope.leave(upscaling.prepare1(Quads.once(
			features.get(1), SIDE).squeeze(0))), scope.leave(upscaling.prepare0(Quads
				.twice(features.get(2), SIDE).squeeze(0))));
	}

	/** @see Sam#restore */
	ImageEmbedding restore(final TensorSource features) {
		return owning(own -> {
			final Parameters p = Parameters.of(features, own);
			final long c = decoder.channels();
			final long length = (long) SIDE * SIDE;
			final NDArray tokens = p.take(ImageEmbedding.TOKENS, length, c);
			final HighResolution fine = withoutFeatures != null ? withoutFeatures
				: HighResolution.ofImage(p.take(HighResolution.LEVEL_1, 4 * length, c /
					4), p.take(HighResolution.LEVEL_0, 16 * length, c / 8));
			final ImageEmbedding embedding = embedding(own, tokens, fine);
			p.requireNoneLeft();
			return embedding;
		});
	}

	/** @param maker of what owns the manager that it is given */
	private ImageEmbedding owning(
		final Function<NDManager, ImageEmbedding> maker)
	{
		final NDManager own = manager.newSubManager();
		try {
			return maker.apply(own).measured();
		}
		catch (final RuntimeException exc) {
			own.close();
			throw exc;
		}
	}

	private ImageEmbedding embedding(final NDManager own, final NDArray tokens,
		final HighResolution fine)
	{
		final NDArray values = tokens.add(noMask);
		return new ImageEmbedding(own, tokens, fine, positions, decoder.shared(
			values, positions));
	}
}
