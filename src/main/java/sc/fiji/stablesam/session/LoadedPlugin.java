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

package sc.fiji.stablesam.session;

import java.nio.file.Path;

import sc.fiji.stablesam.StableSamException;
import sc.fiji.stablesam.model.PluginConfig;
import sc.fiji.stablesam.model.Sam;
import sc.fiji.stablesam.model.StabilityPlugin;
import sc.fiji.stablesam.train.FileTensors;
import sc.fiji.stablesam.weights.PluginFile;

/** A plugin in the memory of its network's device, and its name for people. */
final class LoadedPlugin implements AutoCloseable {

	private final StabilityPlugin plugin;
	private final String name;

	private LoadedPlugin(final StabilityPlugin plugin, final String name) {
		this.plugin = plugin;
		this.name = name;
	}

	/**
	 * @param model the id of the network's model
	 * @throws StableSamException if the file is damaged, no plugin, or one for
	 *           another model, naming the file
	 */
	static LoadedPlugin load(final Path path, final String name,
		final Sam network, final String model)
	{
		try (PluginFile file = PluginFile.open(path)) {
			file.requireBase(model);
			return new LoadedPlugin(build(file, path, network), name);
		}
	}

	private static StabilityPlugin build(final PluginFile file, final Path path,
		final Sam network)
	{
		try {
			return StabilityPlugin.load(network, PluginConfig.fromMetadata(file
				.metadata()), new FileTensors(file));
		}
		catch (final StableSamException exc) {
			throw new StableSamException("The plugin " + path +
				" cannot be used; choose another one or 'none'. (" + exc.getMessage() +
				")", exc);
		}
	}

	StabilityPlugin plugin() {
		return plugin;
	}

	String name() {
		return name;
	}

	@Override
	public void close() {
		plugin.close();
	}
}
