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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.RealModel;
import sc.fiji.stablesam.weights.SafetensorsFile;
import sc.fiji.stablesam.weights.SafetensorsWriter;
import sc.fiji.stablesam.weights.TensorFile;

/** Copies of the real model with something changed, but right checksums. */
final class Doctored {

	private Doctored() {}

	/** Notes something else about the model, of which one tensor is kept. */
	static Path metadata(final Path target, final Map<String, String> changes) {
		return write(target, changes, shapes -> shapes.keySet().removeIf(
			name -> !name.equals("no_mem_embed")));
	}

	/**
	 * @param change to the tensors' shapes by their names; new tensors must fit
	 *          into an old one's bytes
	 */
	static Path tensors(final Path target,
		final Consumer<Map<String, long[]>> change)
	{
		return write(target, Map.of(), change);
	}

	private static Path write(final Path target,
		final Map<String, String> metadata,
		final Consumer<Map<String, long[]>> change)
	{
		try (TensorFile file = SafetensorsFile.open(RealModel.file())) {
			final Map<String, long[]> shapes = new LinkedHashMap<>();
			file.names().forEach(name -> shapes.put(name, file.shape(name)));
			change.accept(shapes);
			final Map<String, String> all = new LinkedHashMap<>(file.metadata());
			all.putAll(metadata);
			try (SafetensorsWriter writer = SafetensorsWriter.create(target, all,
				shapes))
			{
				shapes.forEach((name, shape) -> writer.write(name, file.bytes(file
					.names().contains(name) ? name : "no_mem_embed")));
				writer.commit(Progress.NONE);
			}
		}
		return target;
	}
}
