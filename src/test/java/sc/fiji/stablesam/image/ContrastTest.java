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
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Random;

import net.imglib2.img.array.ArrayImgs;

import org.junit.jupiter.api.Test;

public class ContrastTest {

	private static final float NAN = Float.NaN;
	private static final float INF = Float.POSITIVE_INFINITY;

	@Test
	public void mapsItsRangeToBrightness() {
		final Contrast contrast = Contrast.of(-10, 500);
		assertEquals(0, contrast.brightness(-10));
		assertEquals(255, contrast.brightness(500));
		assertEquals(1, contrast.brightness(-8));
		assertEquals(0, contrast.brightness(-1000));
		assertEquals(255, contrast.brightness(1000));
	}

	@Test
	public void leavesBytesAsTheyAre() {
		for (int i = 0; i < 256; i++)
			assertEquals(i, Contrast.of(0, 255).brightness(i));
	}

	@Test
	public void notANumberIsBlackAndInfinityIsAnEnd() {
		for (final Contrast contrast : Arrays.asList(Contrast.of(0, 1), Contrast.of(
			3, 3)))
		{
			assertEquals(0, contrast.brightness(Double.NaN));
			assertEquals(255, contrast.brightness(Double.POSITIVE_INFINITY));
			assertEquals(0, contrast.brightness(Double.NEGATIVE_INFINITY));
		}
	}

	@Test
	public void refusesWhatIsNoRange() {
		assertThrows(IllegalArgumentException.class, () -> Contrast.of(2, 1));
		assertThrows(IllegalArgumentException.class, () -> Contrast.of(Double.NaN,
			1));
		assertThrows(IllegalArgumentException.class, () -> percentile(0.9, 0.1, 1,
			2));
	}

	@Test
	public void percentileLeavesOutTheRarest() {
		final float[] pixels = new float[2001];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = i;
		pixels[2000] = 1e30f;
		assertEquals(Contrast.of(2, 1998), percentile(0.001, 0.999, pixels));
	}

	@Test
	public void percentileIsThatOfTheSortedPixels() {
		final Random random = new Random(1);
		final float[] pixels = new float[1001];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = (float) (random.nextGaussian() * Math.pow(10, random.nextInt(
				20) - 10));
		final float[] sorted = pixels.clone();
		Arrays.sort(sorted);
		assertEquals(Contrast.of(sorted[1], sorted[999]), percentile(0.001, 0.999,
			pixels));
		assertEquals(Contrast.of(sorted[500], sorted[750]), percentile(0.5, 0.75,
			pixels));
		assertEquals(Contrast.of(sorted[0], sorted[1000]), percentile(0, 1,
			pixels));
	}

	@Test
	public void percentileOfIntegers() {
		final short[] pixels = { 0, 7, (short) 65535, 7 };
		assertEquals(Contrast.of(0, 65535), Contrast.percentile(ArrayImgs
			.unsignedShorts(pixels, 2, 2), 0, 1));
	}

	@Test
	public void percentileIgnoresWhatIsNoNumber() {
		assertEquals(Contrast.of(1, 2), percentile(0, 1, NAN, 2, INF, 1, -INF));
		assertEquals(Contrast.of(0, 1), percentile(0, 1, NAN, INF, -INF));
	}

	@Test
	public void flatImagesAreSafe() {
		assertEquals(Contrast.of(4, 4), percentile(0.001, 0.999, 4, 4, 4, 4));
		assertEquals(Contrast.of(-3, -3), percentile(0.001, 0.999, -3));
	}

	@Test
	public void fewBrightPixelsOfAFlatImageStayVisible() {
		final float[] pixels = new float[10000];
		pixels[77] = 9;
		assertEquals(Contrast.of(0, 9), percentile(0.001, 0.999, pixels));
	}

	private static Contrast percentile(final double low, final double high,
		final float... pixels)
	{
		return Contrast.percentile(ArrayImgs.floats(pixels, pixels.length, 1), low,
			high);
	}
}
