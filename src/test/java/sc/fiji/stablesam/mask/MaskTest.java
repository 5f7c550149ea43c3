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

	private static final MaskQuality GOOD = Masks.GOOD;

	@Test
	public void croppedToItsPixels() {
		final Mask mask = Masks.of(10, 20, //
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
		assertPlace(Masks.of(0, 0, "...", "...", "#.#", "..."), 0, 2, 3, 1);
		assertPlace(Masks.of(0, 0, "..#", "...", "..."), 2, 0, 1, 1);
		assertPlace(Masks.of(0, 0, "...", "...", "#.."), 0, 2, 1, 1);
	}

	@Test
	public void singlePixel() {
		final Mask mask = Masks.of(3, 4, "#");
		assertPlace(mask, 3, 4, 1, 1);
		assertEquals(1, mask.area());
		assertTrue(mask.contains(3, 4));
	}

	@Test
	public void pixelsOnAllEdgesNeedNoCropping() {
		final String[] rows = { ".#.", "...", "#.#", ".#." };
		final Mask mask = Masks.of(3, 4, rows);
		assertPlace(mask, 3, 4, 3, 4);
		assertRows(mask, rows);
		assertPlace(Masks.of(0, 0, "#..", "...", "..#"), 0, 0, 3, 3);
	}

	@Test
	public void negativeCoordinates() {
		final Mask mask = Masks.of(-5, -7, "...", "..#");
		assertPlace(mask, -3, -6, 1, 1);
		assertTrue(mask.contains(-3, -6));
		assertFalse(mask.contains(-4, -6));
		assertFalse(mask.contains(3, 6));
	}

	@Test
	public void containsNothingOutside() {
		final Mask mask = Masks.of(1, 1, "##", "##");
		for (int y = -1; y < 5; y++)
			for (int x = -1; x < 5; x++)
				assertEquals((x == 1 || x == 2) && (y == 1 || y == 2), mask.contains(x,
					y), x + "," + y);
	}

	@Test
	public void emptyMaskHasNoSize() {
		for (final Mask mask : new Mask[] { Mask.empty(GOOD), Masks.of(5, 5, "..",
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
			final boolean[] pixels = Masks.randomPixels(random, width * height);
			final Mask mask = Masks.of(pixels, -3, 2, width);
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
		final RandomAccessibleInterval<BoolType> interval = Masks.of(7, -2, "...",
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
		for (final Mask mask : new Mask[] { Mask.empty(GOOD), Masks.of(3, 4, "#.#",
			"..#") })
			assertEquals(mask, Mask.of(mask.interval(), GOOD));
	}

	@Test
	public void equalByPixelsPlaceAndQuality() {
		final Mask mask = Masks.of(1, 1, "##", "#.");
		assertEquals(Masks.of(0, 0, "...", ".##", ".#."), mask);
		assertEquals(Masks.of(0, 0, "...", ".##", ".#.").hashCode(), mask
			.hashCode());
		assertNotEquals(Masks.of(1, 1, "##", ".#"), mask);
		assertNotEquals(Masks.of(0, 1, "##", "#."), mask);
		assertNotEquals(Masks.of(1, 0, "##", "#."), mask);
		assertNotEquals(Mask.of(mask.interval(), MaskQuality.of(0, 0)), mask);
		assertNotEquals(Masks.of(0, 0, "##"), Masks.of(0, 0, "#", "#"));
		assertNotEquals(mask, "##");
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
