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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.stablesam.train.TrainingOptions.Decay;

class TrainingOptionsTest {

	private static TrainingOptions.Builder options() {
		return TrainingOptions.builder().steps(90).rate(2).warmUp(9);
	}

	@Test
	void theRateWarmsUp() {
		final TrainingOptions options = options().decay(Decay.NONE).build();
		assertEquals(0.2, options.rate(0), 1e-9);
		assertEquals(1, options.rate(4), 1e-9);
		assertEquals(2, options.rate(9), 1e-9);
		assertEquals(2, options.rate(89), 1e-9);
	}

	@Test
	void theRateDecays() {
		final TrainingOptions cosine = options().decay(Decay.COSINE).build();
		assertEquals(1, cosine.rate(45), 1e-9);
		assertTrue(cosine.rate(89) < 0.01);
		final TrainingOptions step = options().decay(Decay.STEP).build();
		assertEquals(2, step.rate(59), 1e-9);
		assertEquals(0.2, step.rate(60), 1e-9);
	}

	@Test
	void whatDecidesTheWayIsInTheMetadata() {
		final TrainingOptions options = options().build();
		assertEquals(options.toMetadata(), options.toBuilder().checkpointInterval(7)
			.validationInterval(7).build().toMetadata());
		assertTrue(!options.toMetadata().equals(options.toBuilder().rate(3).build()
			.toMetadata()));
	}

	@Test
	void whoeverIsFedItsMasksHasTwoPasses() {
		assertEquals(1, options().build().plugin().passes());
		final TrainingOptions options = options().feedback(0.25).build();
		assertEquals(2, options.plugin().passes());
		assertEquals("2", options.toMetadata().get("plugin.passes"));
		assertEquals("0.25", options.toMetadata().get("training.feedback"));
		assertEquals(options.toMetadata(), options.toBuilder().build()
			.toMetadata());
	}

	@Test
	void mixesAreDrawnByWeight() {
		final PromptMix mix = PromptMix.parse("noisy_box=3, 1_point=1,gt_box=0");
		final SplittableRandom random = new SplittableRandom(1);
		int boxes = 0;
		for (int i = 0; i < 4000; i++) {
			final PromptKind kind = mix.draw(random);
			assertTrue(kind != PromptKind.GT_BOX);
			if (kind == PromptKind.NOISY_BOX) boxes++;
		}
		assertEquals(3000, boxes, 120);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "noisy_box", "noisy_box=x", "noisy_box=-1",
		"gt_box=0", "circle=1", "gt_box=NaN" })
	void nonsensicalMixesAreRefused(final String text) {
		assertThrows(IllegalArgumentException.class, () -> PromptMix.parse(text));
	}

	@Test
	void nonsenseIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> options().steps(-1));
		assertThrows(IllegalArgumentException.class, () -> options().rate(
			Double.NaN));
		assertThrows(IllegalArgumentException.class, () -> options().lossWeights(0,
			0, 0));
		assertThrows(IllegalArgumentException.class, () -> options().feedback(
			1.01));
		assertThrows(IllegalArgumentException.class, () -> options().repainted(
			-0.01));
	}
}
