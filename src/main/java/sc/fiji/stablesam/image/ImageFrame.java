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

package sc.fiji.stablesam.image;

import java.util.Objects;

/**
 * The one place that knows how an image, or a part of it, lies in the square
 * picture that a network sees. Image coordinates are continuous: the centre of
 * pixel (x, y) is at (x + 0.5, y + 0.5). Immutable.
 */
public final class ImageFrame {

	private final long minX;
	private final long minY;
	private final long width;
	private final long height;
	private final int side;

	private ImageFrame(final long minX, final long minY, final long width,
		final long height, final int side)
	{
		if (width <= 0 || height <= 0 || side <= 0)
			throw new IllegalArgumentException("An image of " + width + " x " +
				height + " pixels has nothing to segment.");
		this.minX = minX;
		this.minY = minY;
		this.width = width;
		this.height = height;
		this.side = side;
	}

	/**
	 * The image fills the whole picture, each axis with its own scale, as SAM 2
	 * wants it.
	 *
	 * @param side height and width of the network's picture, in pixels
	 * @throws IllegalArgumentException if the image is empty
	 */
	public static ImageFrame stretched(final long width, final long height,
		final int side)
	{
		return new ImageFrame(0, 0, width, height, side);
	}

	/**
	 * @param partMinX left edge, in image coordinates
	 * @param partMinY upper edge
	 * @param partWidth in pixels
	 * @param partHeight in pixels
	 * @return the frame in which that part of the same image fills the picture
	 * @throws IllegalArgumentException if the part is empty or not within this
	 *           frame
	 */
	public ImageFrame part(final long partMinX, final long partMinY,
		final long partWidth, final long partHeight)
	{
		if (partMinX < minX || partMinY < minY || partMinX + partWidth > minX +
			width || partMinY + partHeight > minY + height)
			throw new IllegalArgumentException("The part at (" + partMinX + ", " +
				partMinY + ") of " + partWidth + " x " + partHeight +
				" pixels is not within " + this + ".");
		return new ImageFrame(partMinX, partMinY, partWidth, partHeight, side);
	}

	/** @return left edge of what the picture shows, in image coordinates */
	public long minX() {
		return minX;
	}

	/** @return upper edge of what the picture shows, in image coordinates */
	public long minY() {
		return minY;
	}

	/**
	 * @param x in continuous image coordinates
	 * @param y in continuous image coordinates
	 * @return whether the picture shows that place
	 */
	public boolean contains(final double x, final double y) {
		return x >= minX && y >= minY && x < minX + width && y < minY + height;
	}

	/** @return width of what the picture shows of the image, in pixels */
	public long width() {
		return width;
	}

	/** @return height of what the picture shows of the image, in pixels */
	public long height() {
		return height;
	}

	/** @return height and width of the network's picture, in pixels */
	public int side() {
		return side;
	}

	/** @return the frame of the same part in a picture of another size */
	public ImageFrame withSide(final int newSide) {
		return new ImageFrame(minX, minY, width, height, newSide);
	}

	/**
	 * @param x in continuous image coordinates
	 * @return in pixels of the network's picture, whole numbers at pixel centres
	 */
	public double toModelX(final double x) {
		return (x - minX) * side / width - 0.5;
	}

	/**
	 * @param y in continuous image coordinates
	 * @return in pixels of the network's picture, whole numbers at pixel centres
	 */
	public double toModelY(final double y) {
		return (y - minY) * side / height - 0.5;
	}

	/** The inverse of {@link #toModelX}. */
	public double toImageX(final double x) {
		return minX + (x + 0.5) * width / side;
	}

	/** The inverse of {@link #toModelY}. */
	public double toImageY(final double y) {
		return minY + (y + 0.5) * height / side;
	}

	@Override
	public boolean equals(final Object o) {
		if (!(o instanceof ImageFrame)) return false;
		final ImageFrame f = (ImageFrame) o;
		return minX == f.minX && minY == f.minY && width == f.width &&
			height == f.height && side == f.side;
	}

	@Override
	public int hashCode() {
		return Objects.hash(minX, minY, width, height, side);
	}

	@Override
	public String toString() {
		final String where = minX == 0 && minY == 0 ? "" : " at (" + minX + ", " +
			minY + ")";
		return width + " x " + height + " pixels" + where + " in a picture of " +
			side + " x " + side;
	}
}
