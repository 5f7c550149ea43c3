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

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * The weights with which the training of a plugin starts: uniform random
 * numbers within 1 / sqrt(inputs), but for the last layers of the offset
 * networks and of the adapters, which are zero, so that the plugin changes
 * nothing.
 */
final class FreshPlugin implements TensorSource {

	private final Map<String, long[]> shapes = new LinkedHashMap<>();
	private final Map<String, float[]> values = new LinkedHashMap<>();
	private final Random random;

	FreshPlugin(final PluginConfig config, final long channels, final long seed) {
		random = new Random(seed);
		for (final PluginPlace place : config.places()) {
			sampling(place.key() + ".sampling.", channels, config.width(place,
				channels), DeformableSampling.outputs(place, channels));
			routing(place.key() + ".routing.", channels);
		}
		for (final PluginPlace place : config.adapters())
			adapter(place.key() + ".adapter.", channels, config.adapterWidth(place,
				channels));
	}

	private void sampling(final String name, final long c, final long width,
		final long outputs)
	{
		final int side = DeformableSampling.KERNEL;
		layer(name + "pointwise", Math.sqrt(1.0 / c), width, c);
		layer(name + "depthwise", 1.0 / side, width, 1, side, side);
		norm(name + "norm", width);
		put(name + "out.weight", new float[Math.toIntExact(outputs * width)],
			outputs, width);
	}

	private void routing(final String name, final long c) {
		final long hidden = DynamicRouting.HIDDEN;
		layer(name + "hidden", Math.sqrt(1.0 / c), hidden, c);
		norm(name + "norm", hidden);
		layer(name + "out", Math.sqrt(1.0 / hidden), 2, hidden);
	}

	private void adapter(final String name, final long c, final long width) {
		layer(name + "down", Math.sqrt(1.0 / c), width, c);
		put(name + "up.weight", new float[Math.toIntExact(c * width)], c, width);
		put(name + "up.bias", new float[Math.toIntExact(c)], c);
	}

	private void layer(final String name, final double bound,
		final long... shape)
	{
		put(name + ".weight", uniform(bound, shape), shape);
		put(name + ".bias", uniform(bound, shape[0]), shape[0]);
	}

	private float[] uniform(final double bound, final long... shape) {
		final long size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
		final float[] numbers = new float[Math.toIntExact(size)];
		for (int i = 0; i < numbers.length; i++)
			numbers[i] = (float) (bound * (2 * random.nextDouble() - 1));
		return numbers;
	}

	private void norm(final String name, final long channels) {
		final float[] ones = new float[Math.toIntExact(channels)];
		Arrays.fill(ones, 1);
		put(name + ".weight", ones, channels);
		put(name + ".bias", new float[ones.length], channels);
	}

	private void put(final String name, final float[] numbers,
		final long... shape)
	{
		shapes.put(name, shape);
		values.put(name, numbers);
	}

	@Override
	public Set<String> names() {
		return shapes.keySet();
	}

	@Override
	public long[] shape(final String name) {
		return shapes.get(name).clone();
	}

	@Override
	public FloatBuffer read(final String name) {
		return FloatBuffer.wrap(values.get(name));
	}
}
