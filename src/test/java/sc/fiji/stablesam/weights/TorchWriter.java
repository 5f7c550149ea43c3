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

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes small checkpoints in PyTorch's format, as they should be or not. */
final class TorchWriter {

	static final String ROOT = "archive/";

	private final Map<String, TorchTensorEntry> tensors = new LinkedHashMap<>();
	private final Map<String, byte[]> storages = new LinkedHashMap<>();

	/** Adds a tensor that has a storage of its own. */
	TorchWriter add(final String name, final ElementType type,
		final byte[] elements, final long... shape)
	{
		final String key = Integer.toString(storages.size());
		storage(key, elements);
		return add(name, TorchTensorEntry.of(type, key, elements.length / type
			.size(), shape));
	}

	/** Adds a tensor whose storage is added as well. */
	TorchWriter add(final String name, final TorchTensorEntry tensor) {
		tensors.put(name, tensor);
		return this;
	}

	TorchWriter storage(final String key, final byte[] elements) {
		storages.put(key, elements);
		return this;
	}

	/** @return the archive, of nothing but these tensors */
	byte[] archive() {
		return ZipWriter.plain(files(pickle()));
	}

	/** @return an archive whose pickle holds these tensors under a key */
	byte[] archive(final String place) {
		final PickleWriter pickle = PickleWriter.start().op('}').op('(');
		pickle.text("epoch").number(3).text(place);
		put(pickle);
		pickle.text("optimizer").op('}').text("state").op('}').op('s');
		return ZipWriter.plain(files(pickle.op('u').stop()));
	}

	/** @return what the archive consists of, by name */
	Map<String, byte[]> files() {
		return files(pickle());
	}

	/** @return what an archive with another pickle consists of */
	Map<String, byte[]> files(final byte[] pickle) {
		final Map<String, byte[]> files = new LinkedHashMap<>();
		files.put(ROOT + "data.pkl", pickle);
		files.put(ROOT + "byteorder", "little".getBytes(StandardCharsets.US_ASCII));
		storages.forEach((key, elements) -> files.put(ROOT + "data/" + key,
			elements));
		files.put(ROOT + "version", new byte[] { '3', '\n' });
		return files;
	}

	/** @return the program that makes these tensors */
	byte[] pickle() {
		final PickleWriter pickle = PickleWriter.start();
		put(pickle);
		return pickle.stop();
	}

	private void put(final PickleWriter pickle) {
		pickle.orderedDict().op('(');
		tensors.forEach((name, tensor) -> pickle.text(name).tensor(tensor));
		pickle.op('u').op('}').text("_metadata").orderedDict().op('s').op('b');
	}
}
