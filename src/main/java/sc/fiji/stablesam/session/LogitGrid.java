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

import java.util.function.DoubleUnaryOperator;

import sc.fiji.stablesam.image.ImageFrame;
import sc.fiji.stablesam.model.MaskProposals;

/**
 * Tells what logits of one view of an image are at the places of the logits of
 * another: linearly between their own, and at their edges beyond. Immutable.
 */
final class LogitGrid {

	private static final int SIDE = MaskProposals.SIDE;

	/** Where the logits of each column and row come from. */
	private final double[] columns;
	private final double[] rows;

	/**
	 * @param columns tells for each column of the other view which one of the
	 *          logits that are given it is
	 * @param rows the same for rows
	 */
	LogitGrid(final DoubleUnaryOperator columns, final DoubleUnaryOperator rows) {
		this.columns = places(columns);
		this.rows = places(rows);
	}

	/** @return for logits of a view with the first frame, in the second one */
	static LogitGrid between(final ImageFrame from, final ImageFrame to) {
		final ImageFrame a = from.withSide(SIDE);
		final ImageFrame b = to.withSide(SIDE);
		return new LogitGrid(i -> a.toModelX(b.toImageX(i)), i -> a.toModelY(b
			.toImageY(i)));
	}

	private static double[] places(final DoubleUnaryOperator sources) {
		final double[] places = new double[SIDE];
		for (int i = 0; i < SIDE; i++)
			places[i] = Math.max(0, Math.min(SIDE - 1, sources.applyAsDouble(i)));
		return places;
	}

	/**
	 * @param logits [SIDE * SIDE], row by row
	 * @return the same of the other view
	 */
	float[] of(final float[] logits) {
		final float[] others = new float[logits.length];
		for (int i = 0; i < others.length; i++)
			others[i] = at(logits, columns[i % SIDE], rows[i / SIDE]);
		return others;
	}

	private static float at(final float[] logits, final double x,
		final double y)
	{
		final int left = (int) x;
		final int above = (int) y;
		final int right = Math.min(SIDE - 1, left + 1);
		final int below = Math.min(SIDE - 1, above + 1);
		final double h = x - left;
		final double v = y - above;
		return (float) ((1 - v) * ((1 - h) * logits[above * SIDE + left] + h *
			logits[above * SIDE + right]) + v * ((1 - h) * logits[below * SIDE +
				left] + h * logits[below * SIDE + right]));
	}
}
