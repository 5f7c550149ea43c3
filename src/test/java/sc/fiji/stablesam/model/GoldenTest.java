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
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.StableSamException;
import sc.fiji.stablesam.model.PromptBatch.Points;

/**
 * Compares the networks with what the publisher's code answers for a small
 * checkpoint with random weights.
 */
class GoldenTest {

	private static NumpyArrays expected;
	private static TensorSource weights;
	private static Sam2 network;
	private static ImageEmbedding embedding;

	@BeforeAll
	static void encode() throws IOException {
		expected = GoldenCase.expected();
		weights = GoldenCase.weights();
		network = Sam2.load(weights, GoldenCase.CONFIG, Device.cpu());
		embedding = network.encode(GoldenCase.picture(), Progress.NONE);
	}

	@AfterAll
	static void close() {
		embedding.close();
		network.close();
	}

	@Test
	void imageEmbedding() {
		final float[] tokens = embedding.tokens().transpose(1, 0).toFloatArray();
		assertArrayEquals(expected.get("image_embedding"), tokens, 2e-4f);
	}

	@Test
	void highResolutionFeatures() {
		try (NDManager manager = NDManager.newBaseManager(Device.cpu(), "PyTorch");
				TorchOps ops = TorchOps.load(manager))
		{
			final ImageEncoder encoder = new ImageEncoder(Parameters.of(weights,
				manager), GoldenCase.CONFIG, ops);
			final NDList features = encoder.forward(manager.create(GoldenCase
				.picture(), new Shape(1, 3, 1024, 1024)), Progress.NONE);
			assertArrayEquals(expected.get("high_res_1"), channelsFirst(features.get(
				1)), 2e-3f);
			final float[] finest = channelsFirst(features.get(2));
			final double mean = mean(finest, 1);
			assertEquals(expected.get("high_res_0_mean_std")[0], mean, 2e-4);
			assertEquals(expected.get("high_res_0_mean_std")[1], Math.sqrt(mean(
				finest, 2) - mean * mean), 2e-4);
		}
	}

	private static float[] channelsFirst(final NDArray tokens) {
		return tokens.transpose(0, 2, 1).toFloatArray();
	}

	private static double mean(final float[] values, final int power) {
		double sum = 0;
		for (final float value : values)
			sum += Math.pow(value, power);
		return sum / values.length;
	}

	@ParameterizedTest
	@ValueSource(strings = { "box", "point", "points", "box_neg", "point_mask" })
	void multimaskOutput(final String prompt) {
		final MaskProposals found = network.decode(embedding, GoldenCase.batch(
			prompt, network, embedding));
		final float[] logits = expected.get(prompt + ".low_res_multimask_every4");
		for (int mask = 0; mask < 3; mask++)
			assertArrayEquals(Arrays.copyOfRange(logits, mask * 4096, (mask + 1) *
				4096), GoldenCase.everyFourth(found.logits(0, mask + 1)), 2e-4f);
		final float[] ious = { found.predictedIou(0, 1), found.predictedIou(0, 2),
			found.predictedIou(0, 3) };
		assertArrayEquals(expected.get(prompt + ".iou_multimask"), ious, 1e-4f);
	}

	@Test
	void batchAnswersAsOneByOne() {
		final Points a = GoldenCase.points("points");
		final Points b = GoldenCase.points("box_neg");
		final MaskProposals both = network.decode(embedding, PromptBatch.of(List.of(
			a, b)));
		final MaskProposals alone = network.decode(embedding, PromptBatch.of(List
			.of(b)));
		for (int output = 0; output < MaskProposals.OUTPUTS; output++)
			assertArrayEquals(alone.logits(0, output), both.logits(1, output), 1e-5f);
	}

	@Test
	void batchOfMasksAnswersAsOneByOne() {
		final float[] mask = network.decode(embedding, GoldenCase.batch("point",
			network, embedding)).logits(0, 1);
		final float[] other = network.decode(embedding, GoldenCase.batch("box",
			network, embedding)).logits(0, 2);
		final PromptBatch batch = PromptBatch.of(List.of(GoldenCase.points("point"),
			GoldenCase.points("point_mask")), List.of(other, mask));
		final MaskProposals both = network.decode(embedding, batch);
		final MaskProposals alone = network.decode(embedding, GoldenCase.batch(
			"point_mask", network, embedding));
		for (int output = 0; output < MaskProposals.OUTPUTS; output++)
			assertArrayEquals(alone.logits(0, output), both.logits(1, output), 1e-5f);
	}

	@Test
	void missingKeyIsNamed() {
		final String name = "image_encoder.trunk.blocks.3.attn.proj.bias";
		final StableSamException refusal = assertThrows(StableSamException.class,
			() -> Sam2.load(without(name), GoldenCase.CONFIG, Device.cpu()));
		assertTrue(refusal.getMessage().contains(name), refusal.getMessage());
	}

	private static TensorSource without(final String missing) {
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
