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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import sc.fiji.stablesam.NeedsModel;

/** The plugin in the real network. */
@NeedsModel
class RealPluginTest {

	private static Sam network;
	private static ImageEmbedding embedding;

	@BeforeAll
	static void encode() {
		network = RealNetwork.load();
		embedding = GoldenCase.HIERA.encode(network);
	}

	@AfterAll
	static void close() {
		embedding.close();
		network.close();
	}

	@Test
	void untrainedChangesNothing() {
		final float[] mask = network.decode(embedding, PromptBatch.of(List.of(
			GoldenCase.points("point")))).logits(0, 0);
		try (StabilityPlugin plugin = StabilityPlugin.fresh(network, PluginConfig
			.standard(), 1))
		{
			for (final PromptBatch batch : new RandomPrompts(3).next(5, mask)) {
				final MaskProposals base = network.decode(embedding, batch);
				final MaskProposals found = network.decode(embedding, batch, Optional
					.of(plugin));
				for (int output = 0; output < MaskProposals.OUTPUTS; output++)
					assertArrayEquals(base.logits(0, output), found.logits(0, output),
						1e-5f * 32);
			}
		}
	}

	@Test
	void hasNotManyMoreWeightsThanThePaper() {
		try (StabilityPlugin plugin = StabilityPlugin.fresh(network, PluginConfig
			.standard(), 1))
		{
			assertEquals(89_010, plugin.size());
		}
	}
}
