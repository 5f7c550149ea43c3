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

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.util.Locale;

/**
 * Draws outlines into a picture. Those that are stable are thin, each in a
 * colour of its own; unstable ones are to be looked at by a person and so stand
 * out on any picture and for any eye: thick, magenta with white dashes, and
 * with their stability written beside them.
 */
final class OutlinePainter {

	private static final float FILL = 0.28f;
	private static final float HALO = 0.35f;
	private static final float THINNEST = 1.25f;
	/** The stroke is a pixel for each so many of the picture. */
	private static final float PIXELS_A_STROKE = 700;
	/** Widths of the parts of unstable outlines, in strokes. */
	private static final float CASING = 4;
	private static final float BAND = 2.6f;
	private static final float DASHES = 1.1f;
	private static final float DASH = 4;
	/** In strokes. */
	private static final float FONT = 9;

	private final Graphics2D graphics;
	private final Rectangle picture;
	private final float thickness;

	private OutlinePainter(final BufferedImage picture) {
		graphics = picture.createGraphics();
		graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING,
			RenderingHints.VALUE_ANTIALIAS_ON);
		graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL,
			RenderingHints.VALUE_STROKE_PURE);
		this.picture = new Rectangle(picture.getWidth(), picture.getHeight());
		thickness = Math.max(THINNEST, Math.max(picture.getWidth(), picture
			.getHeight()) / PIXELS_A_STROKE);
		graphics.setFont(new Font(Font.SANS_SERIF, Font.BOLD, Math.round(FONT *
			thickness)));
	}

	/** @param picture is drawn on, by one painter at a time */
	static OutlinePainter on(final BufferedImage picture) {
		return new OutlinePainter(picture);
	}

	/** @param object with pixels */
	void draw(final SegmentedObject object) {
		final Shape outline = SmoothOutline.of(MaskRois.of(object.mask()));
		final Color color = Palette.color(object.label());
		graphics.setComposite(AlphaComposite.SrcOver.derive(FILL));
		graphics.setColor(color);
		graphics.fill(outline);
		if (object.mask().quality().isUnstable()) unstable(outline);
		else stable(outline, color);
	}

	/** Writes the stability of an unstable object beside its outline. */
	void label(final SegmentedObject object) {
		if (!object.mask().quality().isUnstable()) return;
		final String text = String.format(Locale.ROOT, "%.2f", object.mask()
			.quality().stability().getAsDouble());
		final FontMetrics font = graphics.getFontMetrics();
		final int margin = Math.round(thickness);
		final Rectangle plate = new Rectangle(font.stringWidth(text) + 4 * margin,
			font.getAscent() + 2 * margin);
		plate.x = within(object.mask().minX() + (object.mask().width() -
			plate.width) / 2, picture.width - plate.width);
		plate.y = within(object.mask().minY() - plate.height, picture.height -
			plate.height);
		graphics.setComposite(AlphaComposite.SrcOver);
		graphics.setColor(Color.BLACK);
		graphics.fill(plate);
		graphics.setColor(Color.WHITE);
		graphics.drawString(text, plate.x + 2 * margin, plate.y + margin + font
			.getAscent() - font.getDescent() / 2);
	}

	/** Frees what the system lends for drawing. */
	void close() {
		graphics.dispose();
	}

	private static int within(final int position, final int most) {
		return Math.max(0, Math.min(most, position));
	}

	private void stable(final Shape outline, final Color color) {
		graphics.setComposite(AlphaComposite.SrcOver.derive(HALO));
		stroke(outline, Color.BLACK, solid(2));
		graphics.setComposite(AlphaComposite.SrcOver);
		stroke(outline, color, solid(1));
	}

	private void unstable(final Shape outline) {
		graphics.setComposite(AlphaComposite.SrcOver);
		stroke(outline, Color.BLACK, solid(CASING));
		stroke(outline, Palette.UNSTABLE, solid(BAND));
		stroke(outline, Color.WHITE, new BasicStroke(DASHES * thickness,
			BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] { DASH *
				thickness }, 0));
	}

	private void stroke(final Shape outline, final Color color,
		final BasicStroke stroke)
	{
		graphics.setColor(color);
		graphics.setStroke(stroke);
		graphics.draw(outline);
	}

	private BasicStroke solid(final float width) {
		return new BasicStroke(width * thickness, BasicStroke.CAP_ROUND,
			BasicStroke.JOIN_ROUND);
	}
}
