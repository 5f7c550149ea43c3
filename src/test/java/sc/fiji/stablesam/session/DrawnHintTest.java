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

package sc.fiji.stablesam.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.BooleanType;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.stablesam.image.ImageFrame;

public class DrawnHintTest {

	private static final float TOLERANCE = 1e-5f;

	@Test
	public void surePixelsAreSure() {
		// each pixel of the hint is 2 x 1 pixels of the image
		final float[] logits = DrawnHint.logits(Views.translate(full(4, 2), 2, 1),
			ImageFrame.stretched(8, 4, 4));
		assertArrayEquals(new float[] { //
			-8, -8, -8, -8, //
			-8, 8, 8, -8, //
			-8, 8, 8, -8, //
			-8, -8, -8, -8 }, logits, TOLERANCE);
	}

	@Test
	public void edgesAreWeighedByTheirShare() {
		final float[] logits = DrawnHint.logits(full(3, 1), ImageFrame.stretched(4,
			2, 2));
		assertArrayEquals(new float[] { 8, 0, -8, -8 }, logits, TOLERANCE);
	}

	@Test
	public void pixelOfASmallImageCoversMany() {
		final float[] logits = DrawnHint.logits(Views.translate(full(1, 1), 1, 0),
			ImageFrame.stretched(2, 3, 3));
		assertArrayEquals(new float[] { -8, 0, 8, -8, -8, -8, -8, -8, -8 }, logits,
			TOLERANCE);
	}

	@Test
	public void nothingIsTooSmallToCount() {
		final float[] logits = DrawnHint.logits(Views.translate(full(1, 1), 5009,
			4001), ImageFrame.stretched(10000, 10000, 100));
		final int at = 40 * 100 + 50;
		assertEquals(-8 + 16f / 10000, logits[at], TOLERANCE);
		assertTrue(logits[at] > logits[at + 1]);
	}

	@ParameterizedTest
	@CsvSource({ "7,5,4", "4,4,7", "9,2,5", "1,6,3", "5,1,1", "6,6,6" })
	public void shareOfEveryPixel(final int width, final int height,
		final int side)
	{
		final Random random = new Random(width * 10 + height);
		final RandomAccessibleInterval<NativeBoolType> drawing = ArrayImgs.booleans(
			width, height);
		drawing.forEach(pixel -> pixel.set(random.nextBoolean()));
		drawing.getAt(0, 0).set(true);
		final float[] logits = DrawnHint.logits(drawing, ImageFrame.stretched(width,
			height, side));
		for (int i = 0; i < logits.length; i++)
			assertEquals(16 * share(drawing, side, i % side, i / side) - 8, logits[i],
				TOLERANCE);
	}

	@Test
	public void drawingMayReachBeyondTheImage() {
		final float[] all = { 8, 8, 8, 8 };
		assertArrayEquals(all, DrawnHint.logits(Views.translate(full(9, 9), -3, -4),
			ImageFrame.stretched(5, 4, 2)), TOLERANCE);
	}

	@Test
	public void drawingOfNothingIsRefused() {
		final ImageFrame frame = ImageFrame.stretched(5, 4, 2);
		for (final RandomAccessibleInterval<NativeBoolType> drawing : List.of(
			ArrayImgs.booleans(3, 3), Views.translate(full(3, 3), 5, 0), Views
				.translate(full(3, 3), 0, -3)))
		{
			final String message = assertThrows(IllegalArgumentException.class,
				() -> DrawnHint.logits(drawing, frame)).getMessage();
			assertTrue(message.contains("5 x 4"), message);
		}
	}

	private static RandomAccessibleInterval<NativeBoolType> full(final int width,
		final int height)
	{
		final RandomAccessibleInterval<NativeBoolType> drawing = ArrayImgs.booleans(
			width, height);
		drawing.forEach(NativeBoolType::setOne);
		return drawing;
	}

	/** Sums the overlap of a pixel of the hint with every pixel drawn on. */
	private static double share(
		final RandomAccessibleInterval<? extends BooleanType<?>> drawing,
		final int side, final int column, final int row)
	{
		final double w = (double) side / drawing.dimension(0);
		final double h = (double) side / drawing.dimension(1);
		double share = 0;
		for (int y = 0; y < drawing.dimension(1); y++)
			for (int x = 0; x < drawing.dimension(0); x++)
				if (drawing.getAt(x, y).get()) share += overlap(x * w, (x + 1) * w,
					column) * overlap(y * h, (y + 1) * h, row);
		return share;
	}

	private static double overlap(final double from, final double to,
		final int pixel)
	{
		return Math.max(0, Math.min(to, pixel + 1) - Math.max(from, pixel));
	}
}
