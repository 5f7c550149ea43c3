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

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * The Stable-SAM plugin (Fan et al., Stable Segment Anything Model, ICLR 2025):
 * it moves from where image features are read, by the prompt tokens' attention
 * and by what makes masks of them, and how strongly, and leaves the network as
 * it is. In each {@link PluginPlace} of its configuration it has a
 * {@link DeformableSampling} and a {@link DynamicRouting}, and it may have a
 * {@link TokenAdapter} for the prompt tokens after each attention. Thread-safe.
 * Owns native memory until it or its network is closed.
 */
public final class StabilityPlugin implements AutoCloseable {

	private final NDManager manager;
	private final PluginConfig config;
	private final Map<PluginPlace, StabilityBlock> blocks = new EnumMap<>(
		PluginPlace.class);
	private final Map<PluginPlace, TokenAdapter> adapters = new EnumMap<>(
		PluginPlace.class);
	private final Optional<KnownImages> knownImages;
	private final Map<String, NDArray> parameters;

	private StabilityPlugin(final Sam network, final PluginConfig config,
		final TensorSource weights, final NDManager manager)
	{
		this.manager = manager;
		this.config = config;
		final Parameters p = Parameters.of(weights, manager);
		final NDArray places = TokenMap.places(manager, PromptEncoder.SIDE);
		for (final PluginPlace place : config.places())
			blocks.put(place, new StabilityBlock(p.of(place.key()), network
				.channels(), place, config, places, network.ops()));
		for (final PluginPlace place : config.adapters())
			adapters.put(place, new TokenAdapter(p.of(place.key()).of("adapter"),
				network.channels(), config.adapterWidth(place, network.channels()),
				network.ops()));
		knownImages = KnownImages.take(p, network.channels());
		p.requireNoneLeft();
		parameters = Collections.unmodifiableMap(p.taken());
	}

	/**
	 * @param network that it will be used with, on whose device it will be
	 * @throws sc.fiji.stablesam.StableSamException if a key is missing, left over
	 *           or of another shape
	 */
	public static StabilityPlugin load(final Sam network,
		final PluginConfig config, final TensorSource weights)
	{
		final NDManager manager = network.manager().newSubManager();
		try {
			return new StabilityPlugin(network, config, weights, manager);
		}
		catch (final RuntimeException exc) {
			manager.close();
			throw exc;
		}
	}

	/**
	 * @param network that it will be used with, on whose device it will be
	 * @param seed of the weights; the same makes the same
	 * @return an untrained plugin, which changes nothing
	 */
	public static StabilityPlugin fresh(final Sam network,
		final PluginConfig config, final long seed)
	{
		return load(network, config, new FreshPlugin(config, network.channels(),
			seed));
	}

	public PluginConfig config() {
		return config;
	}

	/** @return what it has learnt from, if it was written down */
	public Optional<KnownImages> knownImages() {
		return knownImages;
	}

	/**
	 * @return the weights by name, always in the same order; they stay the
	 *         plugin's, and writing to them changes it
	 */
	public Map<String, NDArray> parameters() {
		return parameters;
	}

	/** @return the number of weights */
	public long size() {
		return parameters.values().stream().mapToLong(NDArray::size).sum();
	}

	/** @return for one pass of the transformer */
	StabilityReading reading(final PromptBatch batch) {
		return StabilityReading.of(blocks, adapters, config.output(batch));
	}

	/** @return for one pass of the transformer with prompts almost the same */
	StabilityReading readingAlike(final PromptBatch batch) {
		return StabilityReading.ofAlike(blocks, adapters, config.output(batch));
	}

	@Override
	public void close() {
		manager.close();
	}
}
