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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import sc.fiji.stablesam.NeedsModel;
import sc.fiji.stablesam.model.PromptBatch.Label;
import sc.fiji.stablesam.model.PromptBatch.Points;

/** What is looked at closely in a region only, against the whole of it. */
@NeedsModel
class RegionSampleTest {

	private static final int BOXES = 3;
	private static final int OUTPUT = 2;

	/** Proposals are clipped to logits from -32 to 32. */
	private static final double LARGEST = 32;

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
	void logitsInARegionAreAlmostThoseOfTheWhole() {
		for (final int side : new int[] { 50, 200, 700 }) {
			final double off = rootMeanSquare(side, Optional.empty());
			assertTrue(off < 0.1, "off by " + off);
		}
	}

	@Test
	void untrainedPluginChangesNothing() {
		for (final PluginPlace place : PluginPlace.values())
			try (StabilityPlugin untrained = StabilityPlugin.fresh(network, at(place),
				1))
			{
				for (final int side : new int[] { 50, 200, 700 })
					assertTrue(rootMeanSquare(side, Optional.of(untrained)) < 0.1);
			}
	}

	@ParameterizedTest
	@EnumSource(names = { "LAYER_1", "FINAL", "UPSCALING" })
	void promptsThatAreAlikeShareWhereAPluginReads(final PluginPlace place) {
		try (StabilityPlugin plugin = StabilityPlugin.load(network, at(place),
			RandomPlugin.of(at(place), 4)))
		{
			for (final int side : new int[] { 50, 200 }) {
				final PromptBatch batch = PromptBatch.of(boxes(side));
				final MaskProposals whole = network.decode(embedding, batch, Optional
					.of(plugin));
				final MaskRegion region = region(side);
				final double with = rootMeanSquare(region, network.sample(embedding,
					batch, Optional.of(plugin), region), whole);
				final double without = rootMeanSquare(region, network.sample(embedding,
					batch, Optional.empty(), region), whole);
				assertTrue(with < 0.3, "with the plugin " + with);
				assertTrue(without > 3 * with, "without it " + without + ", with " +
					with);
			}
		}
	}

	private static PluginConfig at(final PluginPlace place) {
		return PluginConfig.standard().withPlaces(List.of(place));
	}

	@Test
	void oneMaskCanBeShared() {
		final MaskRegion region = region(200);
		final float[] mask = network.decode(embedding, PromptBatch.of(boxes(200)))
			.logits(0, 0);
		final MaskSamples shared = network.sample(embedding, PromptBatch.ofSharing(
			boxes(200), mask), Optional.empty(), region);
		final MaskProposals whole = network.decode(embedding, PromptBatch.of(boxes(
			200), boxes(200).stream().map(box -> mask).collect(Collectors.toList())));
		assertTrue(rootMeanSquare(region, shared, whole) < 0.1);
	}

	private static double rootMeanSquare(final int side,
		final Optional<StabilityPlugin> plugin)
	{
		final PromptBatch batch = PromptBatch.of(boxes(side));
		final MaskRegion region = region(side);
		return rootMeanSquare(region, network.sample(embedding, batch, plugin,
			region), network.decode(embedding, batch));
	}

	/** @return of the differences, which are checked to be at the same places */
	private static double rootMeanSquare(final MaskRegion region,
		final MaskSamples samples, final MaskProposals whole)
	{
		final long[] tokens = region.tokens();
		final int n = region.logitsAQuarter();
		assertEquals(BOXES, samples.size());
		assertEquals(tokens.length * 4 * n, samples.places());
		double sum = 0;
		for (int prompt = 0; prompt < BOXES; prompt++) {
			final float[] logits = whole.logits(prompt, OUTPUT);
			for (int i = 0; i < samples.places(); i++) {
				final int quarter = i / n % 4;
				final int part = i % n;
				final long x = tokens[i / n / 4] % 64 * 4 + quarter % 2 * 2 + part % 2;
				final long y = tokens[i / n / 4] / 64 * 4 + quarter / 2 * 2 + part / 2;
				final double sample = Math.max(-LARGEST, Math.min(LARGEST, samples
					.logit(prompt, OUTPUT, i)));
				final double difference = sample - logits[(int) (y * 256 + x)];
				sum += difference * difference;
			}
		}
		return Math.sqrt(sum / BOXES / samples.places());
	}

	private static MaskRegion region(final int side) {
		return MaskRegion.sampled().with(150, 250).with(150 + side, 250 + side);
	}

	private static List<Points> boxes(final int side) {
		final List<Points> boxes = new ArrayList<>();
		for (int i = 0; i < BOXES; i++)
			boxes.add(new Points().add(150 + i, 250 - i, Label.BOX_MIN).add(150 +
				side, 250 + side - 3 * i, Label.BOX_MAX));
		return boxes;
	}
}
