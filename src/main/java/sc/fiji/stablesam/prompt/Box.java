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

package sc.fiji.stablesam.prompt;

import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleSupplier;

import net.imglib2.Interval;

/**
 * An axis-aligned box in image coordinates, in pixels. Its edges are pixel
 * edges: the box (0, 0, 1, 1) covers exactly the pixel (0, 0).
 */
public final class Box {

	private final double minX;
	private final double minY;
	private final double width;
	private final double height;

	private Box(final double minX, final double minY, final double width,
		final double height)
	{
		// NB: Adding zero makes a negative zero, which equals but does not hash
		// alike,
		// positive.
		this.minX = minX + 0.0;
		this.minY = minY + 0.0;
		this.width = width;
		this.height = height;
	}

	/**
	 * @throws IllegalArgumentException if a number is not finite or the box is
	 *           empty
	 */
	public static Box of(final double minX, final double minY, final double width,
		final double height)
	{
		final boolean finite = Double.isFinite(minX) && Double.isFinite(minY) &&
			Double.isFinite(width) && Double.isFinite(height);
		if (!finite || width <= 0 || height <= 0)
			throw new IllegalArgumentException(
				"A box needs finite coordinates and a positive size, not " + minX +
					"," + minY + "," + width + "," + height + ".");
		return new Box(minX, minY, width, height);
	}

	/**
	 * @param pixels of which the first two axes are x and y
	 * @return the box that they fill
	 * @throws IllegalArgumentException if there are none
	 */
	public static Box around(final Interval pixels) {
		return of(pixels.min(0), pixels.min(1), pixels.dimension(0), pixels
			.dimension(1));
	}

	public double minX() {
		return minX;
	}

	public double minY() {
		return minY;
	}

	public double maxX() {
		return minX + width;
	}

	public double maxY() {
		return minY + height;
	}

	public double width() {
		return width;
	}

	public double height() {
		return height;
	}

	/**
	 * Draws this box again without care (Stable-SAM, section 4, "noisy box"): its
	 * centre is moved by up to half the scale of its sides, and each side is
	 * stretched by up to the scale.
	 *
	 * @param scale from 0 to below 1
	 * @param random gives numbers from 0 to below 1
	 */
	public Box noisy(final double scale, final DoubleSupplier random) {
		final double x = minX + width / 2 + within(scale, random) / 2 * width;
		final double y = minY + height / 2 + within(scale, random) / 2 * height;
		final double w = width * (1 + within(scale, random));
		final double h = height * (1 + within(scale, random));
		return of(x - w / 2, y - h / 2, w, h);
	}

	private static double within(final double reach,
		final DoubleSupplier random)
	{
		return reach * (2 * random.getAsDouble() - 1);
	}

	/**
	 * @return the part of this box that lies on an image of the given size, or
	 *         nothing if no part of it does
	 */
	public Optional<Box> clippedTo(final long imageWidth,
		final long imageHeight)
	{
		return clippedTo(new Box(0, 0, imageWidth, imageHeight));
	}

	/** @return what this box and another have in common, if anything */
	public Optional<Box> clippedTo(final Box other) {
		final double x0 = Math.max(other.minX, minX);
		final double y0 = Math.max(other.minY, minY);
		final double x1 = Math.min(other.maxX(), maxX());
		final double y1 = Math.min(other.maxY(), maxY());
		if (x1 <= x0 || y1 <= y0) return Optional.empty();
		return Optional.of(new Box(x0, y0, x1 - x0, y1 - y0));
	}

	/** @return whether the other one is nowhere beyond this one's edges */
	public boolean contains(final Box other) {
		return other.minX >= minX && other.maxX() <= maxX() && other.minY >= minY &&
			other.maxY() <= maxY();
	}

	@Override
	public boolean equals(final Object o) {
		if (!(o instanceof Box)) return false;
		final Box b = (Box) o;
		return minX == b.minX && minY == b.minY && width == b.width &&
			height == b.height;
	}

	@Override
	public int hashCode() {
		return Objects.hash(minX, minY, width, height);
	}

	@Override
	public String toString() {
		return "box " + minX + "," + minY + "," + width + "," + height;
	}
}
