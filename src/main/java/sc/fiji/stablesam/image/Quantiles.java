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

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * Exact quantiles of an image's finite pixels, to the precision of a float,
 * whatever their range: the bits of a float, put in order, are counted by their
 * upper half once, and by their lower half where a quantile is asked for.
 */
final class Quantiles {

	private static final int BINS = 1 << 16;

	private final RandomAccessibleInterval<? extends RealType<?>> pixels;
	private final long[] upperCounts = new long[BINS];
	private final long count;

	private Quantiles(
		final RandomAccessibleInterval<? extends RealType<?>> pixels)
	{
		this.pixels = pixels;
		long n = 0;
		final Cursor<? extends RealType<?>> cursor = Views.flatIterable(pixels)
			.cursor();
		while (cursor.hasNext()) {
			final float value = cursor.next().getRealFloat();
			if (!Float.isFinite(value)) continue;
			upperCounts[key(value) >>> 16]++;
			n++;
		}
		count = n;
	}

	static Quantiles of(
		final RandomAccessibleInterval<? extends RealType<?>> pixels)
	{
		return new Quantiles(pixels);
	}

	/** @return the number of finite pixels */
	long count() {
		return count;
	}

	/**
	 * @param quantile 0 for the smallest pixel, 1 for the greatest
	 * @return the pixel value at the nearest rank
	 * @throws IllegalStateException if there are no finite pixels
	 */
	float at(final double quantile) {
		if (count == 0) throw new IllegalStateException("There are no pixels.");
		long rank = Math.round(quantile * (count - 1));
		int upper = 0;
		while (rank >= upperCounts[upper])
			rank -= upperCounts[upper++];
		final long[] lowerCounts = lowerCounts(upper);
		int lower = 0;
		while (rank >= lowerCounts[lower])
			rank -= lowerCounts[lower++];
		return value(upper << 16 | lower);
	}

	private long[] lowerCounts(final int upper) {
		final long[] counts = new long[BINS];
		final Cursor<? extends RealType<?>> cursor = Views.flatIterable(pixels)
			.cursor();
		while (cursor.hasNext()) {
			final float value = cursor.next().getRealFloat();
			if (!Float.isFinite(value)) continue;
			final int key = key(value);
			if (key >>> 16 == upper) counts[key & BINS - 1]++;
		}
		return counts;
	}

	/** @return an integer that, unsigned, is in the same order as the float */
	private static int key(final float value) {
		final int bits = Float.floatToRawIntBits(value);
		return bits < 0 ? ~bits : bits | 0x80000000;
	}

	private static float value(final int key) {
		return Float.intBitsToFloat(key < 0 ? key & 0x7fffffff : ~key);
	}
}
