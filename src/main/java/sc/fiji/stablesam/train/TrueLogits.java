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

import sc.fiji.stablesam.image.ImageFrame;
import sc.fiji.stablesam.mask.Mask;

/**
 * A true mask on the grid of the decoder's logits: what share of each cell the
 * object covers.
 */
final class TrueLogits {

	private TrueLogits() {}

	/**
	 * @param frame of the image in a picture of the grid's side
	 * @return [side * side], row by row, from 0 to 1
	 */
	static float[] of(final Mask mask, final ImageFrame frame) {
		final int side = frame.side();
		final double width = frame.scaleX();
		final double height = frame.scaleY();
		final float[] cells = new float[side * side];
		final float[] row = new float[side];
		for (int y = mask.minY(); y < mask.minY() + mask.height(); y++) {
			java.util.Arrays.fill(row, 0);
			for (int x = mask.minX(); x < mask.minX() + mask.width(); x++)
				if (mask.contains(x, y)) spread(x * width, (x + 1) * width, row);
			final double bottom = (y + 1) * height;
			for (int cell = (int) (y * height); cell < Math.min(side, bottom); cell++)
				add(row, overlap(cell, y * height, bottom), cells, cell * side);
		}
		return cells;
	}

	private static void spread(final double from, final double to,
		final float[] row)
	{
		for (int cell = (int) from; cell < Math.min(row.length, to); cell++)
			row[cell] += (float) overlap(cell, from, to);
	}

	private static double overlap(final int cell, final double from,
		final double to)
	{
		return Math.max(0, Math.min(cell + 1, to) - Math.max(cell, from));
	}

	private static void add(final float[] row, final double weight,
		final float[] cells, final int offset)
	{
		for (int i = 0; i < row.length; i++)
			cells[offset + i] += (float) (weight * row[i]);
	}

	/**
	 * NB: Of an object that fills no cell by half those that it fills most count.
	 *
	 * @param truth shares from 0 to 1
	 * @param start of the object's cells in it
	 * @return the share from which on a cell is the object's, above 0
	 */
	static float enough(final float[] truth, final int start, final int cells) {
		float fullest = 0;
		for (int i = start; i < start + cells; i++)
			fullest = Math.max(fullest, truth[i]);
		return Math.max(Float.MIN_VALUE, Math.min(0.5f, fullest / 2));
	}
}
