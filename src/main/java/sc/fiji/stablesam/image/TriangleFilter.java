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

package sc.fiji.stablesam.image;

/**
 * Bilinear resampling of one axis with anti-aliasing: each output is the
 * weighted mean of the inputs within one output pixel (or one input pixel, if
 * that is larger) of its centre.
 */
final class TriangleFilter {

	private final int[] first;
	private final float[][] weights;
	private final double scale;
	private final double support;

	private TriangleFilter(final long inputs, final int outputs) {
		scale = (double) inputs / outputs;
		support = Math.max(scale, 1);
		first = new int[outputs];
		weights = new float[outputs][];
		for (int i = 0; i < outputs; i++) {
			final double centre = (i + 0.5) * scale;
			first[i] = (int) Math.max(0, Math.floor(centre - support + 0.5));
			final int end = (int) Math.min(inputs, Math.floor(centre + support +
				0.5));
			weights[i] = normalised(first[i], end, centre);
		}
	}

	static TriangleFilter of(final long inputs, final int outputs) {
		return new TriangleFilter(inputs, outputs);
	}

	private float[] normalised(final int from, final int end,
		final double centre)
	{
		final double[] raw = new double[end - from];
		double sum = 0;
		for (int j = 0; j < raw.length; j++) {
			raw[j] = Math.max(0, 1 - Math.abs(from + j + 0.5 - centre) / support);
			sum += raw[j];
		}
		final float[] result = new float[raw.length];
		for (int j = 0; j < raw.length; j++)
			result[j] = (float) (raw[j] / sum);
		return result;
	}

	/** Filters one channel of packed pixels. */
	void apply(final int[] pixels, final int shift, final float[] out) {
		for (int i = 0; i < out.length; i++) {
			final float[] w = weights[i];
			float sum = 0;
			for (int j = 0; j < w.length; j++)
				sum += w[j] * (pixels[first[i] + j] >> shift & 0xff);
			out[i] = sum;
		}
	}

	int outputs() {
		return first.length;
	}

	/** @return the first output that the input may be part of */
	int firstOutput(final int input) {
		int out = (int) Math.max(0, Math.floor((input - support) / scale) - 1);
		while (out < first.length && first[out] + weights[out].length <= input)
			out++;
		return out;
	}

	boolean contains(final int output, final int input) {
		return input >= first[output] && input < first[output] +
			weights[output].length;
	}

	float weight(final int output, final int input) {
		return weights[output][input - first[output]];
	}
}
