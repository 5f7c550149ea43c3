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

package sc.fiji.stablesam.prompt;

import java.util.Arrays;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.BooleanType;
import net.imglib2.type.logic.BitType;
import net.imglib2.view.Views;

/**
 * Drawn masks as numbers: x, y, width and height, then how many pixels are
 * outside, inside, outside and so on, row by row. What is outside at the end is
 * left out.
 */
final class AreaText {

	private static final int HEAD = 4;
	private static final double MOST = 1 << 28;

	private AreaText() {}

	static double[] numbers(
		final RandomAccessibleInterval<? extends BooleanType<?>> mask)
	{
		double[] numbers = { mask.min(0), mask.min(1), mask.dimension(0), mask
			.dimension(1), 0 };
		int last = HEAD;
		boolean inside = false;
		final Cursor<? extends BooleanType<?>> pixels = Views.flatIterable(mask)
			.cursor();
		while (pixels.hasNext()) {
			if (pixels.next().get() != inside) {
				inside = !inside;
				if (++last == numbers.length) numbers = Arrays.copyOf(numbers, 2 *
					numbers.length);
			}
			numbers[last]++;
		}
		return Arrays.copyOf(numbers, inside ? last + 1 : last);
	}

	/** @throws IllegalArgumentException if the numbers are no mask */
	static RandomAccessibleInterval<BitType> mask(final double[] numbers) {
		if (numbers.length <= HEAD || !Arrays.stream(numbers).allMatch(
			n -> n == Math.rint(n) && Math.abs(n) < MOST) || numbers[2] < 1 ||
			numbers[3] < 1 || numbers[2] * numbers[3] > MOST)
			throw new IllegalArgumentException("There is no such mask.");
		final RandomAccessibleInterval<BitType> mask = ArrayImgs.bits(
			(long) numbers[2], (long) numbers[3]);
		final Cursor<BitType> pixels = Views.flatIterable(mask).cursor();
		for (int i = HEAD; i < numbers.length; i++)
			fill(pixels, numbers[i], (i - HEAD) % 2 == 1);
		return Views.translate(mask, (long) numbers[0], (long) numbers[1]);
	}

	private static void fill(final Cursor<BitType> pixels, final double count,
		final boolean inside)
	{
		if (count < 0) throw new IllegalArgumentException("There is no such mask.");
		for (int n = 0; n < count; n++) {
			if (!pixels.hasNext()) throw new IllegalArgumentException(
				"The mask has too many pixels.");
			pixels.next().set(inside);
		}
	}
}
