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

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import sc.fiji.stablesam.model.StabilityPlugin;
import sc.fiji.stablesam.model.TensorSource;

/**
 * Named arrays in the shapes of a plugin's weights: the weights themselves
 * while they are learnt, their gradients, or what an optimizer remembers of
 * these. Mutable; not safe for use by several threads at once.
 */
final class PluginWeights implements TensorSource {

	private final Map<String, long[]> shapes = new LinkedHashMap<>();
	private final Map<String, float[]> values = new LinkedHashMap<>();

	private PluginWeights() {}

	static PluginWeights copyOf(final StabilityPlugin plugin) {
		final PluginWeights weights = new PluginWeights();
		plugin.parameters().forEach((name, array) -> weights.put(name, array
			.getShape().getShape(), array.toFloatArray()));
		return weights;
	}

	/** @return zeros in the same shapes */
	static PluginWeights zerosLike(final PluginWeights other) {
		final PluginWeights weights = new PluginWeights();
		other.values.forEach((name, array) -> weights.put(name, other.shapes.get(
			name), new float[array.length]));
		return weights;
	}

	/** @param all of the same shapes, at least one */
	static PluginWeights mean(final List<PluginWeights> all) {
		final PluginWeights mean = zerosLike(all.get(0));
		mean.values.forEach((name, array) -> {
			for (int i = 0; i < array.length; i++) {
				double sum = 0;
				for (final PluginWeights one : all)
					sum += one.array(name)[i];
				array[i] = (float) (sum / all.size());
			}
		});
		return mean;
	}

	private void put(final String name, final long[] shape,
		final float[] numbers)
	{
		shapes.put(name, shape);
		values.put(name, numbers);
	}

	@Override
	public Set<String> names() {
		return values.keySet();
	}

	@Override
	public long[] shape(final String name) {
		return shapes.get(name).clone();
	}

	@Override
	public FloatBuffer read(final String name) {
		return FloatBuffer.wrap(values.get(name)).asReadOnlyBuffer();
	}

	/** @return the array itself */
	float[] array(final String name) {
		return values.get(name);
	}

	/** Takes another's numbers. */
	void set(final TensorSource other) {
		values.forEach((name, array) -> other.read(name).get(array));
	}

	/** Takes another's numbers of names that are of the same size in both. */
	void setSome(final PluginWeights other) {
		other.values.forEach((name, some) -> {
			final float[] array = values.get(name);
			if (array != null && array.length == some.length) System.arraycopy(some,
				0, array, 0, some.length);
		});
	}

	void fill(final float value) {
		values.values().forEach(array -> Arrays.fill(array, value));
	}

	/** Adds numbers to those of a name. */
	void add(final String name, final float[] more) {
		final float[] array = values.get(name);
		for (int i = 0; i < array.length; i++)
			array[i] += more[i];
	}

	/** @return the length of all as one vector */
	double norm() {
		double sum = 0;
		for (final float[] array : values.values())
			for (final float value : array)
				sum += (double) value * value;
		return Math.sqrt(sum);
	}
}
