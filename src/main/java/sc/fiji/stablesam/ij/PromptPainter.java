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

package sc.fiji.stablesam.ij;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Click;
import sc.fiji.stablesam.prompt.Prompt;

/**
 * Draws into a picture what was pointed at: boxes in dashes, clicks as dots.
 */
final class PromptPainter {

	private static final float STROKE = 1;
	private static final float DASH = 3;
	private static final double DOT = 2.5;

	private final Graphics2D graphics;

	private PromptPainter(final BufferedImage picture) {
		graphics = picture.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING,
			RenderingHints.VALUE_ANTIALIAS_ON);
	}

	/** @param picture is drawn on, by one painter at a time */
	static PromptPainter on(final BufferedImage picture) {
		return new PromptPainter(picture);
	}

	void draw(final Prompt prompt) {
		prompt.box().ifPresent(this::draw);
		prompt.clicks().forEach(this::draw);
	}

	private void draw(final Box box) {
		final Shape shape = new Rectangle2D.Double(box.minX(), box.minY(), box
			.width(), box.height());
		graphics.setColor(Color.BLACK);
		graphics.setStroke(new BasicStroke(STROKE));
		graphics.draw(shape);
		graphics.setColor(Color.WHITE);
		graphics.setStroke(new BasicStroke(STROKE, BasicStroke.CAP_BUTT,
			BasicStroke.JOIN_MITER, 1, new float[] { DASH }, 0));
		graphics.draw(shape);
	}

	private void draw(final Click click) {
		final Shape dot = new Ellipse2D.Double(click.x() - DOT, click.y() - DOT, 2 *
			DOT, 2 * DOT);
		graphics.setColor(click.isForeground() ? Color.WHITE : Color.BLACK);
		graphics.fill(dot);
		graphics.setColor(click.isForeground() ? Color.BLACK : Color.WHITE);
		graphics.setStroke(new BasicStroke(STROKE));
		graphics.draw(dot);
	}

	/** Frees what the system lends for drawing. */
	void close() {
		graphics.dispose();
	}
}
