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

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import sc.fiji.stablesam.Progress;

/**
 * How a publisher's checkpoint is called once it is in a model folder, and how
 * it gets there: as float32, with what images need of it. Immutable.
 */
final class PublishedCheckpoint {

	private final String name;
	private final String licence;
	private final String source;

	/**
	 * @param name may be empty: then it is called after its family
	 * @param licence may be empty, if nobody knows
	 * @param source where it came from, for people
	 */
	PublishedCheckpoint(final String name, final String licence,
		final String source)
	{
		this.name = name;
		this.licence = licence;
		this.source = source;
	}

	/**
	 * @param checkpoint a PyTorch file
	 * @param target the safetensors file to write
	 * @throws sc.fiji.stablesam.StableSamException if it is no checkpoint of a
	 *           family that is known, or the target cannot be written
	 */
	void convert(final Path checkpoint, final Path target,
		final Progress progress)
	{
		try (PyTorchFile file = PyTorchFile.open(checkpoint)) {
			final ModelFamily family = ModelFamily.recognise(file, checkpoint);
			final Map<String, String> metadata = metadata(family);
			metadata.put(ModelStore.FILE, DroppedFile.mark(checkpoint));
			TensorCopy.of(file, family.tensors(file, checkpoint), "Importing " + name)
				.write(target, metadata, progress);
		}
	}

	private Map<String, String> metadata(final ModelFamily family) {
		final Map<String, String> metadata = new LinkedHashMap<>();
		metadata.put("format", "pt");
		metadata.put(ModelStore.ARCHITECTURE, family.id());
		metadata.put(ModelStore.NAME, name.isEmpty() ? family.id() : name);
		if (!licence.isEmpty()) metadata.put(ModelStore.LICENCE, licence);
		metadata.put("source", source);
		return metadata;
	}
}
