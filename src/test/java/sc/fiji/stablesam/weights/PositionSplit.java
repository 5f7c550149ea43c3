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

package sc.fiji.stablesam.weights;

import java.nio.FloatBuffer;

/**
 * Takes the sum of Hiera's two position embeddings apart: a coarse one of the
 * whole image, enlarged by bicubic interpolation, and one that repeats by
 * window. Both are found channel by channel, by projecting on the one and the
 * other in turn. A constant may be in either.
 */
final class PositionSplit {

	static final int SIDE = 256;
	static final int COARSE = 7;
	static final int WINDOW = 8;

	private static final int ROUNDS = 12;
	private static final double A = -0.75;

	/** [SIDE][COARSE], from coarse values to those along one axis. */
	private static final double[][] UP = enlargement();

	/** [COARSE][SIDE], the least squares the other way. */
	private static final double[][] DOWN = leastSquares(UP);

	final double[][] coarse = new double[COARSE][COARSE];
	final double[][] window = new double[WINDOW][WINDOW];

	/** The largest difference of the sum to what was given. */
	final double error;

	private PositionSplit(final double[][] sum) {
		for (int round = 0; round < ROUNDS; round++) {
			fill(coarse, product(product(DOWN, minus(sum, windows())), transposed(
				DOWN)));
			fill(window, meanWindow(minus(sum, background())));
		}
		final double[][] rest = minus(minus(sum, background()), windows());
		double largest = 0;
		for (final double[] row : rest)
			for (final double value : row)
				largest = Math.max(largest, Math.abs(value));
		error = largest;
	}

	/**
	 * @param sums [1, SIDE, SIDE, channels]
	 */
	static PositionSplit of(final FloatBuffer sums, final int channels,
		final int channel)
	{
		final double[][] sum = new double[SIDE][SIDE];
		for (int y = 0; y < SIDE; y++)
			for (int x = 0; x < SIDE; x++)
				sum[y][x] = sums.get((y * SIDE + x) * channels + channel);
		return new PositionSplit(sum);
	}

	private double[][] background() {
		return product(product(UP, coarse), transposed(UP));
	}

	private double[][] windows() {
		final double[][] all = new double[SIDE][SIDE];
		for (int y = 0; y < SIDE; y++)
			for (int x = 0; x < SIDE; x++)
				all[y][x] = window[y % WINDOW][x % WINDOW];
		return all;
	}

	private static double[][] meanWindow(final double[][] map) {
		final double[][] mean = new double[WINDOW][WINDOW];
		final double share = 1.0 * WINDOW * WINDOW / (SIDE * SIDE);
		for (int y = 0; y < SIDE; y++)
			for (int x = 0; x < SIDE; x++)
				mean[y % WINDOW][x % WINDOW] += share * map[y][x];
		return mean;
	}

	/** Pixel centres match, as PyTorch does it without aligned corners. */
	private static double[][] enlargement() {
		final double[][] rows = new double[SIDE][COARSE];
		for (int i = 0; i < SIDE; i++) {
			final double at = (i + 0.5) * COARSE / SIDE - 0.5;
			final int first = (int) Math.floor(at) - 1;
			for (int tap = first; tap < first + 4; tap++)
				rows[i][Math.max(0, Math.min(COARSE - 1, tap))] += cubic(Math.abs(at -
					tap));
		}
		return rows;
	}

	private static double cubic(final double d) {
		return d <= 1 ? ((A + 2) * d - (A + 3)) * d * d + 1 : ((A * d - 5 * A) * d +
			8 * A) * d - 4 * A;
	}

	private static double[][] leastSquares(final double[][] m) {
		final double[][] t = transposed(m);
		final double[][] left = product(t, m);
		final double[][] right = t;
		for (int i = 0; i < left.length; i++)
			for (int k = 0; k < left.length; k++) {
				if (k == i) continue;
				final double factor = left[k][i] / left[i][i];
				subtract(left[k], left[i], factor);
				subtract(right[k], right[i], factor);
			}
		for (int i = 0; i < left.length; i++)
			for (int j = 0; j < right[i].length; j++)
				right[i][j] /= left[i][i];
		return right;
	}

	private static void subtract(final double[] from, final double[] row,
		final double factor)
	{
		for (int j = 0; j < row.length; j++)
			from[j] -= factor * row[j];
	}

	private static double[][] product(final double[][] a, final double[][] b) {
		final double[][] result = new double[a.length][b[0].length];
		for (int i = 0; i < a.length; i++)
			for (int k = 0; k < b.length; k++)
				subtract(result[i], b[k], -a[i][k]);
		return result;
	}

	private static double[][] minus(final double[][] a, final double[][] b) {
		final double[][] result = new double[a.length][];
		for (int i = 0; i < a.length; i++) {
			result[i] = a[i].clone();
			subtract(result[i], b[i], 1);
		}
		return result;
	}

	private static double[][] transposed(final double[][] m) {
		final double[][] result = new double[m[0].length][m.length];
		for (int i = 0; i < m.length; i++)
			for (int j = 0; j < m[0].length; j++)
				result[j][i] = m[i][j];
		return result;
	}

	private static void fill(final double[][] target, final double[][] values) {
		for (int i = 0; i < target.length; i++)
			System.arraycopy(values[i], 0, target[i], 0, target[i].length);
	}
}
