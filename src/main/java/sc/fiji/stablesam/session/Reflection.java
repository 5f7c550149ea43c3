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

import sc.fiji.stablesam.image.ImageFrame;
import sc.fiji.stablesam.image.Mirror;
import sc.fiji.stablesam.model.MaskProposals;
import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Click;
import sc.fiji.stablesam.prompt.Prompt;

/**
 * Carries prompts into a mirror image, and what is found there back; both ways
 * are the same. Immutable.
 */
final class Reflection {

	private final Mirror mirror;
	private final ImageFrame frame;
	private final LogitGrid grid;

	/** @param frame of the whole image, and so of its mirror image */
	Reflection(final Mirror mirror, final ImageFrame frame) {
		this.mirror = mirror;
		this.frame = frame.withSide(MaskProposals.SIDE);
		grid = new LogitGrid(mirror.isInX() ? this::column : i -> i, mirror.isInY()
			? this::row : i -> i);
	}

	/** @return without a hint */
	Prompt of(final Prompt prompt) {
		Prompt reflected = prompt.box().map(this::of).map(Prompt::of).orElseGet(
			Prompt::empty);
		for (final Click click : prompt.clicks())
			reflected = reflected.with(of(click));
		return reflected;
	}

	private Box of(final Box box) {
		return Box.of(mirror.isInX() ? x(box.maxX()) : box.minX(), mirror.isInY()
			? y(box.maxY()) : box.minY(), box.width(), box.height());
	}

	private Click of(final Click click) {
		final double x = mirror.isInX() ? x(click.x()) : click.x();
		final double y = mirror.isInY() ? y(click.y()) : click.y();
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
	 * @return the same in the mirror; between the places of logits, as a padded
	 *         picture can end there, linearly
	 */
	float[] of(final float[] logits) {
		return grid.of(logits);
	}
}
