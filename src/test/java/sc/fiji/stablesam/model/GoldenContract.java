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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import sc.fiji.stablesam.StableSamException;
import sc.fiji.stablesam.model.PromptBatch.Points;

/**
 * Compares a network with what the publisher's code answers for a small
 * checkpoint with random weights.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class GoldenContract {

	private final GoldenCase golden;
	private NumpyArrays expected;
	private TensorSource weights;
	private Sam network;
	private ImageEmbedding embedding;

	GoldenContract(final GoldenCase golden) {
		this.golden = golden;
	}

	@BeforeAll
	void encode() throws IOException {
		expected = golden.expected();
		weights = golden.weights();
		network = golden.network();
		embedding = golden.encode(network);
	}

	@AfterAll
	void close() {
		embedding.close();
		network.close();
	}

	GoldenCase golden() {
		return golden;
	}

	NumpyArrays expected() {
		return expected;
	}

	TensorSource weights() {
		return weights;
	}

	Sam network() {
		return network;
	}

	@Test
	void imageEmbedding() {
		final int channels = (int) network.channels();
		final float[] tokens = embedding.tokens().toFloatArray();
		final float[] map = new float[tokens.length];
		for (int i = 0; i < map.length; i++)
			map[i % channels * 4096 + i / channels] = tokens[i];
		assertArrayEquals(expected.get("image_embedding"), map, 2e-4f);
	}

	@ParameterizedTest
	@ValueSource(strings = { "box", "point", "points", "box_neg", "point_mask" })
	void multimaskOutput(final String prompt) {
		final MaskProposals found = decode(prompt);
		final float[] logits = expected.get(prompt + ".low_res_multimask_every4");
		for (int mask = 0; mask < 3; mask++)
			assertArrayEquals(Arrays.copyOfRange(logits, mask * 4096, (mask + 1) *
				4096), GoldenCase.everyFourth(found.logits(0, mask + 1)), 2e-4f);
		final float[] ious = { found.predictedIou(0, 1), found.predictedIou(0, 2),
			found.predictedIou(0, 3) };
		assertArrayEquals(expected.get(prompt + ".iou_multimask"), ious, 1e-4f);
	}

	private MaskProposals decode(final String prompt) {
		return network.decode(embedding, GoldenCase.batch(prompt, network,
			embedding));
	}

	@ParameterizedTest
	@ValueSource(strings = { "box", "points", "point_mask" })
	void regionIsPartOfTheWhole(final String prompt) {
		final PromptBatch batch = GoldenCase.batch(prompt, network, embedding);
		final MaskRegion region = MaskRegion.complete().with(300, 200).with(700,
			800);
		final float[] some = network.decodeIn(region, embedding, batch, Optional
			.empty()).logits(0, 2);
		final float[] all = decode(prompt).logits(0, 2);
		double sum = 0;
		int inside = 0;
		for (final long token : region.tokens())
			for (int i = 0; i < 16; i++) {
				final int place = (int) (token / 64 * 4 + i / 4) * MaskProposals.SIDE +
					(int) (token % 64 * 4 + i % 4);
				sum += Math.abs(some[place] - all[place]);
				inside++;
			}
		assertTrue(inside > 30_000 && sum / inside < 0.05, "off by " + sum /
			inside + " in " + inside);
		assertEquals(-10, some[0]);
	}

	@Test
	void batchAnswersAsOneByOne() {
		final Points a = GoldenCase.points("point").add(333, 444,
			PromptBatch.Label.BACKGROUND);
		final Points b = GoldenCase.points("point_mask").add(90, 77,
			PromptBatch.Label.FOREGROUND);
		final MaskProposals both = network.decode(embedding, PromptBatch.of(List.of(
			a, b)));
		final MaskProposals alone = network.decode(embedding, PromptBatch.of(List
			.of(b)));
		for (int output = 0; output < MaskProposals.OUTPUTS; output++)
			assertArrayEquals(alone.logits(0, output), both.logits(1, output), 1e-5f);
	}

	@Test
	void batchOfMasksAnswersAsOneByOne() {
		final float[] mask = decode("point").logits(0, 1);
		final float[] other = decode("box").logits(0, 2);
		final PromptBatch batch = PromptBatch.of(List.of(GoldenCase.points("point"),
			GoldenCase.points("point_mask")), List.of(other, mask));
		final MaskProposals both = network.decode(embedding, batch);
		final MaskProposals alone = decode("point_mask");
		for (int output = 0; output < MaskProposals.OUTPUTS; output++)
			assertArrayEquals(alone.logits(0, output), both.logits(1, output), 1e-5f);
	}

	@Test
	void maskAloneIsAPrompt() {
		final float[] mask = decode("box").logits(0, 1);
		final MaskProposals found = network.decode(embedding, PromptBatch.of(List
			.of(new Points()), List.of(mask)));
		assertTrue(Float.isFinite(found.predictedIou(0, 0)));
		final MaskProposals other = decode("box");
		assertTrue(found.logits(0, 0)[12345] != other.logits(0, 0)[12345]);
	}

	@Test
	void restoredEmbeddingAnswersAsTheFirst() {
		final Map<String, NDArray> features = embedding.features();
		try (ImageEmbedding again = network.restore(new TensorSource() {

			@Override
			public Set<String> names() {
				return features.keySet();
			}

			@Override
			public long[] shape(final String name) {
				return features.get(name).getShape().getShape();
			}

			@Override
			public FloatBuffer read(final String name) {
				return FloatBuffer.wrap(features.get(name).toFloatArray());
			}
		})) {
			assertEquals(embedding.bytes(), again.bytes());
			final MaskProposals found = network.decode(again, GoldenCase.batch("box",
				network, again));
			assertArrayEquals(decode("box").logits(0, 3), found.logits(0, 3), 1e-5f);
		}
	}

	@Test
	void freshPluginChangesNothing() {
		final PromptBatch batch = GoldenCase.batch("box_neg", network, embedding);
		try (StabilityPlugin plugin = StabilityPlugin.fresh(network, PluginConfig
			.standard(), 1))
		{
			final MaskProposals with = network.decode(embedding, batch, Optional.of(
				plugin));
			for (int output = 0; output < MaskProposals.OUTPUTS; output++)
				assertArrayEquals(decode("box_neg").logits(0, output), with.logits(0,
					output), 1e-5f);
		}
	}

	@Test
	void trainedPluginIsReadByItsMaskToken() {
		final PluginConfig config = PluginConfig.standard().withOutputs(1, 3);
		try (StabilityPlugin plugin = StabilityPlugin.load(network, config,
			RandomPlugin.of(network, config, 7)))
		{
			final MaskProposals box = network.decode(embedding, GoldenCase.batch(
				"box", network, embedding), Optional.of(plugin));
			assertEquals(1, box.pluginOutput().getAsInt());
			assertTrue(box.routingWeight(0).getAsDouble() != 0.5);
			assertTrue(box.logits(0, 1)[999] != decode("box").logits(0, 1)[999]);
		}
	}

	@Test
	void trainingSeesWhatDecodingGives() {
		final float[] raster = decode("points").logits(0, 0);
		try (NDManager manager = network.newManager()) {
			final NDArray places = manager.create(new long[] { 5, 64, 4095, 2080 },
				new Shape(1, 4));
			final float[] some = network.differentiableLogits(embedding, GoldenCase
				.batch("points", network, embedding), Optional.empty(), places)
				.toFloatArray();
			final float[] all = MaskProposals.inLogitOrder(raster);
			for (int i = 0; i < some.length; i++)
				assertEquals(all[(int) places.getLong(0, i / 16) * 16 + i % 16],
					some[i], 1e-5f);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { ".neck.", ".iou_token.", "mask_downscaling.4.bias" })
	void missingKeyIsNamed(final String part) {
		final String name = weights.names().stream().filter(key -> key.contains(
			part)).sorted().findFirst().get();
		final TensorSource rest = without(name);
		final StableSamException refusal = assertThrows(StableSamException.class,
			() -> Sam.load(rest, SamConfig.of(rest), Device.cpu(),
				Precision.FLOAT32));
		assertTrue(refusal.getMessage().contains(name), refusal.getMessage());
	}

	TensorSource without(final String missing) {
		return new TensorSource() {

			@Override
			public Set<String> names() {
				final Set<String> names = new HashSet<>(weights.names());
				names.remove(missing);
				return names;
			}

			@Override
			public long[] shape(final String name) {
				return weights.shape(name);
			}

			@Override
			public FloatBuffer read(final String name) {
				return weights.read(name);
			}
		};
	}
}
