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

package sc.fiji.stablesam.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The token map has 64 x 64 tokens of 16 x 16 pixels. */
class MaskRegionTest {

	@Test
	void hasAQuarterOfItsSideAsMargin() {
		// pixels 160 to 800, with margins 0 to 960
		final MaskRegion region = MaskRegion.complete().with(159.5, 159.5).with(
			799.5, 799.5);
		assertEquals(60 * 60, region.tokens().length);
		assertEquals(0, region.tokens()[0]);
		assertEquals(59 + 59 * 64, region.tokens()[60 * 60 - 1]);
	}

	@Test
	void growsToWholeBlocksOfTokens() {
		// pixel 550 in token 34, with the least margin 422 to 678: tokens 26 to 42
		final MaskRegion region = MaskRegion.sampled().with(550, 550);
		assertEquals(18 * 18, region.tokens().length);
		assertEquals(26 + 26 * 64, region.tokens()[0]);
		assertEquals(43 + 43 * 64, region.tokens()[18 * 18 - 1]);
		assertEquals(4, region.logitsAQuarter());
	}

	@ParameterizedTest
	@CsvSource({ "0,0,30,30", "500,100,800,130", "0,0,1023,1023",
		"200,200,700,700", "1020,1020,1023,1023", "-40,5,90,2000" })
	void eachTokenOfThePictureCountsOnce(final double x0, final double y0,
		final double x1, final double y1)
	{
		for (final MaskRegion region : regions(x0, y0, x1, y1)) {
			final long[] counted = region.counted();
			assertEquals(counted.length, Arrays.stream(counted).distinct().count());
			assertTrue(region.tokens().length > 0);
			final float[] weights = region.weights();
			double all = 0;
			for (final float weight : weights)
				all += Math.exp(weight);
			assertEquals(all > 1500 ? 4096 : 1024, all, 0.01);
			assertEquals(region.read().length, weights.length);
		}
		assertTrue(regions(x0, y0, x1, y1).get(2).tokens().length <= 1024);
	}

	private static List<MaskRegion> regions(final double x0, final double y0,
		final double x1, final double y1)
	{
		return Stream.of(MaskRegion.complete(), MaskRegion.skimmed(), MaskRegion
			.sampled()).map(region -> region.with(x0, y0).with(x1, y1)).collect(
				Collectors.toList());
	}

	@ParameterizedTest
	@CsvSource({ "500,100,800,130", "0,0,1023,1023", "1020,1020,1023,1023" })
	void placesThatAreNotReadHaveANeighbourForThem(final double x0,
		final double y0, final double x1, final double y1)
	{
		for (final MaskRegion region : regions(x0, y0, x1, y1)) {
			final long[] counted = region.counted();
			final long[] read = Arrays.stream(region.read()).mapToLong(
				i -> counted[i]).toArray();
			final long[] nearest = region.nearest();
			assertEquals(4096, nearest.length);
			for (int i = 0; i < nearest.length; i++) {
				final boolean own = LongStream.of(read).anyMatch(Long.valueOf(
					i)::equals);
				assertEquals(own ? i : i / 128 * 128 + i % 64 / 2 * 2,
					read[(int) nearest[i]]);
			}
		}
	}

	@Test
	void skimmedRegionsCountAllTokensAndReadAFourth() {
		final MaskRegion large = MaskRegion.skimmed().with(0, 0).with(700, 1023);
		assertEquals(56 * 64, large.tokens().length);
		assertEquals(56 * 64 + 4 * 32, large.counted().length);
		assertEquals(1024, large.read().length);
		assertEquals(4, large.logitsAQuarter());
		final MaskRegion small = MaskRegion.skimmed().with(500, 500);
		assertEquals(small.counted().length, small.read().length);
	}

	@Test
	void nothingStandsForThePicture() {
		final MaskRegion region = MaskRegion.sampled();
		assertEquals(1024, region.tokens().length);
		assertEquals(0, region.tokensOutside().length);
		assertEquals(1, region.logitsAQuarter());
	}

	@Test
	void completeRegionsHaveAllOfTheirTokensAndLogits() {
		final MaskRegion most = MaskRegion.complete().with(0, 0).with(700, 1023);
		assertTrue(most.tokens().length > 1024, most.tokens().length + " tokens");
		assertEquals(4, most.logitsAQuarter());
		assertEquals(most.counted().length, most.read().length);
		assertFalse(most.isAll());
		assertTrue(most.with(1023, 0).isAll());
		assertTrue(MaskRegion.complete().isAll());
		assertFalse(MaskRegion.sampled().isAll());
	}
}
