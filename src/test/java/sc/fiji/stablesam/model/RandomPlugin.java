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
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Weights of a plugin that moves its samples by some places and leaves nothing
 * at its start.
 */
public final class RandomPlugin implements TensorSource {

	private static final int CHANNELS = 256;

	private final TensorSource fresh;
	private final Map<String, float[]> values = new HashMap<>();

	private RandomPlugin(final TensorSource fresh, final long seed) {
		this.fresh = fresh;
		final Random random = new Random(seed);
		for (final String name : fresh.names()) {
			final float[] numbers = new float[fresh.read(name).remaining()];
			for (int i = 0; i < numbers.length; i++)
				numbers[i] = fresh.read(name).get(i) + 0.4f * (random.nextFloat() -
					0.5f);
			values.put(name, numbers);
		}
	}

	public static TensorSource of(final Sam network, final PluginConfig config,
		final long seed)
	{
		return new RandomPlugin(new FreshPlugin(config, network.channels(), seed),
			seed);
	}

	/** @return weights for the networks that are published */
	public static TensorSource of(final PluginConfig config, final long seed) {
		return new RandomPlugin(new FreshPlugin(config, CHANNELS, seed), seed);
	}

	@Override
	public Set<String> names() {
		return fresh.names();
	}

	@Override
	public long[] shape(final String name) {
		return fresh.shape(name);
	}

	@Override
	public FloatBuffer read(final String name) {
		return FloatBuffer.wrap(values.get(name));
	}
}
