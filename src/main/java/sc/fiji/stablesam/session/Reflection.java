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

	private static final int SIDE = MaskProposals.SIDE;

	private final Mirror mirror;
	private final ImageFrame frame;
	/** Where the logits of each column and row come from. */
	private final double[] columns;
	private final double[] rows;

	/** @param frame of the whole image, and so of its mirror image */
	Reflection(final Mirror mirror, final ImageFrame frame) {
		this.mirror = mirror;
		this.frame = frame.withSide(SIDE);
		columns = sources(mirror.isInX(), i -> this.frame.toModelX(x(this.frame
			.toImageX(i))));
		rows = sources(mirror.isInY(), i -> this.frame.toModelY(y(this.frame
			.toImageY(i))));
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
		final float[] reflected = new float[logits.length];
		for (int i = 0; i < reflected.length; i++)
			reflected[i] = at(logits, columns[i % SIDE], rows[i / SIDE]);
		return reflected;
	}

	private static double[] sources(final boolean mirrored,
		final DoubleUnaryOperator reflection)
	{
		final double[] sources = new double[SIDE];
		for (int i = 0; i < SIDE; i++)
			sources[i] = mirrored ? Math.max(0, Math.min(SIDE - 1, reflection
				.applyAsDouble(i))) : i;
		return sources;
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
