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

package sc.fiji.stablesam.ij.drawing;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

import ij.ImagePlus;
import sc.fiji.stablesam.ij.PlanePosition;
import sc.fiji.stablesam.ij.SourceImage;
import sc.fiji.stablesam.mask.MaskQuality;
import sc.fiji.stablesam.prompt.Click;

/** Draws a scene over an image, on the planes where it belongs. Immutable. */
final class ScenePainter {

	private static final Color PRESENT = new Color(0, 230, 255);
	private static final Color ACCEPTED = new Color(255, 215, 0);
	private static final Color FOREGROUND = new Color(60, 220, 60);
	private static final Color BACKGROUND = new Color(255, 70, 70);
	private static final float FILL = 0.3f;
	private static final float DIM = 0.55f;
	private static final float THICK = 2.2f;
	private static final float THIN = 1.2f;
	private static final float HALO = 1.8f;
	private static final double CLICK = 5;
	private static final int FONT = 12;

	private final Scene scene;
	private final Present shown;
	private final boolean hidden;
	private final Shelf shelf;

	/**
	 * @param shelf what was accepted is shown as long as it is there
	 * @param shown whose answer stands for that to the object that is being
	 *          drawn, until there is one; may be null
	 * @param hidden whether the object that is being drawn is not shown
	 */
	ScenePainter(final Scene scene, final Shelf shelf, final Present shown,
		final boolean hidden)
	{
		this.scene = scene;
		this.shown = shown;
		this.shelf = shelf;
		this.hidden = hidden;
	}

	boolean isEmpty() {
		return scene.accepted().isEmpty() && (hidden || !scene.present()
			.isPresent());
	}

	/**
	 * @param seen the part of the image that is drawn, in pixels
	 * @param magnification screen pixels a pixel
	 */
	void paint(final Graphics2D g, final ImagePlus imp, final Rectangle seen,
		final double magnification)
	{
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING,
			RenderingHints.VALUE_ANTIALIAS_ON);
		g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL,
			RenderingHints.VALUE_STROKE_PURE);
		final AffineTransform view = AffineTransform.getScaleInstance(magnification,
			magnification);
		view.translate(-seen.x, -seen.y);
		final PlanePosition here = SourceImage.currentPlane(imp);
		for (final Accepted object : scene.accepted())
			if (isSeen(object, here)) paintAccepted(g, object, view
				.createTransformedShape(object.outline()));
		scene.present().filter(present -> !hidden && present.picture().plane()
			.equals(here)).ifPresent(present -> paintPresent(g, present, view));
	}

	private boolean isSeen(final Accepted object, final PlanePosition here) {
		return object != scene.replaced().orElse(null) && object.object().plane()
			.equals(here) && shelf.holds(object);
	}

	private static void paintAccepted(final Graphics2D g, final Accepted object,
		final Shape outline)
	{
		g.setComposite(AlphaComposite.SrcOver.derive(DIM));
		stroke(g, outline, ACCEPTED, THIN);
		final Rectangle2D bounds = outline.getBounds2D();
		g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, FONT));
		final String number = Integer.toString(object.object().label());
		final float x = (float) bounds.getCenterX() - g.getFontMetrics()
			.stringWidth(number) / 2f;
		final float y = (float) bounds.getCenterY() + FONT / 3f;
		g.setColor(Color.BLACK);
		g.drawString(number, x + 1, y + 1);
		g.setColor(ACCEPTED);
		g.drawString(number, x, y);
	}

	private void paintPresent(final Graphics2D g, final Present present,
		final AffineTransform view)
	{
		final Present answered = present.found().isPresent() || shown == null
			? present : shown;
		answered.found().ifPresent(found -> {
			final Shape outline = view.createTransformedShape(found.outline(answered
				.choice()));
			final MaskQuality quality = found.mask(answered.choice()).quality();
			final Color color = quality.isUnstable() ? Color.MAGENTA : PRESENT;
			g.setComposite(AlphaComposite.SrcOver.derive(FILL));
			g.setColor(color);
			g.fill(outline);
			g.setComposite(AlphaComposite.SrcOver);
			stroke(g, outline, color, THICK);
		});
		g.setComposite(AlphaComposite.SrcOver);
		for (final Click click : present.stage().prompt().clicks())
			paint(g, click, view);
	}

	private static void paint(final Graphics2D g, final Click click,
		final AffineTransform view)
	{
		final Point2D at = view.transform(new Point2D.Double(click.x(), click.y()),
			null);
		g.setColor(Color.WHITE);
		g.fill(disc(at, CLICK + 1));
		g.setColor(click.isForeground() ? FOREGROUND : BACKGROUND);
		g.fill(disc(at, CLICK));
		g.setColor(Color.WHITE);
		g.setStroke(new BasicStroke(THIN));
		final double arm = CLICK - 2;
		g.draw(new Line2D.Double(at.getX() - arm, at.getY(), at.getX() + arm, at
			.getY()));
		if (click.isForeground()) g.draw(new Line2D.Double(at.getX(), at.getY() -
			arm, at.getX(), at.getY() + arm));
	}

	private static Shape disc(final Point2D at, final double radius) {
		return new Ellipse2D.Double(at.getX() - radius, at.getY() - radius, 2 *
			radius, 2 * radius);
	}

	private static void stroke(final Graphics2D g, final Shape outline,
		final Color color, final float width)
	{
		g.setColor(Color.BLACK);
		g.setStroke(new BasicStroke(width + HALO));
		g.draw(outline);
		g.setColor(color);
		g.setStroke(new BasicStroke(width));
		g.draw(outline);
	}
}
