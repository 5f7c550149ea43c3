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

package sc.fiji.stablesam.session;

import net.imglib2.Cursor;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.BooleanType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

import sc.fiji.stablesam.image.ImageFrame;

/**
 * Scales a drawn mask to the mask input of the network: by the exact share of
 * each of its pixels that is drawn on, so that no object is too small to count.
 */
final class DrawnHint {

	/** How sure a drawn mask is taken to be, in logits. */
	private static final float CONFIDENCE = 8;

	private final ImageFrame frame;
	private final double[] covered;

	private DrawnHint(final ImageFrame frame) {
		this.frame = frame;
		this.covered = new double[frame.side() * frame.side()];
	}

	/**
	 * @param mask [x, y] in image coordinates
	 * @param frame of the image in the mask input
	 * @return [side * side], row by row
	 * @throws IllegalArgumentException if no pixel of the image is drawn on
	 */
	static float[] logits(
		final RandomAccessibleInterval<? extends BooleanType<?>> mask,
		final ImageFrame frame)
	{
		final DrawnHint hint = new DrawnHint(frame);
		final Interval visible = Intervals.intersect(mask, FinalInterval
			.createMinSize(frame.minX(), frame.minY(), frame.width(), frame
				.height()));
		boolean drawn = false;
		if (!Intervals.isEmpty(visible)) {
			final Cursor<? extends BooleanType<?>> cursor = Views.interval(mask,
				visible).localizingCursor();
			while (cursor.hasNext()) {
				if (!cursor.next().get()) continue;
				hint.add(cursor.getLongPosition(0), cursor.getLongPosition(1));
				drawn = true;
			}
		}
		if (!drawn) throw new IllegalArgumentException(
			"The drawn hint covers no pixel of the image of " + frame.width() +
				" x " + frame.height() + " pixels.");
		return hint.logits();
	}

	/** Adds the image's pixel (x, y) to what it covers. */
	private void add(final long x, final long y) {
		final int side = frame.side();
		final double x0 = frame.toModelX(x) + 0.5;
		final double x1 = Math.min(side, frame.toModelX(x + 1) + 0.5);
		final double y0 = frame.toModelY(y) + 0.5;
		final double y1 = Math.min(side, frame.toModelY(y + 1) + 0.5);
		for (int row = (int) y0; row < y1; row++) {
			final double height = Math.min(row + 1, y1) - Math.max(row, y0);
			for (int column = (int) x0; column < x1; column++)
				covered[row * side + column] += height * (Math.min(column + 1, x1) -
					Math.max(column, x0));
		}
	}

	private float[] logits() {
		final float[] logits = new float[covered.length];
		for (int i = 0; i < logits.length; i++)
			logits[i] = (float) (CONFIDENCE * (2 * Math.min(1, covered[i]) - 1));
		return logits;
	}
}
