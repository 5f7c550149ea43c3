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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;

import org.junit.jupiter.api.Test;

public class MaskQualityTest {

	@Test
	public void keepsAllScores() {
		final MaskQuality quality = MaskQuality.of(0.25f, 0.75).withRoutingWeight(
			OptionalDouble.of(0.5)).withFamiliarity(OptionalDouble.of(0.125))
			.withPredictedIou(0.375f);
		assertEquals(0.375f, quality.predictedIou());
		assertEquals(OptionalDouble.of(0.75), quality.stability());
		assertEquals(OptionalDouble.of(0.5), quality.routingWeight());
		assertEquals(OptionalDouble.of(0.125), quality.familiarity());
		assertEquals(
			"predicted IoU 0.375, stability 0.75, routing weight 0.5, familiarity 0.125",
			quality.toString());
		assertEquals(quality, quality.withStability(0.5).withStability(0.75));
		assertEquals(quality, quality.withRoutingWeight(OptionalDouble.empty())
			.withRoutingWeight(OptionalDouble.of(0.5)));
	}

	@Test
	public void whatWasNotMeasuredIsAbsent() {
		final MaskQuality quality = MaskQuality.of(0.25f);
		assertEquals(OptionalDouble.empty(), quality.stability());
		assertEquals(OptionalDouble.empty(), quality.routingWeight());
		assertEquals(OptionalDouble.empty(), quality.familiarity());
		assertEquals("predicted IoU 0.25", quality.toString());
	}

	@Test
	public void unstableBelowALimit() {
		assertTrue(MaskQuality.of(1, MaskQuality.STABLE - 0.01).isUnstable());
		assertFalse(MaskQuality.of(0, MaskQuality.STABLE).isUnstable());
		assertFalse(MaskQuality.of(0).isUnstable());
	}

	@Test
	public void unfamiliarBelowALimit() {
		final MaskQuality quality = MaskQuality.of(1);
		assertTrue(quality.withFamiliarity(OptionalDouble.of(0.49)).isUnfamiliar());
		assertFalse(quality.withFamiliarity(OptionalDouble.of(0.5)).isUnfamiliar());
		assertFalse(quality.isUnfamiliar());
	}

	@Test
	public void equalByValue() {
		final MaskQuality quality = MaskQuality.of(0.25f, 0.75f);
		assertEquals(MaskQuality.of(0.25f, 0.75f), quality);
		assertEquals(MaskQuality.of(0.25f, 0.75f).hashCode(), quality.hashCode());
		assertNotEquals(MaskQuality.of(0.75f, 0.75f), quality);
		assertNotEquals(MaskQuality.of(0.25f, 0.25f), quality);
		assertNotEquals(MaskQuality.of(0.25f), quality);
		assertNotEquals(quality.withRoutingWeight(OptionalDouble.of(0)), quality);
		assertNotEquals(quality.withFamiliarity(OptionalDouble.of(0)), quality);
		assertNotEquals(quality, 0.25f);
	}

	@Test
	public void unknownScoresAreEqualToThemselves() {
		assertEquals(MaskQuality.of(Float.NaN, Float.NaN), MaskQuality.of(Float.NaN,
			Float.NaN));
	}
}
