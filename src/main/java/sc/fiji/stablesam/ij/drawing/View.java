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

import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.util.Objects;

import ij.ImagePlus;
import sc.fiji.stablesam.prompt.Click;

/** What of an image is seen, and how large. Immutable. */
final class View {

	private final Rectangle seen;
	private final double magnification;
	private final double density;
	private final AffineTransform toScreen;

	/**
	 * @param seen in image pixels
	 * @param magnification units of the screen a pixel
	 * @param density device pixels a unit of the screen
	 */
	View(final Rectangle seen, final double magnification, final double density) {
		this.seen = new Rectangle(seen);
		this.magnification = magnification;
		this.density = density;
		toScreen = AffineTransform.getScaleInstance(magnification, magnification);
		toScreen.translate(-seen.x, -seen.y);
	}

	/** @return all of it, pixel by pixel */
	static View whole(final ImagePlus imp) {
		return new View(new Rectangle(imp.getWidth(), imp.getHeight()), 1, 1);
	}

	double density() {
		return density;
	}

	/** @return in units of the screen */
	Rectangle bounds() {
		return new Rectangle((int) Math.ceil(seen.width * magnification), (int) Math
			.ceil(seen.height * magnification));
	}

	/** @param shape in image coordinates */
	Shape onScreen(final Shape shape) {
		return toScreen.createTransformedShape(shape);
	}

	Point2D onScreen(final Click click) {
		return toScreen.transform(new Point2D.Double(click.x(), click.y()), null);
	}

	@Override
	public boolean equals(final Object o) {
		if (!(o instanceof View)) return false;
		final View view = (View) o;
		return seen.equals(view.seen) && magnification == view.magnification &&
			density == view.density;
	}

	@Override
	public int hashCode() {
		return Objects.hash(seen, magnification, density);
	}
}
