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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.IOException;
import java.util.Arrays;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import sc.fiji.stablesam.model.GoldenCase;
import sc.fiji.stablesam.model.PluginConfig;
import sc.fiji.stablesam.model.Sam;
import sc.fiji.stablesam.model.StabilityPlugin;

class AdapterUnitsTest {

	private Sam network;

	@BeforeEach
	void load() throws IOException {
		network = GoldenCase.HIERA.network();
	}

	@AfterEach
	void close() {
		network.close();
	}

	/** @return weights of which the units are as strong as told */
	private PluginWeights adapter(final float... strengths) {
		try (StabilityPlugin plugin = StabilityPlugin.fresh(network, PluginConfig
			.standard().withPlaces("upscaling:2").withAdapters("layer0:" +
				strengths.length), 1))
		{
			final PluginWeights weights = PluginWeights.copyOf(plugin);
			Arrays.fill(array(weights, "down.weight"), 1);
			final int channels = array(weights, "up.bias").length;
			for (int unit = 0; unit < strengths.length; unit++) {
				for (int c = 0; c < channels; c++)
					array(weights, "up.weight")[c * strengths.length + unit] =
						strengths[unit];
				array(weights, "down.bias")[unit] = 10 * strengths[unit];
			}
			return weights;
		}
	}

	private static float[] array(final PluginWeights weights, final String name) {
		return weights.array("layer0.adapter." + name);
	}

	/** @return the first row of the second layer */
	private static float[] ups(final PluginWeights weights) {
		final float[] row = new float[array(weights, "down.bias").length];
		System.arraycopy(array(weights, "up.weight"), 0, row, 0, row.length);
		return row;
	}

	@Test
	void aWiderAdapterKeepsItsLastUnits() {
		final PluginWeights wide = adapter(7, 8, 9);
		AdapterUnits.takeOver(adapter(1, 2), wide);
		assertArrayEquals(new float[] { 1, 2, 9 }, ups(wide));
		assertArrayEquals(new float[] { 10, 20, 90 }, array(wide, "down.bias"));
	}

	@Test
	void aNarrowerAdapterGetsTheStrongestUnits() {
		final PluginWeights narrow = adapter(7, 8);
		AdapterUnits.takeOver(adapter(2, -5, 1, 3), narrow);
		assertArrayEquals(new float[] { -5, 3 }, ups(narrow));
		assertArrayEquals(new float[] { -50, 30 }, array(narrow, "down.bias"));
	}
}
