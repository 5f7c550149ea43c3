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

import org.junit.jupiter.api.Test;

public class RoutingWeightsTest {

	private static final PromptRecipe RECIPE = PromptRecipe.of(
		PromptKind.ONE_POINT);

	@Test
	public void decilesLieBetweenTheLeastAndTheGreatest() {
		final RoutingWeights weights = new RoutingWeights(RECIPE, Arrays.asList(0.9,
			0.1, 0.5));
		assertEquals(0.5, weights.mean(), 1e-12);
		final double[] expected = { 0.1, 0.18, 0.26, 0.34, 0.42, 0.5, 0.58, 0.66,
			0.74, 0.82, 0.9 };
		final List<Double> deciles = weights.deciles();
		assertEquals(expected.length, deciles.size());
		for (int i = 0; i < expected.length; i++)
			assertEquals(expected[i], deciles.get(i), 1e-12);
	}

	@Test
	public void oneWeightIsAllDeciles() {
		assertEquals(Collections.nCopies(11, 0.25), new RoutingWeights(RECIPE, List
			.of(0.25)).deciles());
		assertThrows(IllegalArgumentException.class, () -> new RoutingWeights(
			RECIPE, List.of()));
	}
}
