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
import java.util.Collections;
import java.util.Map;
import java.util.Set;

import sc.fiji.stablesam.StableSamException;

/**
 * A tensor file whose directory is known and whose tensors are loaded when
 * asked for; what all formats have in common.
 */
abstract class IndexedTensorFile implements TensorFile {

	private final WeightFile file;
	private final Map<String, String> metadata;
	private final Map<String, StoredTensor> tensors;

	/** @param file is closed with this one */
	IndexedTensorFile(final WeightFile file, final Map<String, String> metadata,
		final Map<String, StoredTensor> tensors)
	{
		this.file = file;
		this.metadata = Collections.unmodifiableMap(metadata);
		this.tensors = Collections.unmodifiableMap(tensors);
	}

	@Override
	public final Map<String, String> metadata() {
		return metadata;
	}

	@Override
	public final Set<String> names() {
		return tensors.keySet();
	}

	@Override
	public final long[] shape(final String name) {
		return tensor(name).shape();
	}

	@Override
	public final ByteBuffer bytes(final String name) {
		return bytes(name, BufferMemory.FRESH);
	}

	/**
	 * Reads a tensor as {@link #bytes(String)} does.
	 *
	 * @param memory where it goes if it is not as the file holds it
	 */
	final ByteBuffer bytes(final String name, final BufferMemory memory) {
		final StoredTensor tensor = tensor(name);
		if (!tensor.type().isFloat()) throw new StableSamException("The tensor '" +
			name + "' of " + path() +
			" is not stored as floats of 32 or 16 bits: give another weight file.");
		if (StoredTensor.byteCount(ElementType.F32, tensor
			.shape()) > Integer.MAX_VALUE) throw file.damaged("its tensor '" + name +
				"' is larger than 2 GiB");
		final ByteBuffer stored = load(file, tensor.offset(), tensor.length());
		return tensor.type().widen(tensor.inOrder(stored, memory), memory);
	}

	@Override
	public final void close() {
		file.close();
	}

	/**
	 * @return direct and little-endian, a part of the file that was checked to be
	 *         in it when the directory was read
	 */
	abstract ByteBuffer load(WeightFile from, long offset, long length);

	final Path path() {
		return file.path();
	}

	/** @return whether {@link #bytes(String)} can read it */
	final boolean isFloat(final String name) {
		return tensor(name).type().isFloat();
	}

	private StoredTensor tensor(final String name) {
		final StoredTensor tensor = tensors.get(name);
		if (tensor == null) throw new IllegalArgumentException("No tensor '" +
			name + "' in " + path());
		return tensor;
	}
}
