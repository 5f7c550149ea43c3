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

package sc.fiji.stablesam.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.Random;

import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.io.RoiDecoder;
import ij.io.RoiEncoder;
import ij.process.ByteProcessor;

import org.junit.jupiter.api.Test;

import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.mask.MaskQuality;

public class MaskRoisTest {

	@Test
	public void outlinesRectanglesAsSuch() {
		final Roi roi = exact(Masks.of(3, 4, "##", "##", "##"));
		assertEquals(Roi.RECTANGLE, roi.getType());
	}

	@Test
	public void keepsOnePixelObjects() {
		exact(Masks.of(0, 0, "#"));
		exact(Masks.of(7, 9, "#"));
	}

	@Test
	public void keepsHolesAndIslandsInThem() {
		final Roi roi = exact(Masks.of(5, 6, //
			"#######", //
			"#.....#", //
			"#.###.#", //
			"#.#.#.#", //
			"#.###.#", //
			"#.....#", //
			"#######"));
		assertTrue(roi instanceof ShapeRoi);
	}

	@Test
	public void keepsSeveralParts() {
		assertTrue(exact(Masks.of(0, 0, "##..", "##..",
			"...#")) instanceof ShapeRoi);
	}

	@Test
	public void keepsDiagonalConnections() {
		exact(Masks.of(0, 0, "#.", ".#"));
		exact(Masks.of(0, 0, ".#", "#."));
		exact(Masks.of(2, 1, "#.#", ".#.", "#.#"));
		exact(Masks.of(2, 1, ".#.", "#.#", ".#."));
		exact(Masks.of(0, 0, "##..", "#.#.", ".#.#", "..##"));
	}

	@Test
	public void outlinesRandomMasksExactly() throws Exception {
		final Random random = new Random(42);
		for (int i = 0; i < 600; i++)
			exact(Masks.random(1 + random.nextInt(24), 1 + random.nextInt(24), 0.05 +
				0.9 * random.nextDouble(), random));
	}

	@Test
	public void outlinesLargeSmoothAndNoisyMasks() {
		final int size = 1000;
		final BitSet ring = new BitSet();
		for (int y = 0; y < size; y++)
			for (int x = 0; x < size; x++) {
				final double r = Math.hypot(x - 500, y - 500);
				ring.set(x + y * size, r < 490 && (r > 200 || r < 100));
			}
		exact(Mask.ofBits(10, 20, size, size, ring, MaskQuality.of(1, 1)));
		exact(Masks.random(size, size, 0.9, new Random(3)));
	}

	@Test
	public void survivesSaving() throws Exception {
		final Random random = new Random(7);
		for (int i = 0; i < 100; i++) {
			final Mask mask = Masks.random(1 + random.nextInt(12), 1 + random.nextInt(
				12), 0.6, random);
			if (mask.isEmpty()) continue;
			final byte[] bytes = RoiEncoder.saveAsByteArray(MaskRois.of(mask));
			assertContains(mask, new RoiDecoder(bytes, "roi").getRoi());
		}
	}

	@Test
	public void takesNothingFromTheDefaultGroup() {
		Roi.setDefaultGroup(3);
		try {
			assertEquals(0, MaskRois.of(Masks.of(0, 0, "##")).getGroup());
		}
		finally {
			Roi.setDefaultGroup(0);
		}
	}

	@Test
	public void refusesAnEmptyMask() {
		assertThrows(IllegalArgumentException.class, () -> MaskRois.of(Masks
			.empty()));
	}

	private static Roi exact(final Mask mask) {
		if (mask.isEmpty()) return null;
		final Roi roi = MaskRois.of(mask);
		assertContains(mask, roi);
		return roi;
	}

	/** Fills the ROI as ImageJ does and compares pixel by pixel. */
	private static void assertContains(final Mask mask, final Roi roi) {
		final int width = mask.minX() + mask.width() + 3;
		final int height = mask.minY() + mask.height() + 3;
		final ByteProcessor painted = new ByteProcessor(width, height);
		painted.setValue(255);
		painted.fill(roi);
		assertEquals(mask.area(), painted.getStats().histogram[255]);
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				if (mask.contains(x, y) != (painted.get(x, y) == 255)) assertFalse(true,
					"Pixel " + x + "," + y + " of " + mask);
		assertEquals(mask.area(), roi.getStatistics().area, 0);
	}
}
