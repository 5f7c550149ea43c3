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
import ai.djl.nn.Activation;

/**
 * What stands between two stages of TinyViT: more channels and, with a stride
 * of 2, half the resolution (Wu et al., TinyViT, ECCV 2022, section 3.3).
 */
final class PatchMerging {

	private final ConvNorm widen;
	private final ConvNorm merge;
	private final ConvNorm mix;

	/** @param in channels of the stage before */
	PatchMerging(final Parameters p, final long in, final int stride) {
		widen = ConvNorm.of(p.of("conv1"), in, 1, 1);
		final long out = widen.channels();
		merge = ConvNorm.depthwise(p.of("conv2"), out, stride);
		mix = ConvNorm.of(p.of("conv3"), out, 1, 1);
	}

	/** @return channels of the stage after */
	long channels() {
		return mix.channels();
	}

	/**
	 * @param x [1, in, side, side]
	 * @return tokens [1, side * side / stride^2, C], owned by x's manager
	 */
	NDArray forward(final NDArray x) {
		try (Scope scope = Scope.in(x.getManager())) {
			final NDArray wide = Activation.gelu(widen.forward(scope.enter(x)));
			final NDArray merged = Activation.gelu(merge.forward(wide));
			return scope.leave(TokenMap.tokens(mix.forward(merged)));
		}
	}
}
