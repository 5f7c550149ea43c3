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

import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.util.Intervals;

/**
 * The one place that knows how an image, or a part of it, lies in the square
 * picture that a network sees. Image coordinates are continuous: the centre of
 * pixel (x, y) is at (x + 0.5, y + 0.5). Immutable.
 */
public final class ImageFrame {

	/** What the picture shows, in pixels of the image. */
	private final Interval part;
	private final int side;
	private final boolean stretches;
	/** How many pixels of the picture the part takes, which can be broken. */
	private final double shownWidth;
	private final double shownHeight;

	private ImageFrame(final Interval part, final int side,
		final boolean stretches, final double shownWidth, final double shownHeight)
	{
		this.part = part;
		this.side = side;
		this.stretches = stretches;
		this.shownWidth = shownWidth;
		this.shownHeight = shownHeight;
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
		requirePixels(width, height, side);
		return stretched(FinalInterval.createMinSize(0, 0, width, height), side);
	}

	/**
	 * The image's longer side fills the picture, the shorter one is padded at the
	 * right or at the bottom, as SAM and MobileSAM want it.
	 *
	 * @param side height and width of the network's picture, in pixels
	 * @throws IllegalArgumentException if the image is empty
	 */
	public static ImageFrame padded(final long width, final long height,
		final int side)
	{
		requirePixels(width, height, side);
		return padded(FinalInterval.createMinSize(0, 0, width, height), side);
	}

	private static ImageFrame stretched(final Interval part, final int side) {
		return new ImageFrame(part, side, true, side, side);
	}

	private static ImageFrame padded(final Interval part, final int side) {
		final double scale = (double) side / Math.max(part.dimension(0), part
			.dimension(1));
		return new ImageFrame(part, side, false, whole(part.dimension(0) * scale),
			whole(part.dimension(1) * scale));
	}

	/** The reference code, too, scales to whole pixels. */
	private static double whole(final double pixels) {
		return Math.max(1, Math.floor(pixels + 0.5));
	}

	private static void requirePixels(final long width, final long height,
		final int side)
	{
		if (width <= 0 || height <= 0 || side <= 0)
			throw new IllegalArgumentException("An image of " + width + " x " +
				height + " pixels has nothing to segment.");
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
		requirePixels(partWidth, partHeight, side);
		final Interval inner = FinalInterval.createMinSize(partMinX, partMinY,
			partWidth, partHeight);
		if (!Intervals.contains(part, inner)) throw new IllegalArgumentException(
			"The part at (" + partMinX + ", " + partMinY + ") of " + partWidth +
				" x " + partHeight + " pixels is not within " + this + ".");
		return stretches ? stretched(inner, side) : padded(inner, side);
	}

	/** @return left edge of what the picture shows, in image coordinates */
	public long minX() {
		return part.min(0);
	}

	/** @return upper edge of what the picture shows, in image coordinates */
	public long minY() {
		return part.min(1);
	}

	/**
	 * @param x in continuous image coordinates
	 * @param y in continuous image coordinates
	 * @return whether the picture shows that place
	 */
	public boolean contains(final double x, final double y) {
		return x >= minX() && y >= minY() && x < minX() + width() && y < minY() +
			height();
	}

	/** @return width of what the picture shows of the image, in pixels */
	public long width() {
		return part.dimension(0);
	}

	/** @return height of what the picture shows of the image, in pixels */
	public long height() {
		return part.dimension(1);
	}

	/** @return height and width of the network's picture, in pixels */
	public int side() {
		return side;
	}

	/**
	 * @return how many pixels of the picture, from its left edge, show the image;
	 *         those right of them are padding
	 */
	public int shownColumns() {
		return (int) Math.ceil(shownWidth);
	}

	/**
	 * @return how many pixels of the picture, from its upper edge, show the
	 *         image; those below are padding
	 */
	public int shownRows() {
		return (int) Math.ceil(shownHeight);
	}

	/**
	 * @return whether the picture's pixels have whole levels from 0 to 255, as in
	 *         the reference code of the networks that want padding
	 */
	boolean isInWholeLevels() {
		return !stretches;
	}

	/** @return pixels of the picture a pixel of the image, along x */
	public double scaleX() {
		return shownWidth / width();
	}

	/** @return pixels of the picture a pixel of the image, along y */
	public double scaleY() {
		return shownHeight / height();
	}

	/** @return the frame of the same part in a picture of another size */
	public ImageFrame withSide(final int newSide) {
		return new ImageFrame(part, newSide, stretches, shownWidth * newSide / side,
			shownHeight * newSide / side);
	}

	/**
	 * @param x in continuous image coordinates
	 * @return in pixels of the network's picture, whole numbers at pixel centres
	 */
	public double toModelX(final double x) {
		return (x - minX()) * shownWidth / width() - 0.5;
	}

	/**
	 * @param y in continuous image coordinates
	 * @return in pixels of the network's picture, whole numbers at pixel centres
	 */
	public double toModelY(final double y) {
		return (y - minY()) * shownHeight / height() - 0.5;
	}

	/** The inverse of {@link #toModelX}. */
	public double toImageX(final double x) {
		return minX() + (x + 0.5) * width() / shownWidth;
	}

	/** The inverse of {@link #toModelY}. */
	public double toImageY(final double y) {
		return minY() + (y + 0.5) * height() / shownHeight;
	}

	@Override
	public boolean equals(final Object o) {
		if (!(o instanceof ImageFrame)) return false;
		final ImageFrame f = (ImageFrame) o;
		return Intervals.equals(part, f.part) && side == f.side && Double.compare(
			shownWidth, f.shownWidth) == 0 && Double.compare(shownHeight,
				f.shownHeight) == 0;
	}

	@Override
	public int hashCode() {
		return Objects.hash(minX(), minY(), width(), height(), side, shownWidth,
			shownHeight);
	}

	@Override
	public String toString() {
		final String where = minX() == 0 && minY() == 0 ? "" : " at (" + minX() +
			", " + minY() + ")";
		return width() + " x " + height() + " pixels" + where +
			" in a picture of " + side + " x " + side;
	}
}
