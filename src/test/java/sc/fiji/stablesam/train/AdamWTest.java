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

import java.io.IOException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import sc.fiji.stablesam.model.GoldenCase;
import sc.fiji.stablesam.model.PluginConfig;
import sc.fiji.stablesam.model.Sam;
import sc.fiji.stablesam.model.StabilityPlugin;

class AdamWTest {

	private static final String BIAS = "upscaling.routing.out.bias";
	private static final String MATRIX = "upscaling.routing.out.weight";

	private static Sam network;

	private PluginWeights weights;
	private PluginWeights gradients;

	@BeforeAll
	static void load() throws IOException {
		network = GoldenCase.HIERA.network();
	}

	@AfterAll
	static void close() {
		network.close();
	}

	@BeforeEach
	void start() {
		try (StabilityPlugin plugin = StabilityPlugin.fresh(network, PluginConfig
			.standard(), 1))
		{
			weights = PluginWeights.copyOf(plugin);
		}
		weights.fill(1);
		gradients = PluginWeights.zerosLike(weights);
	}

	@Test
	void theFirstStepIsAsLongAsTheRate() {
		gradients.add(BIAS, new float[] { 0.02f, -300 });
		new AdamW(weights, 0).update(0, gradients, 1, 0.1);
		assertEquals(0.9, weights.array(BIAS)[0], 1e-5);
		assertEquals(1.1, weights.array(BIAS)[1], 1e-5);
	}

	/** Worked by hand: m = 0.1 then 0.19 - 0.1 * 3, v alike, corrected. */
	@Test
	void theSecondStepRemembersTheFirst() {
		final AdamW optimizer = new AdamW(weights, 0);
		gradients.add(BIAS, new float[] { 1, 0 });
		optimizer.update(0, gradients, 1, 0.1);
		gradients.fill(0);
		gradients.add(BIAS, new float[] { -3, 0 });
		optimizer.update(1, gradients, 1, 0.1);
		final double m = (0.9 * 0.1 - 0.1 * 3) / (1 - 0.81);
		final double v = (0.999 * 0.001 + 0.001 * 9) / (1 - 0.999 * 0.999);
		assertEquals(0.9 - 0.1 * m / Math.sqrt(v), weights.array(BIAS)[0], 1e-5);
		assertEquals(1, weights.array(BIAS)[1]);
	}

	@Test
	void onlyMatricesShrink() {
		new AdamW(weights, 0.5).update(0, gradients, 1, 0.1);
		assertEquals(0.95, weights.array(MATRIX)[3], 1e-6);
		assertEquals(1, weights.array(BIAS)[0]);
	}

	@Test
	void gradientsAreScaledFirst() {
		gradients.add(BIAS, new float[] { 8, 0 });
		final AdamW optimizer = new AdamW(weights, 0);
		optimizer.update(0, gradients, 0.5, 0.1);
		assertEquals(0.4, optimizer.first().array(BIAS)[0], 1e-6);
	}
}
