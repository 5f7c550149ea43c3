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

import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import sc.fiji.stablesam.model.Sam;
import sc.fiji.stablesam.weights.ShippedPlugin;

/**
 * Loads each plugin of one network once. Owns them until it is closed. For one
 * thread at a time.
 */
final class PluginCache implements AutoCloseable {

	/** What the shipped plugin is called. */
	static final String SHIPPED = "Stable-SAM";

	private final Sam network;
	private final String model;
	private final Map<String, Optional<LoadedPlugin>> plugins = new HashMap<>();

	/** @param model the id of the network's model */
	PluginCache(final Sam network, final String model) {
		this.network = network;
		this.model = model;
	}

	/**
	 * @return the plugin, loaded now or earlier; loaded again if its file
	 *         changed; nothing if none is wanted, or none is shipped
	 * @throws sc.fiji.stablesam.StableSamException as {@link LoadedPlugin#load}
	 */
	Optional<LoadedPlugin> get(final PluginChoice choice) {
		if (choice.equals(PluginChoice.NONE)) return Optional.empty();
		// NB: not computeIfAbsent, so that a failure is tried anew.
		final String key = key(choice);
		final Optional<LoadedPlugin> known = plugins.get(key);
		if (known != null) return known;
		final Optional<LoadedPlugin> loaded = choice.file().isPresent() ? Optional
			.of(fromFile(choice.file().get())) : shipped();
		plugins.put(key, loaded);
		return loaded;
	}

	private static String key(final PluginChoice choice) {
		if (!choice.file().isPresent()) return choice.toString();
		final File file = choice.file().get().toAbsolutePath().normalize().toFile();
		return file.length() + " " + file.lastModified() + " " + file;
	}

	private LoadedPlugin fromFile(final Path path) {
		return LoadedPlugin.load(path, String.valueOf(path.getFileName()), network,
			model);
	}

	private Optional<LoadedPlugin> shipped() {
		return ShippedPlugin.copy(model).map(copy -> {
			try {
				return LoadedPlugin.load(copy, SHIPPED, network, model);
			}
			finally {
				// NB: Windows keeps files that are still mapped until Java ends.
				if (!copy.toFile().delete()) copy.toFile().deleteOnExit();
			}
		});
	}

	@Override
	public void close() {
		plugins.values().forEach(plugin -> plugin.ifPresent(LoadedPlugin::close));
		plugins.clear();
	}
}
