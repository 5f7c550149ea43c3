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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import sc.fiji.stablesam.model.PromptBatch.Label;

/** What training differentiates, in the reference checkpoint's network. */
class PluginGradientTest {

	private static Sam network;
	private static ImageEmbedding embedding;
	private static PromptBatch batch;

	@BeforeAll
	static void encode() throws IOException {
		network = GoldenCase.HIERA.network();
		try (ImageEmbedding encoded = GoldenCase.HIERA.encode(network)) {
			embedding = network.restore(stored(encoded));
			batch = PromptBatch.of(List.of(GoldenCase.points("points"), GoldenCase
				.points("point").add(300, 400, Label.FOREGROUND).add(90, 100,
					Label.BACKGROUND)));
		}
	}

	@AfterAll
	static void close() {
		embedding.close();
		network.close();
	}

	private static TensorSource stored(final ImageEmbedding encoded) {
		final Map<String, float[]> values = new LinkedHashMap<>();
		final Map<String, long[]> shapes = new LinkedHashMap<>();
		encoded.features().forEach((name, array) -> {
			values.put(name, array.toFloatArray());
			shapes.put(name, array.getShape().getShape());
		});
		return source(values, shapes);
	}

	private static TensorSource source(final Map<String, float[]> values,
		final Map<String, long[]> shapes)
	{
		return new TensorSource() {

			@Override
			public Set<String> names() {
				return values.keySet();
			}

			@Override
			public long[] shape(final String name) {
				return shapes.get(name);
			}

			@Override
			public FloatBuffer read(final String name) {
				return FloatBuffer.wrap(values.get(name));
			}
		};
	}

	@Test
	void givesTheLogitsOfTheProduct() {
		final PluginConfig config = PluginConfig.standard().withOutputs(2, 2);
		try (StabilityPlugin plugin = StabilityPlugin.load(network, config,
			RandomPlugin.of(network, config, 3));
				NDManager manager = network.newManager())
		{
			final float[] expected = network.decode(embedding, batch, Optional.of(
				plugin)).logits(1, 2);
			final NDArray logits = network.differentiableLogits(embedding, batch,
				Optional.of(plugin), places(manager));
			assertArrayEquals(MaskProposals.inLogitOrder(expected), logits.get(1)
				.toFloatArray(), 1e-4f);
			final NDArray some = network.differentiableLogits(embedding, batch,
				Optional.of(plugin), manager.create(new long[] { 7, 9, 1000, 4095 },
					new Shape(2, 2)));
			assertArrayEquals(logits.get("1, 16000:16016").toFloatArray(), some.get(
				"1, :16").toFloatArray(), 1e-5f);
		}
	}

	/** Goes a bit along each tensor's gradient and back. */
	@ParameterizedTest
	@CsvSource(delimiter = ' ', value = { "layer0 none", "layer1 none",
		"final none", "upscaling none", "final layer0:8,layer1:8,final:8" })
	void agreesWithFiniteDifferences(final String places, final String adapters) {
		final PluginConfig config = PluginConfig.standard().withPlaces(places)
			.withAdapters(adapters);
		final TensorSource start = RandomPlugin.of(network, config, 4);
		final Map<String, float[]> gradients = gradients(config, start);
		for (final Map.Entry<String, float[]> entry : gradients.entrySet()) {
			double square = 0;
			for (final float g : entry.getValue())
				square += (double) g * g;
			assertTrue(square > 0, entry.getKey() + " has no gradient");
			// NB: Far enough for single precision, near enough for the kinks.
			final double step = (square < 1 ? 5e-2 : 1e-2) / Math.sqrt(square);
			final double slope = (loss(config, moved(start, entry, step)) - loss(
				config, moved(start, entry, -step))) / (2 * step);
			assertEquals(square, slope, 0.03 * square, entry.getKey());
		}
	}

	private static TensorSource moved(final TensorSource start,
		final Map.Entry<String, float[]> direction, final double step)
	{
		final Map<String, float[]> values = new LinkedHashMap<>();
		final Map<String, long[]> shapes = new LinkedHashMap<>();
		for (final String name : start.names()) {
			final FloatBuffer from = start.read(name);
			final float[] to = new float[from.remaining()];
			for (int i = 0; i < to.length; i++)
				to[i] = (float) (from.get(i) + (name.equals(direction.getKey()) ? step *
					direction.getValue()[i] : 0));
			values.put(name, to);
			shapes.put(name, start.shape(name));
		}
		return source(values, shapes);
	}

	private static Map<String, float[]> gradients(final PluginConfig config,
		final TensorSource weights)
	{
		final Map<String, float[]> gradients = new LinkedHashMap<>();
		try (StabilityPlugin plugin = StabilityPlugin.load(network, config,
			weights); NDManager manager = network.newManager())
		{
			plugin.parameters().values().forEach(p -> p.setRequiresGradient(true));
			try (GradientCollector collector = Engine.getEngine("PyTorch")
				.newGradientCollector())
			{
				final NDArray logits = network.differentiableLogits(embedding, batch,
					Optional.of(plugin), places(manager));
				collector.backward(logits.square().sum());
			}
			plugin.parameters().forEach((name, p) -> {
				try (NDArray gradient = p.getGradient()) {
					gradients.put(name, gradient.toFloatArray());
				}
			});
		}
		return gradients;
	}

	/** @return all of them */
	private static NDArray places(final NDManager manager) {
		final long[] places = new long[2 * 4096];
		Arrays.setAll(places, i -> i % 4096);
		return manager.create(places, new Shape(2, 4096));
	}

	private static double loss(final PluginConfig config,
		final TensorSource weights)
	{
		try (StabilityPlugin plugin = StabilityPlugin.load(network, config,
			weights); NDManager manager = network.newManager())
		{
			final ByteBuffer bytes = network.differentiableLogits(embedding, batch,
				Optional.of(plugin), places(manager)).toByteBuffer();
			double sum = 0;
			while (bytes.hasRemaining()) {
				final double logit = bytes.getFloat();
				sum += logit * logit;
			}
			return sum;
		}
	}
}
