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
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;

/**
 * Something drawn once for a view, to be shown often: drawing smooth shapes
 * takes as long as decoding. Immutable.
 */
final class Sprite {

	private final BufferedImage image;
	private final AffineTransform place;

	private Sprite(final BufferedImage image, final AffineTransform place) {
		this.image = image;
		this.place = place;
	}

	/**
	 * @param bounds of what is drawn, in units of the screen; what is not in view
	 *          is left out
	 * @param painter draws in units of the screen
	 */
	static Sprite of(final Rectangle bounds, final View view,
		final Consumer<Graphics2D> painter)
	{
		final Rectangle part = bounds.intersection(view.bounds());
		final double density = view.density();
		final AffineTransform place = AffineTransform.getTranslateInstance(part.x,
			part.y);
		place.scale(1 / density, 1 / density);
		if (part.isEmpty()) return new Sprite(new BufferedImage(1, 1,
			BufferedImage.TYPE_INT_ARGB_PRE), place);
		final BufferedImage image = new BufferedImage((int) Math.ceil(part.width *
			density), (int) Math.ceil(part.height * density),
			BufferedImage.TYPE_INT_ARGB_PRE);
		final Graphics2D g = image.createGraphics();
		g.scale(density, density);
		g.translate(-part.x, -part.y);
		g.setRenderingHint(RenderingHints.KEY_ANTIALIASING,
			RenderingHints.VALUE_ANTIALIAS_ON);
		g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL,
			RenderingHints.VALUE_STROKE_PURE);
		painter.accept(g);
		g.dispose();
		return new Sprite(image, place);
	}

	/** @param g in units of the screen */
	void show(final Graphics2D g) {
		g.setComposite(AlphaComposite.SrcOver);
		g.drawImage(image, place, null);
	}
}
