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

package sc.fiji.stablesam.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.mask.MaskQuality;

public class MaskStabilityTest {

	private static final Mask NOTHING = Mask.empty(MaskQuality.of(0, 0));

	@Test
	public void theMeanIouWithTheUnion() {
		// The union has 10 pixels, the masks 6, 6 and 4.
		final List<Mask> masks = Arrays.asList(Pictures.rectangle(5, 4, 3, 2),
			Pictures.rectangle(7, 4, 3, 2), Pictures.rectangle(7, 4, 2, 2));
		assertEquals((0.6 + 0.6 + 0.4) / 3, MaskStability.of(masks), 1e-12);
	}

	@Test
	public void masksApartShareNothing() {
		assertEquals(0.5, MaskStability.of(Arrays.asList(Pictures.rectangle(0, 9, 4,
			3), Pictures.rectangle(400, 2, 3, 4))), 1e-12);
		assertEquals(0.5, MaskStability.of(Arrays.asList(NOTHING, Pictures
			.rectangle(4, 4, 2, 2))), 1e-12);
	}

	@Test
	public void equalMasksAreStable() {
		final Mask ring = Pictures.mask(2, 2, "###", "#.#", "###");
		assertEquals(1, MaskStability.of(Arrays.asList(ring, ring, ring)));
		assertEquals(1, MaskStability.of(Arrays.asList(NOTHING, NOTHING)));
		assertThrows(IllegalArgumentException.class, () -> MaskStability.of(
			Collections.emptyList()));
	}

	@Test
	public void itIsTheMeanOfTheIousAsTheyAreDefined() {
		final SplittableRandom random = new SplittableRandom(3);
		for (int i = 0; i < 50; i++) {
			final List<Mask> masks = Arrays.asList(disc(random), disc(random), disc(
				random));
			final Mask union = union(masks);
			final double expected = masks.stream().mapToDouble(union::iou).average()
				.orElseThrow();
			assertEquals(expected, MaskStability.of(masks), 1e-12);
		}
	}

	private static Mask disc(final SplittableRandom random) {
		return Pictures.disc(random.nextInt(20), random.nextInt(20), 5 + random
			.nextInt(20));
	}

	private static Mask union(final List<Mask> masks) {
		final StringBuilder pixels = new StringBuilder();
		for (int i = 0; i < 50 * 50; i++) {
			final int x = i % 50, y = i / 50;
			pixels.append(masks.stream().anyMatch(m -> m.contains(x, y)) ? '#' : '.');
		}
		return Pictures.mask(0, 0, pixels.toString().split("(?<=\\G.{50})"));
	}
}
