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

package sc.fiji.stablesam.mask;

import java.util.BitSet;
import java.util.Objects;

import net.imglib2.FinalInterval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.position.FunctionRandomAccessible;
import net.imglib2.type.BooleanType;
import net.imglib2.type.logic.BoolType;
import net.imglib2.view.Views;

/**
 * One object's mask: a cropped bit mask in image coordinates with the model's
 * opinion of it. Immutable. An empty mask (the model found nothing) has width
 * and height 0.
 */
public final class Mask {

	private final int minX;
	private final int minY;
	private final int width;
	private final int height;
	private final BitSet bits;
	private final int area;
	private final MaskQuality quality;

	private Mask(final int minX, final int minY, final int width,
		final int height, final BitSet bits, final MaskQuality quality)
	{
		this.minX = minX;
		this.minY = minY;
		this.width = width;
		this.height = height;
		this.bits = bits;
		this.area = bits.cardinality();
		this.quality = Objects.requireNonNull(quality);
	}

	/** @return a mask without a single pixel */
	public static Mask empty(final MaskQuality quality) {
		return new Mask(0, 0, 0, 0, new BitSet(), quality);
	}

	/**
	 * Crops a mask to its pixels.
	 *
	 * @param mask [x, y], in image coordinates
	 */
	public static Mask of(
		final RandomAccessibleInterval<? extends BooleanType<?>> mask,
		final MaskQuality quality)
	{
		final int x0 = (int) mask.min(0);
		final int y0 = (int) mask.min(1);
		final int w = (int) mask.dimension(0);
		final int h = (int) mask.dimension(1);
		final BitSet bits = new BitSet(w * h);
		int i = 0;
		for (final BooleanType<?> pixel : Views.flatIterable(mask))
			bits.set(i++, pixel.get());
		return ofBits(x0, y0, w, h, bits, quality);
	}

	/**
	 * Crops a mask to its pixels.
	 *
	 * @param bits bit x + y * width is the pixel (minX + x, minY + y); owned by
	 *          the mask from here on
	 */
	public static Mask ofBits(final int minX, final int minY, final int width,
		final int height, final BitSet bits, final MaskQuality quality)
	{
		if (width < 0 || height < 0 || bits.length() > (long) width * height)
			throw new IllegalArgumentException("The bits do not fit in " + width +
				" x " + height + " pixels.");
		if (bits.isEmpty()) return empty(quality);
		int x0 = width, x1 = -1;
		for (int y = 0; y < height; y++) {
			final int first = bits.nextSetBit(y * width);
			if (first < 0) break;
			if (first >= (y + 1) * width) continue;
			x0 = Math.min(x0, first - y * width);
			x1 = Math.max(x1, bits.previousSetBit((y + 1) * width - 1) - y * width);
		}
		final int y0 = bits.nextSetBit(0) / width;
		final int y1 = (bits.length() - 1) / width;
		if (x0 == 0 && y0 == 0 && x1 == width - 1 && y1 == height - 1)
			return new Mask(minX, minY, width, height, bits, quality);
		final int w = x1 - x0 + 1;
		final BitSet cropped = new BitSet(w * (y1 - y0 + 1));
		for (int y = y0; y <= y1; y++) {
			final int end = y * width + x1 + 1;
			for (int b = bits.nextSetBit(y * width + x0); b >= 0 && b < end; b = bits
				.nextSetBit(b + 1))
				cropped.set((y - y0) * w + b - y * width - x0);
		}
		return new Mask(minX + x0, minY + y0, w, y1 - y0 + 1, cropped, quality);
	}

	public int minX() {
		return minX;
	}

	public int minY() {
		return minY;
	}

	public int width() {
		return width;
	}

	public int height() {
		return height;
	}

	/** @return the number of pixels */
	public int area() {
		return area;
	}

	public boolean isEmpty() {
		return area == 0;
	}

	public MaskQuality quality() {
		return quality;
	}

	/** @return this mask with another opinion of it */
	public Mask with(final MaskQuality newQuality) {
		return new Mask(minX, minY, width, height, bits, newQuality);
	}

	/** @return whether the pixel at image coordinates (x, y) is in the mask */
	public boolean contains(final int x, final int y) {
		final int cx = x - minX;
		final int cy = y - minY;
		return cx >= 0 && cy >= 0 && cx < width && cy < height && bits.get(cx + cy *
			width);
	}

	/** @return this mask as an interval [x, y] in image coordinates */
	public RandomAccessibleInterval<BoolType> interval() {
		return Views.interval(new FunctionRandomAccessible<>(2, (pos, out) -> out
			.set(contains(pos.getIntPosition(0), pos.getIntPosition(1))),
			BoolType::new), FinalInterval.createMinSize(minX, minY, width, height));
	}

	/**
	 * @return area of the intersection over area of the union; 1 if both are
	 *         empty
	 */
	public double iou(final Mask other) {
		final int x0 = Math.max(minX, other.minX);
		final int x1 = Math.min(minX + width, other.minX + other.width);
		final int y0 = Math.max(minY, other.minY);
		final int y1 = Math.min(minY + height, other.minY + other.height);
		int both = 0;
		for (int y = y0; y < y1; y++)
			for (int x = x0; x < x1; x++)
				if (contains(x, y) && other.contains(x, y)) both++;
		final int either = area + other.area - both;
		return either == 0 ? 1 : (double) both / either;
	}

	@Override
	public boolean equals(final Object o) {
		if (!(o instanceof Mask)) return false;
		final Mask m = (Mask) o;
		return minX == m.minX && minY == m.minY && width == m.width &&
			height == m.height && bits.equals(m.bits) && quality.equals(m.quality);
	}

	@Override
	public int hashCode() {
		return Objects.hash(minX, minY, width, height, bits, quality);
	}

	@Override
	public String toString() {
		return "mask of " + area + " pixels at " + minX + "," + minY + " (" +
			width + " x " + height + "), " + quality;
	}
}
