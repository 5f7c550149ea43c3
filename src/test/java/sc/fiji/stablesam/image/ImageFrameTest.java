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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public class ImageFrameTest {

	@Test
	public void sameSizeKeepsPixelCentres() {
		final ImageFrame frame = ImageFrame.stretched(8, 8, 8);
		assertEquals(3, frame.toModelX(3.5));
		assertEquals(5, frame.toModelY(5.5));
	}

	@Test
	public void imageFillsThePicture() {
		final ImageFrame frame = ImageFrame.stretched(200, 50, 100);
		assertEquals(-0.5, frame.toModelX(0));
		assertEquals(99.5, frame.toModelX(200));
		assertEquals(-0.5, frame.toModelY(0));
		assertEquals(99.5, frame.toModelY(50));
		assertEquals(49.5, frame.toModelX(100));
		assertEquals(49.5, frame.toModelY(25));
	}

	@ParameterizedTest
	@CsvSource({ "1,1,1024", "1,7,1024", "1023,4097,1024", "640,480,256",
		"30000,3,256" })
	public void backAgain(final long width, final long height, final int side) {
		final ImageFrame frame = ImageFrame.stretched(width, height, side);
		for (final double t : new double[] { 0, 0.5, 0.1, 0.99, 1, -3, 20 }) {
			assertEquals(t * width, frame.toImageX(frame.toModelX(t * width)), 1e-9 *
				width);
			assertEquals(t * height, frame.toImageY(frame.toModelY(t * height)),
				1e-9 * height);
		}
	}

	@Test
	public void otherSideIsTheSameImage() {
		final ImageFrame frame = ImageFrame.stretched(30, 20, 1024).withSide(256);
		assertEquals(ImageFrame.stretched(30, 20, 256), frame);
		assertEquals(30, frame.width());
		assertEquals(20, frame.height());
		assertEquals(256, frame.side());
	}

	@Test
	public void partFillsThePicture() {
		final ImageFrame part = ImageFrame.stretched(200, 50, 100).part(150, 10, 50,
			20);
		assertEquals(-0.5, part.toModelX(150));
		assertEquals(99.5, part.toModelX(200));
		assertEquals(-0.5, part.toModelY(10));
		assertEquals(99.5, part.toModelY(30));
		assertEquals(175, part.toImageX(part.toModelX(175)));
		assertEquals(12, part.toImageY(part.toModelY(12)));
		assertEquals(part, part.withSide(7).withSide(100));
		assertNotEquals(ImageFrame.stretched(50, 20, 100), part);
	}

	@Test
	public void longerSideFillsAPaddedPicture() {
		final ImageFrame wide = ImageFrame.padded(200, 50, 100);
		assertEquals(-0.5, wide.toModelX(0));
		assertEquals(99.5, wide.toModelX(200));
		assertEquals(-0.5, wide.toModelY(0));
		assertEquals(24.5, wide.toModelY(50));
		assertEquals(100, wide.shownColumns());
		assertEquals(25, wide.shownRows());
		final ImageFrame tall = ImageFrame.padded(50, 200, 100);
		assertEquals(24.5, tall.toModelX(50));
		assertEquals(99.5, tall.toModelY(200));
		assertEquals(25, tall.shownColumns());
		assertEquals(100, tall.shownRows());
		assertNotEquals(ImageFrame.stretched(200, 50, 100), wide);
	}

	/** Expected: what the reference code's ResizeLongestSide scales to. */
	@ParameterizedTest
	@CsvSource({ "1333,777,1024,597", "500,333,1024,682", "1024,768,1024,768",
		"3,2,1024,683", "5000,1,1024,1", "700,1024,700,1024" })
	public void paddedImagesHaveWholePixels(final long width, final long height,
		final int columns, final int rows)
	{
		final ImageFrame frame = ImageFrame.padded(width, height, 1024);
		assertEquals(columns, frame.shownColumns());
		assertEquals(rows, frame.shownRows());
		assertEquals(rows - 0.5, frame.toModelY(height), 1e-9);
		assertEquals(height, frame.toImageY(frame.toModelY(height)), 1e-9);
		assertEquals((double) rows / height, frame.scaleY(), 1e-12);
		// A quarter of the picture's side shows a quarter of what it shows.
		assertEquals(rows / 4.0 - 0.5, frame.withSide(256).toModelY(height), 1e-9);
	}

	@Test
	public void partOfAPaddedImageIsPaddedItself() {
		final ImageFrame part = ImageFrame.padded(200, 50, 100).part(150, 10, 20,
			40);
		assertEquals(49.5, part.toModelX(170));
		assertEquals(99.5, part.toModelY(50));
		assertEquals(50, part.shownColumns());
		assertEquals(ImageFrame.padded(20, 40, 100).shownColumns(), part
			.shownColumns());
	}

	@Test
	public void partContainsItsPixels() {
		final ImageFrame part = ImageFrame.stretched(9, 9, 4).part(2, 3, 4, 5);
		assertTrue(part.contains(2, 3));
		assertTrue(part.contains(5.9, 7.9));
		assertFalse(part.contains(1.9, 4));
		assertFalse(part.contains(6, 4));
		assertFalse(part.contains(3, 2.9));
		assertFalse(part.contains(3, 8));
	}

	@ParameterizedTest
	@CsvSource({ "-1,0,2,2", "0,-1,2,2", "8,0,3,2", "0,0,2,8", "1,1,0,1" })
	public void partBeyondTheImageIsRefused(final long x, final long y,
		final long width, final long height)
	{
		final ImageFrame frame = ImageFrame.stretched(10, 7, 4);
		assertThrows(IllegalArgumentException.class, () -> frame.part(x, y, width,
			height));
	}

	@ParameterizedTest
	@CsvSource({ "0,1,1", "1,0,1", "1,1,0", "-1,1,1" })
	public void nothingCannotBeFramed(final long width, final long height,
		final int side)
	{
		final String message = assertThrows(IllegalArgumentException.class,
			() -> ImageFrame.stretched(width, height, side)).getMessage();
		assertTrue(message.contains(width + " x " + height), message);
	}

	@Test
	public void equalByValue() {
		final ImageFrame frame = ImageFrame.stretched(3, 4, 5);
		assertEquals(ImageFrame.stretched(3, 4, 5), frame);
		assertEquals(ImageFrame.stretched(3, 4, 5).hashCode(), frame.hashCode());
		assertNotEquals(ImageFrame.stretched(4, 3, 5), frame);
		assertNotEquals(ImageFrame.stretched(3, 3, 5), frame);
		assertNotEquals(frame.withSide(6), frame);
		assertNotEquals(frame, frame.toString());
	}
}
