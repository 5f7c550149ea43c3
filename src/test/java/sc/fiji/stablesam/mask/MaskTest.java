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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.Random;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.BoolType;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;

public class MaskTest {

	private static final MaskQuality GOOD = MaskQuality.of(0.9f, 0.8f);

	@Test
	public void croppedToItsPixels() {
		final Mask mask = mask(10, 20, //
			".....", //
			"..#..", //
			".....", //
			".##..", //
			".....");
		assertPlace(mask, 11, 21, 2, 3);
		assertEquals(3, mask.area());
		assertRows(mask, //
			".#", //
			"..", //
			"##");
	}

	@Test
	public void emptyRowsBeforeAndAfterAreCropped() {
		assertPlace(mask(0, 0, "...", "...", "#.#", "..."), 0, 2, 3, 1);
		assertPlace(mask(0, 0, "..#", "...", "..."), 2, 0, 1, 1);
		assertPlace(mask(0, 0, "...", "...", "#.."), 0, 2, 1, 1);
	}

	@Test
	public void singlePixel() {
		final Mask mask = mask(3, 4, "#");
		assertPlace(mask, 3, 4, 1, 1);
		assertEquals(1, mask.area());
		assertTrue(mask.contains(3, 4));
	}

	@Test
	public void pixelsOnAllEdgesNeedNoCropping() {
		final String[] rows = { ".#.", "...", "#.#", ".#." };
		final Mask mask = mask(3, 4, rows);
		assertPlace(mask, 3, 4, 3, 4);
		assertRows(mask, rows);
		assertPlace(mask(0, 0, "#..", "...", "..#"), 0, 0, 3, 3);
	}

	@Test
	public void negativeCoordinates() {
		final Mask mask = mask(-5, -7, "...", "..#");
		assertPlace(mask, -3, -6, 1, 1);
		assertTrue(mask.contains(-3, -6));
		assertFalse(mask.contains(-4, -6));
		assertFalse(mask.contains(3, 6));
	}

	@Test
	public void containsNothingOutside() {
		final Mask mask = mask(1, 1, "##", "##");
		for (int y = -1; y < 5; y++)
			for (int x = -1; x < 5; x++)
				assertEquals((x == 1 || x == 2) && (y == 1 || y == 2), mask.contains(x,
					y), x + "," + y);
	}

	@Test
	public void emptyMaskHasNoSize() {
		for (final Mask mask : new Mask[] { Mask.empty(GOOD), mask(5, 5, "..",
			".."), Mask.ofBits(5, 5, 0, 0, new BitSet(), GOOD), Mask.of(ArrayImgs
				.booleans(3, 2), GOOD) })
		{
			assertTrue(mask.isEmpty());
			assertPlace(mask, 0, 0, 0, 0);
			assertEquals(0, mask.area());
			assertFalse(mask.contains(0, 0));
			assertFalse(mask.contains(5, 5));
			assertEquals(Mask.empty(GOOD), mask);
		}
	}

	@Test
	public void randomMasksKeepEveryPixel() {
		final Random random = new Random(1);
		for (int i = 0; i < 300; i++) {
			final int width = 1 + random.nextInt(9);
			final int height = 1 + random.nextInt(9);
			final boolean[] pixels = pixels(random, width * height);
			final Mask mask = mask(pixels, -3, 2, width);
			int area = 0;
			for (int j = 0; j < pixels.length; j++) {
				assertEquals(pixels[j], mask.contains(j % width - 3, j / width + 2));
				if (pixels[j]) area++;
			}
			assertEquals(area, mask.area());
			assertTrue(mask.isEmpty() || touchesAllEdges(mask), mask.toString());
		}
	}

	@Test
	public void bitsBeyondTheAreaAreRefused() {
		final BitSet bits = new BitSet();
		bits.set(4);
		assertThrows(IllegalArgumentException.class, () -> Mask.ofBits(0, 0, 2, 2,
			bits, GOOD));
		assertThrows(IllegalArgumentException.class, () -> Mask.ofBits(0, 0, -9, -9,
			bits, GOOD));
	}

	@Test
	public void missingQualityIsRefused() {
		assertThrows(NullPointerException.class, () -> Mask.empty(null));
	}

	@Test
	public void madeOfAnInterval() {
		final RandomAccessibleInterval<NativeBoolType> image = ArrayImgs.booleans(
			new boolean[] { false, false, true, false, false, true }, 3, 2);
		final Mask mask = Mask.of(Views.translate(image, -10, 20), GOOD);
		assertPlace(mask, -8, 20, 1, 2);
		assertEquals(GOOD, mask.quality());
	}

	@Test
	public void intervalIsInImageCoordinates() {
		final RandomAccessibleInterval<BoolType> interval = mask(7, -2, "...",
			".#.", "##.").interval();
		assertEquals(7, interval.min(0));
		assertEquals(8, interval.max(0));
		assertEquals(-1, interval.min(1));
		assertEquals(0, interval.max(1));
		assertFalse(interval.getAt(7, -1).get());
		assertTrue(interval.getAt(8, -1).get());
		assertTrue(interval.getAt(7, 0).get());
	}

	@Test
	public void intervalAndBack() {
		for (final Mask mask : new Mask[] { Mask.empty(GOOD), mask(3, 4, "#.#",
			"..#") })
			assertEquals(mask, Mask.of(mask.interval(), GOOD));
	}

	@Test
	public void iouOfSimplePairs() {
		final Mask square = mask(0, 0, "##", "##");
		assertEquals(1, square.iou(mask(0, 0, "##", "##")));
		assertEquals(0, square.iou(mask(2, 0, "##", "##")));
		assertEquals(1 / 7.0, square.iou(mask(1, 1, "##", "##")));
		assertEquals(1 / 4.0, square.iou(mask(1, 1, "#")));
		assertEquals(0, square.iou(Mask.empty(GOOD)));
		assertEquals(0, mask(0, 0, "#.", ".#").iou(mask(0, 0, ".#", "#.")));
		assertEquals(1, Mask.empty(GOOD).iou(Mask.empty(GOOD)));
	}

	@Test
	public void iouIsThatOfANaiveCount() {
		final Random random = new Random(2);
		for (int i = 0; i < 300; i++) {
			final Mask a = mask(pixels(random, 30), random.nextInt(5) - 2, random
				.nextInt(5) - 2, 5);
			final Mask b = mask(pixels(random, 28), random.nextInt(5) - 2, random
				.nextInt(5) - 2, 7);
			assertEquals(naiveIou(a, b), a.iou(b), 1e-12);
			assertEquals(a.iou(b), b.iou(a));
		}
	}

	@Test
	public void equalByPixelsPlaceAndQuality() {
		final Mask mask = mask(1, 1, "##", "#.");
		assertEquals(mask(0, 0, "...", ".##", ".#."), mask);
		assertEquals(mask(0, 0, "...", ".##", ".#.").hashCode(), mask.hashCode());
		assertNotEquals(mask(1, 1, "##", ".#"), mask);
		assertNotEquals(mask(0, 1, "##", "#."), mask);
		assertNotEquals(mask(1, 0, "##", "#."), mask);
		assertNotEquals(Mask.of(mask.interval(), MaskQuality.of(0, 0)), mask);
		assertNotEquals(mask(0, 0, "##"), mask(0, 0, "#", "#"));
		assertNotEquals(mask, "##");
	}

	private static Mask mask(final int x, final int y, final String... rows) {
		final String all = String.join("", rows);
		final boolean[] pixels = new boolean[all.length()];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = all.charAt(i) == '#';
		return mask(pixels, x, y, rows[0].length());
	}

	private static Mask mask(final boolean[] pixels, final int x, final int y,
		final int width)
	{
		final BitSet bits = new BitSet();
		for (int i = 0; i < pixels.length; i++)
			bits.set(i, pixels[i]);
		return Mask.ofBits(x, y, width, pixels.length / width, bits, GOOD);
	}

	/** From none to nearly all of them set. */
	private static boolean[] pixels(final Random random, final int n) {
		final double density = random.nextDouble();
		final boolean[] pixels = new boolean[n];
		for (int i = 0; i < n; i++)
			pixels[i] = random.nextDouble() < density * density;
		return pixels;
	}

	private static double naiveIou(final Mask a, final Mask b) {
		int both = 0, either = 0;
		for (int y = -10; y < 20; y++)
			for (int x = -10; x < 20; x++) {
				if (a.contains(x, y) && b.contains(x, y)) both++;
				if (a.contains(x, y) || b.contains(x, y)) either++;
			}
		return either == 0 ? 1 : (double) both / either;
	}

	private static boolean touchesAllEdges(final Mask m) {
		final int x1 = m.minX() + m.width() - 1, y1 = m.minY() + m.height() - 1;
		boolean top = false, bottom = false, left = false, right = false;
		for (int x = m.minX(); x <= x1; x++) {
			top |= m.contains(x, m.minY());
			bottom |= m.contains(x, y1);
		}
		for (int y = m.minY(); y <= y1; y++) {
			left |= m.contains(m.minX(), y);
			right |= m.contains(x1, y);
		}
		return top && bottom && left && right;
	}

	private static void assertPlace(final Mask mask, final int x, final int y,
		final int width, final int height)
	{
		assertEquals(x + "," + y + " " + width + "x" + height, mask.minX() + "," +
			mask.minY() + " " + mask.width() + "x" + mask.height());
	}

	private static void assertRows(final Mask mask, final String... rows) {
		for (int y = 0; y < rows.length; y++)
			for (int x = 0; x < rows[y].length(); x++)
				assertEquals(rows[y].charAt(x) == '#', mask.contains(mask.minX() + x,
					mask.minY() + y), x + "," + y);
	}
}
