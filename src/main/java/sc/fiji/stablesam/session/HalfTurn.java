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

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.view.Views;

import sc.fiji.stablesam.image.ImageFrame;
import sc.fiji.stablesam.model.MaskProposals;
import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Click;
import sc.fiji.stablesam.prompt.Prompt;

/**
 * Turns an image by half, so that left and right, and top and bottom change
 * places; carries prompts into the turned image, and what is found there back.
 * Both ways are the same. Immutable.
 */
final class HalfTurn {

	private final ImageFrame frame;
	private final LogitGrid grid;

	/** @param frame of the whole image, and so of the turned one */
	HalfTurn(final ImageFrame frame) {
		this.frame = frame.withSide(MaskProposals.SIDE);
		grid = new LogitGrid(this::column, this::row);
	}

	/**
	 * @param image [x, y]
	 * @return a view of it, from (0, 0)
	 */
	static <T> RandomAccessibleInterval<T> of(
		final RandomAccessibleInterval<T> image)
	{
		return Views.zeroMin(Views.invertAxis(Views.invertAxis(image, 0), 1));
	}

	/** @return without a hint */
	Prompt of(final Prompt prompt) {
		Prompt turned = prompt.box().map(this::of).map(Prompt::of).orElseGet(
			Prompt::empty);
		for (final Click click : prompt.clicks())
			turned = turned.with(of(click));
		return turned;
	}

	private Box of(final Box box) {
		return Box.of(x(box.maxX()), y(box.maxY()), box.width(), box.height());
	}

	private Click of(final Click click) {
		final double x = x(click.x());
		final double y = y(click.y());
		return click.isForeground() ? Click.foreground(x, y) : Click.background(x,
			y);
	}

	private double column(final double column) {
		return frame.toModelX(x(frame.toImageX(column)));
	}

	private double row(final double row) {
		return frame.toModelY(y(frame.toImageY(row)));
	}

	private double x(final double x) {
		return frame.minX() + (frame.minX() + frame.width() - x);
	}

	private double y(final double y) {
		return frame.minY() + (frame.minY() + frame.height() - y);
	}

	/**
	 * @param logits [SIDE * SIDE], row by row
	 * @return the same in the turned image; between the places of logits, as a
	 *         padded picture can end there, linearly
	 */
	float[] of(final float[] logits) {
		return grid.of(logits);
	}
}
