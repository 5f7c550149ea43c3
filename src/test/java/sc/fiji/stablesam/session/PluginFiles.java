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

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import sc.fiji.stablesam.model.KnownImages;
import sc.fiji.stablesam.model.PluginConfig;
import sc.fiji.stablesam.model.RandomPlugin;
import sc.fiji.stablesam.model.TensorSource;
import sc.fiji.stablesam.weights.PluginFile;

/** Files of plugins that were not trained, but change what is answered. */
public final class PluginFiles {

	private static final String MODEL = "sam2_hiera_tiny";
	private static final int CHANNELS = 256;

	private PluginFiles() {}

	/** @return the file, a plugin for the real model */
	public static Path random(final Path file) {
		return write(file, MODEL, "final", PluginConfig.standard());
	}

	/** @return the file, the same plugin, but one for second passes, too */
	public static Path ofTwoPasses(final Path file) {
		return write(file, MODEL, "final", PluginConfig.standard().withPasses(2));
	}

	/** @return the file, a plugin that says that it is for another model */
	public static Path ofAnotherModel(final Path file) {
		return write(file, "sam2_hiera_large", "final", PluginConfig.standard());
	}

	/** @return the file, a plugin whose tensors have other names */
	public static Path misnamed(final Path file) {
		return write(file, MODEL, "layer7", PluginConfig.standard());
	}

	/** @return the file, a plugin for the real model that has learnt elsewhere */
	public static Path ofOtherImages(final Path file) {
		return write(file, MODEL, "final", PluginConfig.standard(), KnownImages.of(
			List.of(List.of(image(9), image(10)))));
	}

	private static float[] image(final float token) {
		final float[] image = new float[CHANNELS];
		Arrays.fill(image, token);
		return image;
	}

	private static Path write(final Path file, final String model,
		final String place, final PluginConfig config)
	{
		return write(file, model, place, config, Optional.empty());
	}

	private static Path write(final Path file, final String model,
		final String place, final PluginConfig config,
		final Optional<KnownImages> known)
	{
		final TensorSource weights = RandomPlugin.of(config, 5);
		final Map<String, String> metadata = new LinkedHashMap<>(config
			.toMetadata());
		metadata.put(PluginFile.BASE, model);
		final Map<String, long[]> shapes = new LinkedHashMap<>();
		final Map<String, ByteBuffer> values = new LinkedHashMap<>();
		for (final String name : weights.names()) {
			final String written = name.replace("final", place);
			shapes.put(written, weights.shape(name));
			values.put(written, bytes(weights.read(name)));
		}
		known.ifPresent(images -> images.shapes().forEach((name, shape) -> {
			shapes.put(name, shape);
			values.put(name, bytes(FloatBuffer.wrap(images.numbers(name))));
		}));
		PluginFile.write(file, metadata, shapes, values);
		return file;
	}

	private static ByteBuffer bytes(final FloatBuffer numbers) {
		final ByteBuffer bytes = ByteBuffer.allocate(numbers.remaining() *
			Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
		bytes.asFloatBuffer().put(numbers);
		return bytes;
	}
}
