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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import sc.fiji.stablesam.image.ImageFrame;
import sc.fiji.stablesam.mask.Mask;

class TokenSampleTest {

	private static final ImageFrame TOKENS = ImageFrame.stretched(640, 320, 64);
	private static final Mask OBJECT = Pictures.rectangle(400, 100, 60, 40);

	private static TokenSample sample(final long seed) {
		return TokenSample.round(OBJECT, TOKENS, new SplittableRandom(seed));
	}

	@Test
	void theObjectAndItsSurroundingsAreInIt() {
		final Set<Integer> whole = new HashSet<>();
		final TokenSample sample = sample(1);
		for (int i = 0; i < sample.size(); i++)
			if (sample.weight(i) == 1) whole.add(sample.place(i));
		// NB: The object covers tokens 40 to 45 in x and 20 to 27 in y.
		for (int y = 15; y < 33; y++)
			for (int x = 35; x < 51; x++)
				assertTrue(whole.contains(x + 64 * y), x + ", " + y);
	}

	@Test
	void noTokenIsTwiceInItAndAllAreStoodFor() {
		final TokenSample sample = sample(2);
		final Set<Integer> places = new HashSet<>();
		double sum = 0;
		for (int i = 0; i < sample.size(); i++) {
			assertTrue(places.add(sample.place(i)));
			sum += sample.weight(i);
		}
		assertEquals(64 * 64, sum, 0.1);
	}

	@Test
	void onAverageFarTokensCountOnce() {
		double corner = 0;
		for (int seed = 0; seed < 2000; seed++) {
			final TokenSample sample = sample(seed);
			for (int i = 0; i < sample.size(); i++)
				if (sample.place(i) == 0) corner += sample.weight(i);
		}
		assertEquals(1, corner / 2000, 0.3);
	}

	@Test
	void largeObjectsNeedAllTokens() {
		assertTrue(TokenSample.suits(OBJECT, TOKENS));
		assertFalse(TokenSample.suits(Pictures.rectangle(0, 0, 200, 40), TOKENS));
		assertEquals(64 * 64, TokenSample.everywhere(64).size());
	}
}
