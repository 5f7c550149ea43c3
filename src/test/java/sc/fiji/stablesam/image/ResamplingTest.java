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
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Random;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public class ResamplingTest {

	private static final double TOLERANCE = 2e-6;

	@ParameterizedTest
	@CsvSource({
		// shrinking, by whole and by odd factors, and by a lot
		"32,32,16", "33,47,16", "17,17,16", "500,300,7",
		// growing
		"8,8,16", "15,5,16", "3,2,40",
		// shrinking in one direction and growing in the other
		"40,5,16", "3,100,16",
		// as it is
		"16,16,16",
		// lines and points
		"1,1,16", "1,50,16", "50,1,16", "1,3,16", "9,9,1" })
	public void weightedMeanUnderATriangle(final int width, final int height,
		final int side)
	{
		final int[] pixels = new Random(width * 1000 + height).ints((long) width *
			height).toArray();
		final FloatBuffer picture = resampled(pixels, width, height, side);
		assertEquals(3 * side * side, picture.remaining());
		for (int i = 0; i < picture.limit(); i++)
			assertEquals(expected(pixels, width, height, side, i), picture.get(i),
				TOLERANCE, "at " + i);
	}

	@Test
	public void halvedRampInFigures() {
		final int[] pixels = { 0x000000, 0x400000, 0x800000, 0xc00000 };
		final FloatBuffer picture = resampled(pixels, 4, 1, 2);
		// weights 3, 3, 1 of 7: the fourth pixel lies just outside
		final double left = (3 * 0 + 3 * 64 + 128) / 7.0 / 255;
		final double right = (3 * 192 + 3 * 128 + 64) / 7.0 / 255;
		assertEquals(left, picture.get(0), TOLERANCE);
		assertEquals(right, picture.get(1), TOLERANCE);
		assertEquals(left, picture.get(2), TOLERANCE);
	}

	@ParameterizedTest
	@CsvSource({ "1,1", "7,5", "100,3", "64,64", "1000,1" })
	public void constantStaysConstant(final int width, final int height) {
		final int[] pixels = new int[width * height];
		Arrays.fill(pixels, 0xffffff);
		final FloatBuffer picture = resampled(pixels, width, height, 32);
		for (int i = 0; i < picture.limit(); i++)
			assertEquals(1, picture.get(i), TOLERANCE);
	}

	@Test
	public void channelsAreRedGreenBlueWithoutAlpha() {
		final FloatBuffer picture = resampled(new int[] { 0x80ff3300 }, 1, 1, 1);
		assertEquals(1, picture.get(0), TOLERANCE);
		assertEquals(0.2, picture.get(1), TOLERANCE);
		assertEquals(0, picture.get(2), TOLERANCE);
	}

	@Test
	public void rowsComeBeforeColumns() {
		final FloatBuffer picture = resampled(new int[] { 0, 0xff0000, 0, 0 }, 2, 2,
			2);
		assertEquals(0, picture.get(0), TOLERANCE);
		assertEquals(1, picture.get(1), TOLERANCE);
		assertEquals(0, picture.get(2), TOLERANCE);
	}

	@Test
	public void imageMayStartAnywhere() {
		final int[] pixels = new Random(1).ints(20 * 10).toArray();
		final RandomAccessibleInterval<ARGBType> image = ArrayImgs.argbs(pixels, 20,
			10);
		final RandomAccessibleInterval<ARGBType> part = Views.translate(Views
			.interval(image, new long[] { 3, 2 }, new long[] { 9, 8 }), -100, 7);
		final int[] copy = new int[49];
		for (int i = 0; i < copy.length; i++)
			copy[i] = pixels[(2 + i / 7) * 20 + 3 + i % 7];
		assertEquals(resampled(copy, 7, 7, 5), Resampling.toPicture(part, ImageFrame
			.stretched(7, 7, 5)));
	}

	@Test
	public void paddingIsBlackAndTheRestAsIfItWereAll() {
		final int[] pixels = new Random(4).ints(8 * 4).toArray();
		final FloatBuffer padded = Resampling.toPicture(ArrayImgs.argbs(pixels, 8,
			4), ImageFrame.padded(8, 4, 8));
		for (int i = 0; i < padded.capacity(); i++) {
			final int y = i / 8 % 8;
			assertEquals(y < 4 ? (pixels[y * 8 + i % 8] >> 16 - 8 * (i / 64) & 255) /
				255f : 0, padded.get(i));
		}
	}

	/** Means of 10 and 11, then of the rows: rounded half up after each. */
	@Test
	public void levelsOfPaddedPicturesAreWhole() {
		final int[] pixels = { 0x0a, 0x0b, 0x0c, 0x0c, 0x0a, 0x0a, 0x0c, 0x0c };
		final FloatBuffer picture = Resampling.toPicture(ArrayImgs.argbs(pixels, 4,
			2), ImageFrame.padded(4, 2, 2));
		final float[] blue = { picture.get(8), picture.get(9), picture.get(10),
			picture.get(11) };
		for (int i = 0; i < 4; i++)
			assertEquals(Math.rint(blue[i] * 255), blue[i] * 255, 1e-4);
		assertEquals(11f / 255, blue[0]);
		assertEquals(12f / 255, blue[1]);
		assertEquals(0, blue[2]);
	}

	@Test
	public void pictureIsOrdinaryMemoryFromItsStart() {
		final FloatBuffer picture = resampled(new int[1], 1, 1, 4);
		assertFalse(picture.isDirect());
		assertEquals(ByteOrder.nativeOrder(), picture.order());
		assertEquals(0, picture.position());
	}

	@Test
	public void partIsReadAsIfItWereAll() {
		final int[] pixels = new Random(3).ints(20 * 10).toArray();
		final int[] part = new int[6 * 4];
		for (int i = 0; i < part.length; i++)
			part[i] = pixels[(5 + i / 6) * 20 + 11 + i % 6];
		assertEquals(resampled(part, 6, 4, 8), Resampling.toPicture(ArrayImgs.argbs(
			pixels, 20, 10), ImageFrame.stretched(20, 10, 8).part(11, 5, 6, 4)));
	}

	@Test
	public void frameBeyondTheImageIsRefused() {
		for (final ImageFrame frame : new ImageFrame[] { ImageFrame.stretched(2, 3,
			4), ImageFrame.stretched(4, 2, 4), ImageFrame.stretched(4, 4, 4).part(1,
				1, 2, 2) })
			assertThrows(IllegalArgumentException.class, () -> Resampling.toPicture(
				ArrayImgs.argbs(3, 2), frame));
	}

	private static FloatBuffer resampled(final int[] pixels, final int width,
		final int height, final int side)
	{
		return Resampling.toPicture(ArrayImgs.argbs(pixels, width, height),
			ImageFrame.stretched(width, height, side));
	}

	/** What PyTorch's anti-aliased bilinear interpolation is, word by word. */
	private static double expected(final int[] pixels, final int width,
		final int height, final int side, final int index)
	{
		final int shift = 16 - 8 * (index / (side * side));
		final double[] columns = weights(width, side, index % side);
		final double[] rows = weights(height, side, index / side % side);
		double sum = 0;
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++)
				sum += rows[y] * columns[x] * (pixels[y * width + x] >> shift & 0xff);
		return sum / 255;
	}

	/** @return the weight of each input pixel in one output pixel */
	private static double[] weights(final int inputs, final int outputs,
		final int output)
	{
		final double scale = (double) inputs / outputs;
		final double centre = (output + 0.5) * scale;
		final double[] weights = new double[inputs];
		double sum = 0;
		for (int i = 0; i < inputs; i++) {
			final double distance = Math.abs(i + 0.5 - centre) / Math.max(1, scale);
			weights[i] = Math.max(0, 1 - distance);
			sum += weights[i];
		}
		for (int i = 0; i < inputs; i++)
			weights[i] /= sum;
		return weights;
	}
}
