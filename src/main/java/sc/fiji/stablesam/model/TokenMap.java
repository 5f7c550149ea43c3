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
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * A square map of tokens, and the two ways to lay it out: as tokens [1, side *
 * side, C], row by row, and as convolutions want it [1, C, side, side].
 */
final class TokenMap {

	private TokenMap() {}

	/**
	 * @param map [1, C, side, side]
	 * @return [1, side * side, C]
	 */
	static NDArray tokens(final NDArray map) {
		final long c = map.getShape().get(1);
		return map.transpose(0, 2, 3, 1).reshape(1, -1, c);
	}

	/**
	 * @param tokens [1, side * side, C]
	 * @return [1, C, side, side], the same memory
	 */
	static NDArray map(final NDArray tokens) {
		final long c = tokens.getShape().get(2);
		final long side = side(tokens);
		return tokens.reshape(1, side, side, c).transpose(0, 3, 1, 2);
	}

	/** @return coordinates (x, y) of its places [side, side, 2] */
	static NDArray places(final NDManager manager, final int side) {
		final float[] xy = new float[2 * side * side];
		for (int i = 0; i < side * side; i++) {
			xy[2 * i] = i % side;
			xy[2 * i + 1] = i / side;
		}
		return manager.create(xy, new Shape(side, side, 2));
	}

	/** @param tokens [N, side * side, C] */
	static int side(final NDArray tokens) {
		return (int) Math.round(Math.sqrt(tokens.getShape().get(1)));
	}
}
