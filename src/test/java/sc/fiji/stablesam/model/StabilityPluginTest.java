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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import sc.fiji.stablesam.StableSamException;
import sc.fiji.stablesam.model.PromptBatch.Label;

/** The plugin in the reference checkpoint's network. */
class StabilityPluginTest {

	private static final int LENGTH = 64 * 64;
	private static final int TOKENS = 9;

	private static TensorSource weights;
	private static Sam network;
	private static ImageEmbedding embedding;
	private static int channels;

	@BeforeAll
	static void encode() throws IOException {
		weights = GoldenCase.HIERA.weights();
		network = GoldenCase.HIERA.network();
		embedding = GoldenCase.HIERA.encode(network);
		channels = (int) network.channels();
	}

	@AfterAll
	static void close() {
		embedding.close();
		network.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "box", "points", "point_mask" })
	void untrainedChangesNothing(final String prompt) {
		final PromptBatch batch = GoldenCase.batch(prompt, network, embedding);
		final MaskProposals base = network.decode(embedding, batch);
		final PluginConfig everywhere = PluginConfig.standard().withPlaces(EnumSet
			.allOf(PluginPlace.class)).withOffsetScale(8);
		try (StabilityPlugin plugin = StabilityPlugin.fresh(network, everywhere,
			1))
		{
			final MaskProposals found = network.decode(embedding, batch, Optional.of(
				plugin));
			for (int output = 0; output < MaskProposals.OUTPUTS; output++) {
				assertArrayEquals(base.logits(0, output), found.logits(0, output),
					1e-5f);
				assertEquals(base.predictedIou(0, output), found.predictedIou(0,
					output), 1e-5f);
			}
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "LAYER_0", "LAYER_1", "FINAL" })
	void readsAsTheTextbookHasIt(final PluginPlace place) {
		readsAsTheTextbookHasIt(place, place.key());
	}

	@Test
	void readsAsTheTextbookHasItIfNarrow() {
		readsAsTheTextbookHasIt(PluginPlace.LAYER_1, "layer1:12");
	}

	private static void readsAsTheTextbookHasIt(final PluginPlace place,
		final String places)
	{
		final PluginConfig config = configured(places);
		final TensorSource some = RandomPlugin.of(network, config, 5);
		final PlainPlugin plain = new PlainPlugin(some, weights, config, place);
		final double[][] queries = random(TOKENS, 1);
		final double[][] keys = random(LENGTH, 2);
		final double[][] values = random(LENGTH, 3);
		final String attention = "sam_mask_decoder.transformer." +
			(place == PluginPlace.FINAL ? "final_attn" : "layers." + place.ordinal() +
				".cross_attn") + "_token_to_image";
		final double[][] expected = plain.read(attention, queries, keys, values, 8);
		try (NDManager manager = network.manager().newSubManager();
				StabilityPlugin plugin = StabilityPlugin.load(network, config, some))
		{
			final NDArray q = array(manager, queries).expandDims(0);
			final NDArray read = plugin.reading(GoldenCase.batch("box", network,
				embedding)).read(place, q, new OwnImage(attention(attention, manager),
					new NDList(array(manager, values)), new NDList(array(manager, keys)),
					TokenChoice.all(manager, network.ops())));
			final float[] found = read.toFloatArray();
			for (int i = 0; i < TOKENS * channels; i++)
				assertEquals(expected[i / channels][i % channels], found[i], 1e-4);
		}
	}

	private static CrossAttention attention(final String name,
		final NDManager manager)
	{
		return new CrossAttention(Parameters.of(weights, manager).of(name),
			channels, 8, network.ops());
	}

	private static double[][] random(final int rows, final long seed) {
		final Random random = new Random(seed);
		final double[][] x = new double[rows][channels];
		for (final double[] row : x)
			for (int c = 0; c < channels; c++)
				row[c] = (float) random.nextGaussian();
		return x;
	}

	private static NDArray array(final NDManager manager, final double[][] x) {
		final FloatBuffer floats = FloatBuffer.allocate(x.length * channels);
		for (final double[] row : x)
			for (final double v : row)
				floats.put((float) v);
		return manager.create(floats.rewind(), new Shape(x.length, channels));
	}

	@Test
	void textbookSamplesMove() {
		final PluginConfig config = PluginConfig.standard().withOffsetScale(3);
		final PlainPlugin plain = new PlainPlugin(RandomPlugin.of(network, config,
			5), weights, config, PluginPlace.UPSCALING);
		final double[][] sampling = plain.sampling(random(LENGTH, 2));
		double longest = 0;
		for (final double[] sample : sampling)
			longest = Math.max(longest, Math.hypot(sample[0], sample[1]));
		assertTrue(longest > 1 && longest < 64, "longest offset " + longest);
	}

	@Test
	void trainedChangesMasksAndTellsItsWeight() {
		final PromptBatch batch = GoldenCase.batch("box", network, embedding);
		final MaskProposals base = network.decode(embedding, batch);
		assertFalse(base.routingWeight(0).isPresent());
		final PluginConfig config = PluginConfig.standard();
		try (StabilityPlugin plugin = StabilityPlugin.load(network, config,
			RandomPlugin.of(network, config, 6)))
		{
			final MaskProposals found = network.decode(embedding, batch, Optional.of(
				plugin));
			assertNotEquals(base.predictedIou(0, 0), found.predictedIou(0, 0));
			final double a1 = found.routingWeight(0).getAsDouble();
			assertTrue(a1 > 0 && a1 < 1, "a1 is " + a1);
		}
	}

	@Test
	void refusesBatchesOfBoxesAndClicks() {
		final PromptBatch mixed = PromptBatch.of(List.of(GoldenCase.points(
			"points"), GoldenCase.points("box_neg")));
		try (StabilityPlugin plugin = StabilityPlugin.fresh(network, PluginConfig
			.standard(), 1))
		{
			assertThrows(IllegalArgumentException.class, () -> network.decode(
				embedding, mixed, Optional.of(plugin)));
		}
	}

	@Test
	void tellsWhichOutputItIsFor() {
		try (StabilityPlugin plugin = StabilityPlugin.fresh(network, PluginConfig
			.standard().withOutputs(1, 3), 1))
		{
			assertEquals(OptionalInt.of(1), output("box_neg", Optional.of(plugin)));
			assertEquals(OptionalInt.of(3), output("points", Optional.of(plugin)));
			assertEquals(OptionalInt.empty(), output("points", Optional.empty()));
		}
	}

	private static OptionalInt output(final String prompt,
		final Optional<StabilityPlugin> plugin)
	{
		return network.decode(embedding, GoldenCase.batch(prompt, network,
			embedding), plugin).pluginOutput();
	}

	@Test
	void batchAnswersAsOneByOne() {
		final PluginConfig config = PluginConfig.standard().withPlaces(EnumSet
			.allOf(PluginPlace.class));
		try (StabilityPlugin plugin = StabilityPlugin.load(network, config,
			RandomPlugin.of(network, config, 7)))
		{
			final MaskProposals both = network.decode(embedding, PromptBatch.of(List
				.of(GoldenCase.points("box").add(90, 100, Label.FOREGROUND), GoldenCase
					.points("box_neg"))), Optional.of(plugin));
			final MaskProposals alone = network.decode(embedding, GoldenCase.batch(
				"box_neg", network, embedding), Optional.of(plugin));
			assertArrayEquals(alone.logits(0, 0), both.logits(1, 0), 1e-5f);
			assertEquals(alone.routingWeight(0).getAsDouble(), both.routingWeight(1)
				.getAsDouble(), 1e-6);
		}
	}

	@Test
	void namesAWrongShape() {
		final PluginConfig config = PluginConfig.standard();
		final String wrong = "upscaling.sampling.depthwise.weight";
		final TensorSource source = new FreshPlugin(config, channels, 1);
		final StableSamException refusal = assertThrows(StableSamException.class,
			() -> StabilityPlugin.load(network, config, new TensorSource()
			{

				@Override
				public Set<String> names() {
					return source.names();
				}

				@Override
				public long[] shape(final String name) {
					return name.equals(wrong) ? new long[] { channels, 1, 3, 3 } : source
						.shape(name);
				}

				@Override
				public FloatBuffer read(final String name) {
					return source.read(name);
				}
			}));
		assertTrue(refusal.getMessage().contains(wrong), refusal.getMessage());
	}

	private static PluginConfig configured(final String places) {
		return PluginConfig.standard().withPlaces(places).withOutputs(2, 2)
			.withOffsetScale(3).withAmplitudeScale(0.5);
	}

	@Test
	void masksAreMadeOfTheTextbooksMixture() {
		final PluginConfig config = configured("upscaling:12");
		final TensorSource some = RandomPlugin.of(network, config, 5);
		final PlainPlugin plain = new PlainPlugin(some, weights, config,
			PluginPlace.UPSCALING);
		final double[][] tokens = random(TOKENS, 1);
		final double[][] image = random(LENGTH, 2);
		final double[][] expected = PlainPlugin.mixed(image, plain.sampling(image),
			plain.routes(tokens[2]));
		try (NDManager manager = network.manager().newSubManager();
				StabilityPlugin plugin = StabilityPlugin.load(network, config, some))
		{
			final float[] found = plugin.reading(GoldenCase.batch("box", network,
				embedding)).masks(array(manager, tokens).expandDims(0), new NDList(
					array(manager, image)), TokenChoice.all(manager, network.ops()))
				.singletonOrThrow().toFloatArray();
			for (int i = 0; i < LENGTH * channels; i++)
				assertEquals(expected[i / channels][i % channels], found[i], 1e-4);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "LAYER_0", "LAYER_1", "FINAL" })
	void onlyTokensOfThePromptAndTheWantedMaskAreAdapted(
		final PluginPlace place)
	{
		final PluginConfig config = configured("final:8").withAdapters(
			"layer0:12,layer1:12,final:12");
		final TensorSource some = RandomPlugin.of(network, config, 5);
		final PlainPlugin plain = new PlainPlugin(some, weights, config, place);
		final double[][] tokens = random(TOKENS, 1);
		try (NDManager manager = network.manager().newSubManager();
				StabilityPlugin plugin = StabilityPlugin.load(network, config, some))
		{
			final float[] found = plugin.reading(GoldenCase.batch("box", network,
				embedding)).adapt(place, array(manager, tokens).expandDims(0), 6)
				.toFloatArray();
			for (int token = 0; token < TOKENS; token++) {
				final double[] expected = token == 2 || token >= 6 ? plain.adapted(
					tokens[token]) : tokens[token];
				for (int c = 0; c < channels; c++)
					assertEquals(expected[c], found[token * channels + c], 1e-4,
						"token " + token);
			}
		}
	}

	@Test
	void adaptersChangeTheMask() {
		final PromptBatch batch = GoldenCase.batch("box", network, embedding);
		final PluginConfig without = PluginConfig.standard().withPlaces("final:8")
			.withAdapters("none");
		final float[] plain = logits(batch, without);
		for (final String adapter : List.of("layer0:4", "layer1:4", "final:4")) {
			final float[] adapted = logits(batch, without.withAdapters(adapter));
			assertFalse(Arrays.equals(plain, adapted), adapter);
		}
	}

	/** NB: The first weights that a seed makes are those of the places. */
	private static float[] logits(final PromptBatch batch,
		final PluginConfig config)
	{
		try (StabilityPlugin plugin = StabilityPlugin.load(network, config,
			RandomPlugin.of(network, config, 7)))
		{
			return network.decode(embedding, batch, Optional.of(plugin)).logits(0, 0);
		}
	}

	@Test
	void isAsSmallAsItShouldBe() {
		final PluginConfig standard = PluginConfig.standard();
		assertEquals(89_010, size(standard));
		final PluginConfig without = standard.withAdapters("none");
		assertEquals(77_906, size(without.withPlaces("final")));
		assertEquals(82_084, size(without.withPlaces("layer1:128,final:128")));
	}

	private static long size(final PluginConfig config) {
		final TensorSource fresh = new FreshPlugin(config, 256, 1);
		return fresh.names().stream().mapToLong(name -> fresh.read(name)
			.remaining()).sum();
	}

	@Test
	void sameSeedSameWeights() {
		final FloatBuffer first = weights(1);
		assertEquals(first, weights(1));
		assertNotEquals(first, weights(2));
	}

	private static FloatBuffer weights(final long seed) {
		return new FreshPlugin(PluginConfig.standard(), channels, seed).read(
			"upscaling.sampling.pointwise.weight");
	}
}
