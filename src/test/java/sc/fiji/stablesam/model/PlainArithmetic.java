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

/** Layers by the textbook: rows of numbers, loops, double precision. */
final class PlainArithmetic {

	private final TensorSource weights;

	PlainArithmetic(final TensorSource weights) {
		this.weights = weights;
	}

	/** A linear layer of each row, x W^T + b. */
	double[][] linear(final String name, final double[][] x) {
		final double[] b = values(name + ".bias");
		final double[][] y = matrix(name, x);
		for (final double[] row : y)
			for (int out = 0; out < b.length; out++)
				row[out] += b[out];
		return y;
	}

	/** x W^T of each row. */
	double[][] matrix(final String name, final double[][] x) {
		final double[] w = values(name + ".weight");
		final int outs = w.length / x[0].length;
		final double[][] y = new double[x.length][outs];
		for (int i = 0; i < x.length; i++)
			for (int out = 0; out < outs; out++)
				for (int in = 0; in < x[i].length; in++)
					y[i][out] += w[out * x[i].length + in] * x[i][in];
		return y;
	}

	/** Takes the mean row away from each. */
	static void centre(final double[][] x) {
		for (int c = 0; c < x[0].length; c++) {
			double sum = 0;
			for (final double[] row : x)
				sum += row[c];
			for (final double[] row : x)
				row[c] -= sum / x.length;
		}
	}

	/** A norm of each row, then GELU. */
	double[][] normGelu(final String name, final double[][] x) {
		final double[] scale = values(name + ".weight");
		final double[] shift = values(name + ".bias");
		final double[][] y = new double[x.length][scale.length];
		for (int i = 0; i < x.length; i++) {
			double mean = 0;
			double square = 0;
			for (final double v : x[i]) {
				mean += v / scale.length;
				square += v * v / scale.length;
			}
			final double deviation = Math.sqrt(square - mean * mean + 1e-6);
			for (int c = 0; c < scale.length; c++)
				y[i][c] = gelu((x[i][c] - mean) / deviation * scale[c] + shift[c]);
		}
		return y;
	}

	/** x times the normal distribution's integral up to x, by Simpson's rule. */
	static double gelu(final double x) {
		final int steps = 64;
		double sum = 0;
		for (int i = 0; i <= steps; i++) {
			final double at = x * i / steps;
			final int weight = i == 0 || i == steps ? 1 : i % 2 == 0 ? 2 : 4;
			sum += weight * Math.exp(-at * at / 2);
		}
		return x * (0.5 + sum * x / steps / 3 / Math.sqrt(2 * Math.PI));
	}

	/** A depth-wise convolution of a square map, padded with zeros. */
	double[][] depthwise(final String name, final double[][] map) {
		final double[] w = values(name + ".weight");
		final double[] b = values(name + ".bias");
		final int side = (int) Math.round(Math.sqrt(map.length));
		final int kernel = (int) Math.round(Math.sqrt(w.length / b.length));
		final double[][] y = new double[map.length][b.length];
		for (int i = 0; i < map.length; i++)
			for (int c = 0; c < b.length; c++) {
				double sum = b[c];
				for (int k = 0; k < kernel * kernel; k++) {
					final int row = i / side + k / kernel - kernel / 2;
					final int column = i % side + k % kernel - kernel / 2;
					if (row >= 0 && row < side && column >= 0 && column < side) sum +=
						w[c * kernel * kernel + k] * map[row * side + column][c];
				}
				y[i][c] = sum;
			}
		return y;
	}

	static double[] softmax(final double[] x) {
		double largest = Double.NEGATIVE_INFINITY;
		for (final double v : x)
			largest = Math.max(largest, v);
		double sum = 0;
		final double[] y = new double[x.length];
		for (int i = 0; i < x.length; i++)
			sum += y[i] = Math.exp(x[i] - largest);
		for (int i = 0; i < x.length; i++)
			y[i] /= sum;
		return y;
	}

	private double[] values(final String name) {
		final java.nio.FloatBuffer floats = weights.read(name);
		final double[] numbers = new double[floats.remaining()];
		for (int i = 0; i < numbers.length; i++)
			numbers[i] = floats.get(i);
		return numbers;
	}
}
