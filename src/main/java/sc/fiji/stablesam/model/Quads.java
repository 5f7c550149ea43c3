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

/**
 * Pixels of a map in the order in which 2x2 convolutions with stride 2 take or
 * make them: every token is followed down into its four quarters, as often as
 * the resolution doubles. In this order such convolutions, up or down, are
 * plain linear layers over the last axis, and nothing is copied between them.
 */
final class Quads {

	/** Pixels of a step of resolution that stand for one of the step before. */
	static final int QUARTERS = 4;

	private Quads() {}

	/**
	 * @param map [N, (2 * side) * (2 * side), C], row by row
	 * @return [N, side * side * 4, C]
	 */
	static NDArray once(final NDArray map, final long side) {
		final long c = map.getShape().get(2);
		return map.reshape(-1, side, 2, side, 2, c).transpose(0, 1, 3, 2, 4, 5)
			.reshape(-1, side * side * 4, c);
	}

	/**
	 * @param map [N, (4 * side) * (4 * side), C], row by row
	 * @return [N, side * side * 16, C]
	 */
	static NDArray twice(final NDArray map, final long side) {
		final long c = map.getShape().get(2);
		return map.reshape(-1, side, 2, 2, side, 2, 2, c).transpose(0, 1, 4, 2, 5,
			3, 6, 7).reshape(-1, side * side * 16, c);
	}

	/**
	 * @return for each pixel that {@link #twice} orders, where it stands row by
	 *         row
	 */
	static int[] raster(final int side) {
		final int[] raster = new int[16 * side * side];
		for (int i = 0; i < raster.length; i++) {
			final int y = i / 16 / side * 4 + (i >> 3 & 1) * 2 + (i >> 1 & 1);
			final int x = i / 16 % side * 4 + (i >> 2 & 1) * 2 + (i & 1);
			raster[i] = y * 4 * side + x;
		}
		return raster;
	}

	/**
	 * A 2x2 convolution with stride 2 as a linear layer [.., 4 * in] to [..,
	 * out].
	 */
	static Linear down(final Parameters p, final long in, final long out) {
		return Linear.of(p.take("weight", out, in, 2, 2).transpose(0, 2, 3, 1)
			.reshape(out, 4 * in), p.take("bias", out));
	}

	/**
	 * A transposed 2x2 convolution with stride 2 as a linear layer [.., in] to
	 * [.., 4 * out].
	 */
	static Linear up(final Parameters p, final long in, final long out) {
		return Linear.of(p.take("weight", in, out, 2, 2).transpose(2, 3, 1, 0)
			.reshape(4 * out, in), p.take("bias", out).tile(4));
	}
}
