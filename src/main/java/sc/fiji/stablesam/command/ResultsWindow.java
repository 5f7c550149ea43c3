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

package sc.fiji.stablesam.command;

import java.awt.GraphicsEnvironment;

import ij.measure.ResultsTable;

/**
 * The window with our measurements, {@value #TITLE}: each run adds its rows to
 * those that are there, as ImageJ's own commands do.
 */
final class ResultsWindow {

	static final String TITLE = "Stable-SAM Results";
	private static final String IMAGE = "image";
	private static final int DECIMALS = 4;

	private ResultsWindow() {}

	/** Adds rows, with the image's title in front. Needs a display. */
	static void append(final String imageTitle, final ResultsTable rows) {
		if (GraphicsEnvironment.isHeadless()) return;
		final ResultsTable open = ResultsTable.getResultsTable(TITLE);
		final ResultsTable all = open == null ? new ResultsTable() : open;
		all.showRowNumbers(false);
		all.setNaNEmptyCells(true);
		all.setPrecision(DECIMALS);
		for (int row = 0; row < rows.size(); row++) {
			all.incrementCounter();
			all.addValue(IMAGE, imageTitle);
			for (final String heading : rows.getHeadings())
				copy(rows, row, heading, all);
		}
		all.show(TITLE);
	}

	private static void copy(final ResultsTable rows, final int row,
		final String heading, final ResultsTable all)
	{
		final double number = rows.getValue(heading, row);
		if (Double.isNaN(number)) all.addValue(heading, rows.getStringValue(heading,
			row));
		else all.addValue(heading, number);
	}
}
