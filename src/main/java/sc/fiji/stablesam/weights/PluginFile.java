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

package sc.fiji.stablesam.weights;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.StableSamException;

/**
 * The file of a Stable-SAM plugin: its weights, and as metadata which model it
 * is for, how it is configured and how it was trained. Not safe for use by
 * several threads at once.
 */
public final class PluginFile implements TensorFile {

	/** Metadata: the id of the model that the plugin was trained with. */
	public static final String BASE = "base";

	/** Metadata: the data that it was trained on, for people. */
	public static final String DATA = "data";

	/** Metadata: the seed of its training. */
	public static final String SEED = "seed";

	/** Metadata: the steps of its training. */
	public static final String STEPS = "steps";

	/** Metadata: the version of the program that trained it. */
	public static final String VERSION = "version";

	private static final String KIND = "kind";
	private static final String PLUGIN = "stability-plugin";

	private final SafetensorsFile file;
	private final Path path;

	private PluginFile(final SafetensorsFile file, final Path path) {
		this.file = file;
		this.path = path;
	}

	/**
	 * @return the open file, to be closed by the caller
	 * @throws StableSamException if there is no such file, or it is no plugin,
	 *           truncated or damaged
	 */
	public static PluginFile open(final Path path) {
		final SafetensorsFile file = SafetensorsFile.open(path);
		final String kind = file.metadata().get(KIND);
		if (PLUGIN.equals(kind)) return new PluginFile(file, path);
		file.close();
		throw new StableSamException("The file " + path +
			" is no Stable-SAM plugin; give the file of one, or 'none'.");
	}

	/**
	 * Writes a plugin; the file appears under its name when it is whole.
	 *
	 * @param metadata with {@link #BASE}
	 * @param shapes of the weights, by name
	 * @param values little-endian 32-bit floats of the same names
	 * @throws StableSamException if that fails; an older file is untouched then
	 */
	public static void write(final Path target,
		final Map<String, String> metadata, final Map<String, long[]> shapes,
		final Map<String, ByteBuffer> values)
	{
		if (!metadata.containsKey(BASE)) throw new IllegalArgumentException(
			"A plugin's file says which model it is for.");
		final Map<String, String> entries = new LinkedHashMap<>();
		entries.put(KIND, PLUGIN);
		entries.putAll(metadata);
		try (SafetensorsWriter writer = SafetensorsWriter.create(target, entries,
			shapes))
		{
			shapes.keySet().forEach(name -> writer.write(name, values.get(name)));
			writer.commit(Progress.NONE);
		}
	}

	/**
	 * @param id of the model that the plugin is to be used with
	 * @throws StableSamException if it was trained with another
	 */
	public void requireBase(final String id) {
		final String base = metadata().get(BASE);
		if (!id.equals(base)) throw new StableSamException("The plugin " + path +
			" is for the model '" + base + "', not for '" + id +
			"': choose that model or another plugin.");
	}

	@Override
	public Map<String, String> metadata() {
		return file.metadata();
	}

	@Override
	public Set<String> names() {
		return file.names();
	}

	@Override
	public long[] shape(final String name) {
		return file.shape(name);
	}

	@Override
	public ByteBuffer bytes(final String name) {
		return file.bytes(name);
	}

	@Override
	public void close() {
		file.close();
	}
}
