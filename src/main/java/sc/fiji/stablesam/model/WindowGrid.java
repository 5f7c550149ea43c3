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
 * How square token maps are cut into square windows, row by row; maps that the
 * windows do not divide are padded at the right and bottom (SAM 2, Hiera).
 */
final class WindowGrid {

	private final int map;
	private final int window;
	private final int count;

	private WindowGrid(final int map, final int window) {
		this.map = map;
		this.window = window;
		this.count = (map + window - 1) / window;
	}

	/**
	 * @param map side of the map, in tokens
	 * @param window side of the windows, in tokens
	 */
	static WindowGrid of(final int map, final int window) {
		return new WindowGrid(map, window);
	}

	int window() {
		return window;
	}

	/** @return the grid of map and windows after 2x2 pooling */
	WindowGrid pooled() {
		return new WindowGrid(map / 2, window / 2);
	}

	private boolean isWhole() {
		return map == window;
	}

	private int padding() {
		return count * window - map;
	}

	/**
	 * @param x [N, map * map, C]
	 * @return [N * windows, window * window, C]; padding is zero
	 */
	NDArray partition(final NDArray x, final TorchOps ops) {
		if (isWhole()) return x;
		final long c = x.getShape().get(2);
		NDArray y = x.reshape(-1, map, map, c);
		if (padding() > 0) y = ops.pad(y, padding(), padding());
		return y.reshape(-1, count, window, count, window, c).transpose(0, 1, 3, 2,
			4, 5).reshape(-1, window * window, c);
	}

	/**
	 * @param x [N * windows, window * window, C]
	 * @return [N, map * map, C]; padding is cut off
	 */
	NDArray merge(final NDArray x) {
		if (isWhole()) return x;
		final long c = x.getShape().get(2);
		final long padded = map + padding();
		NDArray y = x.reshape(-1, count, count, window, window, c).transpose(0, 1,
			3, 2, 4, 5).reshape(-1, padded, padded, c);
		if (padding() > 0) y = y.get(":, :" + map + ", :" + map);
		return y.reshape(-1, (long) map * map, c);
	}
}
