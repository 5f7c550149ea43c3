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
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import sc.fiji.stablesam.Progress;

/** A model of two tensors, for tests of everything round it. */
final class TinyModel {

	static final String ID = "tiny";
	static final String NAME = "Tiny Model";

	static final ExpectedTensors TENSORS = ExpectedTensors.of(new TensorList()
		.add("matrix", 2, 3).add("bias", 2), Pattern.compile("(?!)"),
		"it is another model");

	static final Map<String, long[]> SHAPES = TENSORS.shapes();

	/** How many bytes the tensors have. */
	static final int BYTES = 8 * Float.BYTES;

	private TinyModel() {}

	/** @return a catalog of this model only */
	static ModelCatalog catalog(final ModelSource... sources) {
		return ModelCatalog.of(new CatalogModel(ID, NAME, "CC0-1.0", TENSORS, List
			.of(sources)));
	}

	/** Writes it, with that name noted in it. */
	static Path write(final Path target, final String name) {
		return write(target, name, -1);
	}

	static Path write(final Path target, final String name,
		final float lastValue)
	{
		final Map<String, String> metadata = new LinkedHashMap<>();
		metadata.put(ModelStore.NAME, name);
		metadata.put(ModelStore.ARCHITECTURE, ID);
		try (SafetensorsWriter writer = SafetensorsWriter.create(target, metadata,
			SHAPES))
		{
			writer.write("matrix", matrix());
			writer.write("bias", floats(0.5f, lastValue));
			writer.commit(Progress.NONE);
		}
		return target;
	}

	static ByteBuffer matrix() {
		return floats(0, 1, 2, 3, 4, 5);
	}

	private static ByteBuffer floats(final float... values) {
		return ByteBuffer.wrap(Bytes.floats(values)).order(ByteOrder.LITTLE_ENDIAN);
	}
}
