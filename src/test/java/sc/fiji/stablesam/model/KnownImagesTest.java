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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;

import ai.djl.ndarray.NDArray;

import sc.fiji.stablesam.StableSamException;

class KnownImagesTest {

	/**
	 * NB: Both have variances of 1 and 4, so that their two images are 2 apart.
	 */
	private static final List<List<float[]>> SETS = List.of(List.of(image(1, 10),
		image(3, 6)), List.of(image(103, -6), image(101, -10)));

	private static float[] image(final float... channels) {
		return channels;
	}

	@Test
	void theDistanceIsThatToTheNearestInUnitsOfTheSpreadWithinSets() {
		final KnownImages known = KnownImages.of(SETS).get();
		for (final List<float[]> set : SETS)
			for (final float[] image : set)
				assertEquals(0, known.distance(image), 1e-9);
		assertEquals(Math.sqrt((3 * 3 + 1) / 2.0) / 2, known.distance(image(6, 4)),
			0.01);
		assertEquals(Math.sqrt((4 * 4 + 3 * 3) / 2.0) / 2, known.distance(image(105,
			-16)), 0.01);
	}

	@Test
	void nineOfTenImagesOfASetHaveAnotherWithinItsReach() {
		final Random random = new Random(1);
		final List<float[]> set = new ArrayList<>();
		for (int i = 0; i < 40; i++)
			set.add(gaussian(random));
		final KnownImages known = KnownImages.of(List.of(set)).get();
		final float[] spread = known.numbers("known.spread");
		final float[] other = gaussian(random);
		final double reach = nearest(other, set, spread) / known.distance(other);
		int within = 0;
		for (final float[] image : set) {
			final List<float[]> others = new ArrayList<>(set);
			others.remove(image);
			if (nearest(image, others, spread) < reach + 1e-5) within++;
		}
		assertEquals(36, within);
	}

	private static float[] gaussian(final Random random) {
		final float[] image = new float[30];
		for (int c = 0; c < image.length; c++)
			image[c] = (float) random.nextGaussian();
		return image;
	}

	private static double nearest(final float[] image, final List<float[]> others,
		final float[] spread)
	{
		double nearest = Double.POSITIVE_INFINITY;
		for (final float[] other : others) {
			double sum = 0;
			for (int c = 0; c < spread.length; c++)
				sum += Math.pow((image[c] - other[c]) / spread[c], 2);
			nearest = Math.min(nearest, Math.sqrt(sum / spread.length));
		}
		return nearest;
	}

	@Test
	void setsOfOneImageTellNothing() {
		assertFalse(KnownImages.of(List.of()).isPresent());
		assertFalse(KnownImages.of(List.of(List.of(image(1, 2)), List.of(), List.of(
			image(3, 4)))).isPresent());
		final KnownImages known = KnownImages.of(List.of(SETS.get(0), List.of(image(
			50, 50)))).get();
		assertTrue(known.distance(image(50, 50)) > 10);
	}

	/** As slices of a stack are. */
	@Test
	void imagesAlmostTheSameReachSomewhatFarther() {
		final KnownImages known = KnownImages.of(List.of(SETS.get(0), SETS.get(1),
			List.of(image(500, 0), image(500, 0.1f), image(500, 0.2f)))).get();
		final double spread = Math.sqrt(2 / 3.0);
		assertEquals(1 / spread / Math.sqrt(2) / 0.6, known.distance(image(501, 0)),
			0.01);
	}

	@Test
	void channelsThatNeverDifferAreNotInfinitelyFar() {
		final KnownImages known = KnownImages.of(List.of(List.of(image(1, 2), image(
			1, 4)))).get();
		assertTrue(Double.isFinite(known.distance(image(2, 2))));
	}

	/** Beside a plugin's weights, of which they are none. */
	@Test
	void comesBackFromAPluginsFile() throws IOException {
		try (Sam network = GoldenCase.HIERA.network();
				ImageEmbedding embedding = GoldenCase.HIERA.encode(network))
		{
			final float[] image = embedding.meanToken();
			final float[] other = image.clone();
			other[0] += 1;
			final KnownImages known = KnownImages.of(List.of(List.of(image, other)))
				.get();
			try (StabilityPlugin with = load(network, known.shapes(), known);
					StabilityPlugin without = load(network, Map.of(), known))
			{
				assertEquals(Optional.empty(), without.knownImages());
				assertEquals(without.parameters().keySet(), with.parameters().keySet());
				final KnownImages read = with.knownImages().get();
				assertEquals(0, read.distance(image));
				assertEquals(known.distance(new float[image.length]), read.distance(
					new float[image.length]));
			}
			final Map<String, long[]> wrong = new HashMap<>(known.shapes());
			final String first = wrong.keySet().stream().filter(name -> wrong.get(
				name).length == 2).findFirst().get();
			wrong.put(first, new long[] { 1, 2L * image.length });
			final String refusal = assertThrows(StableSamException.class, () -> load(
				network, wrong, known)).getMessage();
			assertTrue(refusal.contains(first), refusal);
		}
	}

	private static StabilityPlugin load(final Sam network,
		final Map<String, long[]> shapes, final KnownImages known)
	{
		final PluginConfig config = PluginConfig.standard();
		final TensorSource weights = new FreshPlugin(config, network.channels(), 1);
		final Map<String, long[]> all = new HashMap<>(shapes);
		weights.names().forEach(name -> all.put(name, weights.shape(name)));
		return StabilityPlugin.load(network, config, new TensorSource() {

			@Override
			public Set<String> names() {
				return all.keySet();
			}

			@Override
			public long[] shape(final String name) {
				return all.get(name);
			}

			@Override
			public FloatBuffer read(final String name) {
				return shapes.containsKey(name) ? FloatBuffer.wrap(known.numbers(name))
					: weights.read(name);
			}
		});
	}

	@Test
	void anImagesMeanTokenIsTheMeanOverItsPlaces() throws IOException {
		try (Sam network = GoldenCase.HIERA.network();
				ImageEmbedding embedding = GoldenCase.HIERA.encode(network))
		{
			final NDArray tokens = embedding.features().get(ImageEmbedding.TOKENS);
			final float[] numbers = tokens.toFloatArray();
			final int channels = (int) network.channels();
			final double[] expected = new double[channels];
			for (int i = 0; i < numbers.length; i++)
				expected[i % channels] += numbers[i] * (double) channels /
					numbers.length;
			final float[] found = embedding.meanToken();
			assertEquals(channels, found.length);
			for (int c = 0; c < channels; c++)
				assertEquals(expected[c], found[c], 1e-5);
			assertFalse(Arrays.equals(found, new float[channels]));
		}
	}

	/** Caches ask for it from other threads, whatever is going on. */
	@Test
	void theSizeOfAnEmbeddingStaysWhileItIsRead() throws Exception {
		try (Sam network = GoldenCase.HIERA.network();
				ImageEmbedding embedding = GoldenCase.HIERA.encode(network))
		{
			final long bytes = embedding.bytes();
			final AtomicBoolean done = new AtomicBoolean();
			final Thread reader = new Thread(() -> {
				for (int i = 0; i < 500; i++)
					embedding.meanToken();
				done.set(true);
			});
			reader.start();
			while (!done.get())
				assertEquals(bytes, embedding.bytes());
			reader.join();
			assertTrue(bytes > 0);
		}
	}
}
