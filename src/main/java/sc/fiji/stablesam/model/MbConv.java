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
 * The inverted bottleneck of the convolutional stage of TinyViT (MBConv; Wu et
 * al., TinyViT, ECCV 2022, section 3.3).
 */
final class MbConv {

	private final ConvNorm expand;
	private final ConvNorm filter;
	private final ConvNorm narrow;

	MbConv(final Parameters p, final long channels) {
		expand = ConvNorm.of(p.of("conv1"), channels, 1, 1);
		filter = ConvNorm.depthwise(p.of("conv2"), expand.channels(), 1);
		narrow = ConvNorm.of(p.of("conv3"), expand.channels(), 1, 1);
	}

	/**
	 * @param x [1, C, side, side]
	 * @return [1, C, side, side], owned by x's manager
	 */
	NDArray forward(final NDArray x) {
		try (Scope scope = Scope.in(x.getManager())) {
			final NDArray in = scope.enter(x);
			final NDArray wide = Activation.gelu(expand.forward(in));
			final NDArray filtered = Activation.gelu(filter.forward(wide));
			return scope.leave(Activation.gelu(narrow.forward(filtered).addi(in)));
		}
	}
}
