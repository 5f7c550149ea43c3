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

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import sc.fiji.stablesam.StableSamException;
import sc.fiji.stablesam.model.PluginConfig;
import sc.fiji.stablesam.model.Sam;
import sc.fiji.stablesam.model.StabilityPlugin;
import sc.fiji.stablesam.weights.PluginFile;

/**
 * The weights that a training begins with: fresh ones, or the mean of other
 * plugins' (Wortsman et al., Model soups, ICML 2022), which may sit in other
 * places and have adapters of other widths: what is wanted of it is taken over,
 * and what it lacks is fresh and changes nothing.
 */
final class StartingWeights {

	private final Sam network;
	private final String base;
	private final TrainingOptions options;

	/** @param base id of the network's model */
	StartingWeights(final Sam network, final String base,
		final TrainingOptions options)
	{
		this.network = network;
		this.base = base;
		this.options = options;
	}

	/**
	 * @throws StableSamException if the file that training is to start from is
	 *           damaged, no plugin, or another kind of plugin than is wanted
	 */
	PluginWeights get() {
		return options.start().isEmpty() ? fresh() : PluginWeights.mean(options
			.start().stream().map(this::of).collect(Collectors.toList()));
	}

	/**
	 * @return how the plugins were made that training is to start from, in their
	 *         order; nothing if there are none
	 * @throws StableSamException if one is damaged or no plugin
	 */
	Map<String, String> record() {
		// NB: in the same order always, so that files are the same to the bit.
		final Map<String, String> record = new LinkedHashMap<>();
		if (options.start().isEmpty()) return record;
		final List<Map<String, String>> made = options.start().stream().map(
			StartingWeights::metadata).collect(Collectors.toList());
		record.put("training.from_seeds", told(made, PluginFile.SEED));
		record.put("training.from_steps", told(made, PluginFile.STEPS));
		return record;
	}

	private static Map<String, String> metadata(final Path path) {
		try (PluginFile file = PluginFile.open(path)) {
			return file.metadata();
		}
	}

	private static String told(final List<Map<String, String>> made,
		final String key)
	{
		return made.stream().map(plugin -> plugin.getOrDefault(key, "unknown"))
			.collect(Collectors.joining(", "));
	}

	private PluginWeights fresh() {
		try (StabilityPlugin plugin = StabilityPlugin.fresh(network, options
			.plugin(), options.seed()))
		{
			return PluginWeights.copyOf(plugin);
		}
	}

	private PluginWeights of(final Path path) {
		final PluginConfig wanted = options.plugin();
		try (PluginFile file = PluginFile.open(path)) {
			file.requireBase(base);
			final PluginConfig found = PluginConfig.fromMetadata(file.metadata());
			// NB: How many passes it has is no matter of its shape.
			if (!found.withPasses(wanted.passes()).isAlike(wanted))
				throw new StableSamException("The plugin " + path +
					" to start from is made otherwise (" + found + ") than this one (" +
					wanted + "); choose the same outputs, scales and widths of places.");
			try (StabilityPlugin plugin = StabilityPlugin.load(network, found,
				new FileTensors(file)))
			{
				final PluginWeights weights = fresh();
				final PluginWeights known = PluginWeights.copyOf(plugin);
				weights.setSome(known);
				AdapterUnits.takeOver(known, weights);
				return weights;
			}
		}
	}
}
