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
import java.util.Map;
import java.util.Set;

import sc.fiji.stablesam.StableSamException;

/**
 * Reads safetensors files, with elements of 32 bits or of either 16-bit float
 * type.
 */
public final class SafetensorsFile implements TensorFile {

	private final MappedFile file;
	private final SafetensorsHeader header;

	private SafetensorsFile(final MappedFile file) {
		this.file = file;
		header = SafetensorsHeader.read(file);
	}

	/**
	 * Opens a file and checks its directory against its size.
	 *
	 * @param path the file
	 * @return the open file, to be closed by the caller
	 * @throws StableSamException if there is no such file, it is of another
	 *           format, truncated or damaged
	 */
	public static SafetensorsFile open(final Path path) {
		final MappedFile file = MappedFile.open(path);
		try {
			return new SafetensorsFile(file);
		}
		catch (final RuntimeException e) {
			file.close();
			throw e;
		}
	}

	@Override
	public Map<String, String> metadata() {
		return header.metadata();
	}

	@Override
	public Set<String> names() {
		return header.tensors().keySet();
	}

	@Override
	public long[] shape(final String name) {
		return tensor(name).shape();
	}

	@Override
	public ByteBuffer bytes(final String name) {
		final StoredTensor tensor = tensor(name);
		if (!tensor.type().isFloat()) throw new StableSamException("The tensor '" +
			name + "' of " + file.path() +
			" holds no floats: give another weight file.");
		return tensor.type().widen(file.map(tensor.offset(), tensor.length()));
	}

	@Override
	public void close() {
		file.close();
	}

	private StoredTensor tensor(final String name) {
		final StoredTensor tensor = header.tensors().get(name);
		if (tensor == null) throw new IllegalArgumentException("No tensor '" +
			name + "' in " + file.path());
		return tensor;
	}
}
