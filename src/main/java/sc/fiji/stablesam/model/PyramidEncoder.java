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
import sc.fiji.stablesam.Progress;

/**
 * The image encoder of SAM 2: {@link HieraEncoder} and the feature pyramid
 * neck, of which images need the two coarse levels for the embedding and the
 * two fine ones as high-resolution features of the mask decoder (SAM 2,
 * appendix D.1).
 */
final class PyramidEncoder implements ImageEncoder {

	private static final int NEAREST = 0;
	private final HieraEncoder trunk;
	private final Linear lateral2;
	private final Linear lateral3;
	private final Linear highResolution0;
	private final Linear highResolution1;
	private final NDArray noMemory;

	PyramidEncoder(final Parameters p, final HieraConfig config,
		final TorchOps ops)
	{
		trunk = new HieraEncoder(p.of("image_encoder.trunk"), config, ops);
		final long dim = p.shape("no_mem_embed")[2];
		noMemory = p.take("no_mem_embed", 1, 1, dim);
		final Parameters neck = p.of("image_encoder.neck.convs");
		lateral3 = lateral(neck.of(0), dim);
		lateral2 = lateral(neck.of(1), dim);
		// NB: Nothing stands between the neck's 1x1 convolutions of the fine levels
		// and the decoder's, so that each pair is one.
		final Parameters decoder = p.of("sam_mask_decoder");
		highResolution1 = lateral(neck.of(2), dim).then(Linear.ofPointwise(decoder
			.of("conv_s1"), dim, dim / 4));
		highResolution0 = lateral(neck.of(3), dim).then(Linear.ofPointwise(decoder
			.of("conv_s0"), dim, dim / 8));
	}

	private static Linear lateral(final Parameters conv, final long dim) {
		final Parameters p = conv.of("conv");
		return Linear.ofPointwise(p, p.shape("weight")[1], dim);
	}

	@Override
	public NDList forward(final NDArray image, final Progress progress) {
		try (Scope scope = Scope.in(image.getManager())) {
			final NDList stages = trunk.forward(scope.enter(image), progress);
			progress.checkCancelled();
			final NDArray coarse = upsampled(lateral3.forward(stages.get(3)));
			final NDArray embedding = lateral2.forward(stages.get(2)).addi(coarse)
				.addi(noMemory);
			return new NDList(scope.leave(embedding), scope.leave(highResolution1
				.forward(stages.get(1))), scope.leave(highResolution0.forward(stages
					.get(0))));
		}
	}

	/** @param tokens [1, 32 * 32, C] */
	private static NDArray upsampled(final NDArray tokens) {
		final long c = tokens.getShape().get(2);
		final long side = Math.round(Math.sqrt(tokens.getShape().get(1)));
		final NDArray map = tokens.reshape(1, side, side, c).transpose(0, 3, 1, 2)
			.getNDArrayInternal().interpolation(new long[] { 2 * side, 2 * side },
				NEAREST, false);
		return map.transpose(0, 2, 3, 1).reshape(1, 4 * side * side, c);
	}
}
