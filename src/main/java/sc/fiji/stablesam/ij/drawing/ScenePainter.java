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

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.util.Optional;

import ij.ImagePlus;
import sc.fiji.stablesam.ij.PlanePosition;
import sc.fiji.stablesam.ij.SourceImage;
import sc.fiji.stablesam.prompt.Click;

/** Draws a scene over an image, on the planes where it belongs. Immutable. */
final class ScenePainter {

	private static final Color FOREGROUND = new Color(60, 220, 60);
	private static final Color BACKGROUND = new Color(255, 70, 70);
	private static final float LINE = 1.2f;
	private static final double CLICK = 5;

	private final Scene scene;
	private final Present shown;
	private final boolean hidden;
	private final Sprites sprites;

	/**
	 * @param scene of which what was accepted is shown as long as it is there
	 * @param shown whose answer stands for that to the object that is being
	 *          drawn, until there is one; may be null
	 * @param hidden whether the object that is being drawn is not shown
	 * @param sprites what was drawn before
	 */
	ScenePainter(final Scene scene, final Present shown, final boolean hidden,
		final Sprites sprites)
	{
		this.scene = scene;
		this.shown = shown;
		this.hidden = hidden;
		this.sprites = sprites;
	}

	boolean isEmpty() {
		return scene.accepted().isEmpty() && (hidden || !scene.present()
			.isPresent());
	}

	void paint(final Graphics2D g, final ImagePlus imp, final View view) {
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING,
			RenderingHints.VALUE_ANTIALIAS_ON);
		final PlanePosition here = SourceImage.currentPlane(imp);
		for (final Accepted object : scene.there())
			if (isSeen(object, here)) sprites.of(object, view).show(g);
		scene.present().filter(present -> !hidden && present.picture().plane()
			.equals(here)).ifPresent(present -> paintPresent(g, present, view));
	}

	private boolean isSeen(final Accepted object, final PlanePosition here) {
		return object.object().plane().equals(here) && (object != scene.replaced()
			.orElse(null) || !answered().isPresent());
	}

	/** @return what is seen of the object that is being drawn */
	private Optional<Present> answered() {
		return scene.present().map(present -> present.found().isPresent() ||
			shown == null ? present : shown).filter(present -> present.found()
				.isPresent());
	}

	private void paintPresent(final Graphics2D g, final Present present,
		final View view)
	{
		answered().ifPresent(answered -> sprites.of(answered.found().get(), answered
			.choice(), view).show(g));
		for (final Click click : present.stage().prompt().clicks())
			paint(g, click, view.onScreen(click));
	}

	private static void paint(final Graphics2D g, final Click click,
		final Point2D at)
	{
		g.setColor(Color.WHITE);
		g.fill(disc(at, CLICK + 1));
		g.setColor(click.isForeground() ? FOREGROUND : BACKGROUND);
		g.fill(disc(at, CLICK));
		g.setColor(Color.WHITE);
		g.setStroke(new BasicStroke(LINE));
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
}
