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

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.StableSamException;
import sc.fiji.stablesam.model.TensorSource;
import sc.fiji.stablesam.weights.SafetensorsFile;
import sc.fiji.stablesam.weights.SafetensorsWriter;
import sc.fiji.stablesam.weights.TensorFile;

/**
 * The file from which an interrupted training goes on: what is learnt, what the
 * optimizer remembers, and the step. What a step draws depends on its number
 * only, so that a training that goes on is the one that was interrupted.
 */
final class Checkpoint {

	private static final String STEPS_DONE = "steps.done";

	private final Path file;
	private final Map<String, String> training;

	/**
	 * @param training tells this training from others
	 */
	Checkpoint(final Path file, final Map<String, String> training) {
		this.file = file;
		this.training = training;
	}

	Path file() {
		return file;
	}

	/** @param parts by name, all in one shape */
	void write(final int step, final Map<String, PluginWeights> parts) {
		final Map<String, String> metadata = new LinkedHashMap<>(training);
		metadata.put(STEPS_DONE, Integer.toString(step));
		final Map<String, long[]> shapes = new LinkedHashMap<>();
		parts.forEach((part, weights) -> weights.names().forEach(name -> shapes.put(
			part + "/" + name, weights.shape(name))));
		try (SafetensorsWriter writer = SafetensorsWriter.create(file, metadata,
			shapes))
		{
			parts.forEach((part, weights) -> weights.names().forEach(name -> writer
				.write(part + "/" + name, bytes(weights.array(name)))));
			writer.commit(Progress.NONE);
		}
	}

	static ByteBuffer bytes(final float[] numbers) {
		final ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Float.BYTES)
			.order(ByteOrder.LITTLE_ENDIAN);
		bytes.asFloatBuffer().put(numbers);
		return bytes;
	}

	/**
	 * @param parts to be filled
	 * @return the step that was reached; 0 if there is no such file
	 * @throws StableSamException if the file is damaged or of another training
	 */
	int read(final Map<String, PluginWeights> parts) {
		if (!Files.exists(file)) return 0;
		try (TensorFile open = SafetensorsFile.open(file)) {
			training.forEach((key, value) -> {
				if (!value.equals(open.metadata().get(key)))
					throw new StableSamException("The checkpoint " + file +
						" is of another training (its " + key + " is '" + open.metadata()
							.get(key) + "', not '" + value +
						"'); delete it or choose another output.");
			});
			parts.forEach((part, weights) -> weights.set(part(open, part)));
			return Integer.parseInt(open.metadata().get(STEPS_DONE));
		}
	}

	private static TensorSource part(final TensorFile file, final String part) {
		final String prefix = part + "/";
		return new TensorSource() {

			@Override
			public Set<String> names() {
				return file.names().stream().filter(name -> name.startsWith(prefix))
					.collect(Collectors.toSet());
			}

			@Override
			public long[] shape(final String name) {
				return file.shape(prefix + name);
			}

			@Override
			public FloatBuffer read(final String name) {
				return file.read(prefix + name);
			}
		};
	}
}
