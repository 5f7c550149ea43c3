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
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;

/**
 * Brings the tokens of an image encoder to the width of the mask decoder: a 1x1
 * and a 3x3 convolution, each with layer norm over the channels (Segment
 * Anything, appendix A, "Image encoder").
 */
final class VitNeck {

	private static final float EPSILON = 1e-6f;
	private static final int KERNEL = 3;

	private final Linear narrow;
	private final LayerNorm norm1;
	/** [C, C, KERNEL, KERNEL] */
	private final NDArray mixWeight;
	/** [C] */
	private final NDArray noBias;
	private final LayerNorm norm2;

	/** @param in width of the tokens */
	VitNeck(final Parameters p, final long in) {
		final long c = p.shape("0.weight")[0];
		final NDArray weight = p.take("0.weight", c, in, 1, 1).reshape(c, in);
		noBias = weight.getManager().zeros(new Shape(c), weight.getDataType());
		narrow = Linear.of(weight, noBias);
		norm1 = LayerNorm.of(p.of(1), c, EPSILON);
		mixWeight = p.take("2.weight", c, c, KERNEL, KERNEL);
		norm2 = LayerNorm.of(p.of(3), c, EPSILON);
	}

	/**
	 * @param x [1, side * side, in]
	 * @return [1, side * side, C], owned by x's manager
	 */
	NDArray forward(final NDArray x) {
		try (Scope scope = Scope.in(x.getManager())) {
			final NDArray map = TokenMap.map(norm1.forward(narrow.forward(scope.enter(
				x))));
			final NDArray mixed = Conv2d.conv2d(map, mixWeight, noBias, new Shape(1,
				1), new Shape(KERNEL / 2, KERNEL / 2), new Shape(1, 1), 1)
				.singletonOrThrow();
			return scope.leave(norm2.forward(TokenMap.tokens(mixed)));
		}
	}
}
