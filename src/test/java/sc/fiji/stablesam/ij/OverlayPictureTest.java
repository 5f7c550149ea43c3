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
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;

import ij.IJ;
import ij.ImagePlus;

import org.junit.jupiter.api.Test;

import sc.fiji.stablesam.mask.Mask;

public class OverlayPictureTest {

	private static final String[] SQUARE = new String[20];

	static {
		Arrays.fill(SQUARE, "####################");
	}

	@Test
	public void objectsAreTintedAndOutlined() {
		final ImagePlus imp = IJ.createImage("a", "RGB black", 80, 60, 1);
		final BufferedImage picture = OverlayPicture.of(Results.on(imp).with(Masks
			.of(10, 10, SQUARE), Masks.of(50, 10, SQUARE)).result());
		assertEquals(80, picture.getWidth());
		assertEquals(60, picture.getHeight());
		assertEquals(0xff000000, picture.getRGB(40, 20));
		final int inside = brightness(picture.getRGB(20, 20));
		final int edge = brightness(picture.getRGB(10, 20));
		assertTrue(inside > 40 && inside < 100, "inside " + inside);
		assertTrue(edge > 2 * inside, "edge " + edge);
		assertNotEquals(picture.getRGB(20, 20), picture.getRGB(60, 20));
	}

	@Test
	public void unstableObjectsStandOutOnAnyPicture() {
		for (final String fill : new String[] { "black", "white" }) {
			final ImagePlus imp = IJ.createImage("a", "RGB " + fill, 80, 60, 1);
			final Mask sure = Masks.of(10, 25, SQUARE);
			final Mask unsure = Masks.of(50, 25, SQUARE);
			final BufferedImage picture = OverlayPicture.of(Results.on(imp).with(sure,
				unsure.with(unsure.quality().withStability(0.31))).result());
			// outlines reach 2 pixels out, and the score stands above
			assertEquals(0, strange(picture, imp, 5, 5, 30, 18));
			assertTrue(strange(picture, imp, 45, 5, 30, 18) > 50);
			assertTrue(magenta(picture, 45, 5, 35, 45) > 60);
			assertEquals(0, magenta(picture, 5, 5, 35, 45));
		}
	}

	private static int strange(final BufferedImage picture, final ImagePlus imp,
		final int x, final int y, final int width, final int height)
	{
		int count = 0;
		for (int i = 0; i < width * height; i++)
			if (picture.getRGB(x + i % width, y + i / width) != (0xff000000 | imp
				.getProcessor().get(x + i % width, y + i / width))) count++;
		return count;
	}

	private static int magenta(final BufferedImage picture, final int x,
		final int y, final int width, final int height)
	{
		int count = 0;
		for (int i = 0; i < width * height; i++) {
			final Color color = new Color(picture.getRGB(x + i % width, y + i /
				width));
			if (color.getRed() > 200 && color.getGreen() < 60 && color
				.getBlue() > 200) count++;
		}
		return count;
	}

	@Test
	public void holesStayOpen() {
		final ImagePlus imp = IJ.createImage("a", "RGB black", 30, 30, 1);
		final String[] ring = SQUARE.clone();
		Arrays.fill(ring, 5, 15, "#####..........#####");
		final BufferedImage picture = OverlayPicture.of(Results.on(imp).with(Masks
			.of(5, 5, ring)).result());
		assertEquals(0xff000000, picture.getRGB(15, 15));
	}

	@Test
	public void thePlaneOfTheFirstObjectIsShown() {
		final ImagePlus imp = IJ.createImage("a", "RGB black", 60, 30, 2);
		imp.getStack().getProcessor(2).set(0, 0, 0xff0000);
		final BufferedImage picture = OverlayPicture.of(Results.on(imp).at(
			PlanePosition.of(1, 2, 1), Masks.of(35, 5, SQUARE)).at(PlanePosition.of(1,
				1, 1), Masks.of(5, 5, SQUARE)).result());
		assertEquals(0xffff0000, picture.getRGB(0, 0));
		assertEquals(0xff000000, picture.getRGB(15, 15));
		assertNotEquals(0xff000000, picture.getRGB(45, 15));
	}

	@Test
	public void neighboursDiffer() {
		for (int label = 1; label < 100; label++)
			for (int next = label + 1; next < label + 4; next++) {
				final Color a = Palette.color(label);
				final Color b = Palette.color(next);
				final int distance = Math.abs(a.getRed() - b.getRed()) + Math.abs(a
					.getGreen() - b.getGreen()) + Math.abs(a.getBlue() - b.getBlue());
				assertTrue(distance > 60, label + " and " + next);
			}
	}

	@Test
	public void outlinesHaveNoStairs() {
		final Rectangle2D corner = SmoothOutline.of(MaskRois.of(Masks.of(3, 4, "#.",
			"##"))).getBounds2D();
		assertEquals(new Rectangle2D.Double(3, 4, 2, 2), corner);
		assertTrue(!SmoothOutline.of(MaskRois.of(Masks.of(3, 4, "#"))).contains(3.1,
			4.1));
	}

	private static int brightness(final int rgb) {
		return Math.max(rgb >> 16 & 255, Math.max(rgb >> 8 & 255, rgb & 255));
	}
}
