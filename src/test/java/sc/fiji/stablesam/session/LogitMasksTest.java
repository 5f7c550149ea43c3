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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.stablesam.image.ImageFrame;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.mask.MaskQuality;
import sc.fiji.stablesam.model.MaskProposals;
import sc.fiji.stablesam.model.Proposals;

public class LogitMasksTest {

	private static final MaskQuality GOOD = MaskQuality.of(0.9f, 0.8f);

	/** Nearer to zero than this, rounding may decide. */
	private static final double UNSURE = 1e-5;

	@ParameterizedTest
	@CsvSource({
		// smaller than, as large as, larger than and much unlike the logits
		"100,60,256", "256,256,256", "700,300,256", "257,255,256", "1000,3,256",
		"2,900,256",
		// points and lines
		"1,1,256", "1,500,256", "500,1,256", "1,2,256",
		// few logits, so that most of them are at an edge
		"7,5,3", "3,7,3", "20,20,2", "9,9,1" })
	public void signOfTheUpsampledLogits(final int width, final int height,
		final int side)
	{
		final Random random = new Random(width * 1000 + height);
		for (int i = 0; i < 3; i++)
			assertAsUpsampled(noise(random, side), width, height);
		for (int i = 0; i < 5; i++)
			assertAsUpsampled(blob(random, side), width, height);
	}

	@Test
	public void blobsAtEachEdge() {
		for (final int[] at : new int[][] { { 0, 0 }, { 255, 0 }, { 0, 255 }, { 255,
			255 }, { 128, 0 }, { 0, 128 }, { 255, 128 }, { 128, 255 } })
		{
			final float[] logits = new float[256 * 256];
			Arrays.fill(logits, -1);
			logits[at[1] * 256 + at[0]] = 4;
			assertAsUpsampled(logits, 600, 500);
			assertAsUpsampled(logits, 90, 70);
		}
	}

	@Test
	public void allPositiveIsTheWholeImage() {
		final float[] logits = new float[256 * 256];
		Arrays.fill(logits, 1);
		final Mask mask = mask(logits, 33, 1000);
		assertEquals(33 * 1000, mask.area());
		assertEquals(0, mask.minX());
		assertEquals(0, mask.minY());
	}

	@Test
	public void nothingPositiveIsEmpty() {
		assertEquals(Mask.empty(GOOD), mask(new float[256 * 256], 50, 40));
		final float[] logits = new float[256 * 256];
		Arrays.fill(logits, -32);
		assertEquals(Mask.empty(GOOD), mask(logits, 50, 40));
	}

	@Test
	public void whatNoPixelSeesIsEmpty() {
		final float[] logits = new float[256 * 256];
		Arrays.fill(logits, -1);
		logits[0] = 1;
		assertTrue(mask(logits, 4, 4).isEmpty());
	}

	@Test
	public void qualityIsThatOfTheOutput() {
		final float[][] logits = new float[MaskProposals.OUTPUTS][256 * 256];
		for (final float[] output : logits)
			Arrays.fill(output, -5);
		Arrays.fill(logits[2], 0, 30, 5);
		final MaskProposals proposals = Proposals.of(logits, 0.1f, 0.2f, 0.3f,
			0.4f);
		final Mask mask = new LogitMasks(ImageFrame.stretched(256, 256, 256)).mask(
			proposals, 0, 2);
		assertEquals(MaskQuality.of(0.3f), mask.quality());
		assertEquals(30, mask.area());
	}

	@Test
	public void predictionsBeyondOneCountAsOne() {
		final float[][] logits = new float[MaskProposals.OUTPUTS][256 * 256];
		final MaskProposals proposals = Proposals.ofSam(logits, 1.02f, -0.1f, 0, 0);
		final LogitMasks masks = new LogitMasks(ImageFrame.padded(9, 5, 256));
		assertEquals(MaskQuality.of(1), masks.mask(proposals, 0, 0).quality());
		assertEquals(MaskQuality.of(0), masks.mask(proposals, 0, 1).quality());
	}

	@Test
	public void paddingIsCutOff() {
		final LogitMasks masks = new LogitMasks(ImageFrame.padded(16, 8, 8));
		final float[] all = new float[64];
		Arrays.fill(all, 5);
		final Mask whole = masks.mask(all, GOOD);
		assertEquals(16 * 8, whole.area());
		assertEquals(8, whole.height());
		final float[] below = new float[64];
		Arrays.fill(below, -5);
		Arrays.fill(below, 48, 64, 5);
		assertTrue(masks.mask(below, GOOD).isEmpty());
	}

	private static Mask mask(final float[] logits, final int width,
		final int height)
	{
		return new LogitMasks(ImageFrame.stretched(width, height, (int) Math.sqrt(
			logits.length))).mask(logits, GOOD);
	}

	private static void assertAsUpsampled(final float[] logits, final int width,
		final int height)
	{
		final Mask mask = mask(logits, width, height);
		for (int y = 0; y < height; y++)
			for (int x = 0; x < width; x++) {
				final double value = upsampled(logits, width, height, x, y);
				if (Math.abs(value) > UNSURE) assertEquals(value > 0, mask.contains(x,
					y), () -> value + " in " + mask);
			}
		assertTrue(mask.minX() >= 0 && mask.minX() + mask.width() <= width);
		assertTrue(mask.minY() >= 0 && mask.minY() + mask.height() <= height);
		assertEquals(GOOD, mask.quality());
	}

	/** Bilinear interpolation with corners not aligned, word by word. */
	private static double upsampled(final float[] logits, final int width,
		final int height, final int x, final int y)
	{
		final int side = (int) Math.sqrt(logits.length);
		final double u = Math.max(0, (x + 0.5) * side / width - 0.5);
		final double v = Math.max(0, (y + 0.5) * side / height - 0.5);
		final int x0 = (int) u, y0 = (int) v;
		final int x1 = Math.min(side - 1, x0 + 1), y1 = Math.min(side - 1, y0 + 1);
		final double top = (1 - u + x0) * logits[y0 * side + x0] + (u - x0) *
			logits[y0 * side + x1];
		final double bottom = (1 - u + x0) * logits[y1 * side + x0] + (u - x0) *
			logits[y1 * side + x1];
		return (1 - v + y0) * top + (v - y0) * bottom;
	}

	private static float[] noise(final Random random, final int side) {
		final float[] logits = new float[side * side];
		for (int i = 0; i < logits.length; i++)
			logits[i] = (float) random.nextGaussian();
		return logits;
	}

	/** A disc anywhere, perhaps partly or wholly outside. */
	private static float[] blob(final Random random, final int side) {
		final double x = (random.nextDouble() * 1.4 - 0.2) * side;
		final double y = (random.nextDouble() * 1.4 - 0.2) * side;
		final double radius = random.nextDouble() * side / 3;
		final float[] logits = new float[side * side];
		for (int i = 0; i < logits.length; i++)
			logits[i] = (float) (radius - Math.hypot(i % side - x, i / side - y));
		return logits;
	}
}
