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

package sc.fiji.stablesam.train;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What a microscope would show of a specimen: uneven light, more or less sharp,
 * with noise and in some colours.
 */
final class Exposure {

	/** Of the light over a picture. */
	private static final int WAVES = 4;
	private static final double WAVE_NUMBER = 12;
	private static final double WAVE_HEIGHT = 0.08;

	private static final double BLURRED = 0.7;
	private static final double NOISE = 0.1;

	/** One pixel of so many is darker than black, and one brighter than white. */
	private static final int OUTLIERS = 200;

	private final int width;
	private final int height;
	private final SplittableRandom random;

	/** @param random each picture has its own light and colours */
	Exposure(final int width, final int height, final SplittableRandom random) {
		this.width = width;
		this.height = height;
		this.random = random;
	}

	/**
	 * @param painted brightnesses, row by row, which are changed
	 * @return ARGB, opaque
	 */
	int[] of(final double[] painted) {
		for (int i = 0; i < WAVES; i++)
			light(painted);
		if (random.nextDouble() < BLURRED) for (int i = random.nextInt(
			2); i >= 0; i--)
			blur(painted);
		final double noise = random.nextBoolean() ? NOISE * random.nextDouble() : 0;
		for (int i = 0; i < painted.length; i++)
			painted[i] += noise * (random.nextDouble() + random.nextDouble() + random
				.nextDouble() - 1.5) * 2;
		return colours(painted);
	}

	/** Makes one side brighter than another. */
	private void light(final double[] painted) {
		final double columns = Draws.within(WAVE_NUMBER / width, random);
		final double rows = Draws.within(WAVE_NUMBER / height, random);
		final double phase = 2 * Math.PI * random.nextDouble();
		final double size = WAVE_HEIGHT * random.nextDouble();
		for (int i = 0; i < painted.length; i++)
			painted[i] += size * Math.cos(columns * (i % width) + rows * (i / width) +
				phase);
	}

	/** A binomial filter of three pixels each way. */
	private void blur(final double[] painted) {
		final double[] sharp = painted.clone();
		for (int y = 1; y < height - 1; y++)
			for (int x = 1; x < width - 1; x++) {
				final int i = y * width + x;
				painted[i] = (line(sharp, i - width) + 2 * line(sharp, i) + line(sharp,
					i + width)) / 16;
			}
	}

	private static double line(final double[] values, final int i) {
		return values[i - 1] + 2 * values[i] + values[i + 1];
	}

	private int[] colours(final double[] painted) {
		final double[] sorted = painted.clone();
		Arrays.sort(sorted);
		final int outliers = sorted.length / OUTLIERS;
		final double black = sorted[outliers];
		final double white = sorted[sorted.length - 1 - outliers];
		final Tint tint = new Tint(random);
		return Arrays.stream(painted).mapToInt(value -> tint.of(Math.max(0, Math
			.min(1, (value - black) / Math.max(1e-3, white - black))))).toArray();
	}
}
