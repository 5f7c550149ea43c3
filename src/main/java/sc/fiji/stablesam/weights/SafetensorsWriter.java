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

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.StableSamException;

/**
 * Writes a safetensors file of 32-bit floats, tensor by tensor.
 * <p>
 * The file appears under its name, whole and with its checksums, when
 * {@link #commit(Progress)} is done; a writer closed before that leaves
 * nothing.
 */
public final class SafetensorsWriter implements Closeable {

	/** Where the tensors' data starts is a multiple of this. */
	private static final int ALIGNMENT = 64;

	private static final Gson GSON = new GsonBuilder().disableHtmlEscaping()
		.create();

	private final PartialFile file;
	private final Map<String, String> metadata = new LinkedHashMap<>();
	private final Deque<Map.Entry<String, Long>> expected = new ArrayDeque<>();
	private final Map<String, long[]> shapes;

	private SafetensorsWriter(final Path target,
		final Map<String, String> metadata, final Map<String, long[]> shapes)
	{
		this.shapes = new LinkedHashMap<>(shapes);
		this.metadata.putAll(metadata);
		for (final SelfChecksum checksum : SelfChecksum.values())
			this.metadata.put(checksum.key(), checksum.blank());
		final byte[] header = header();
		file = PartialFile.of(target);
		writeOrClose(ByteBuffer.wrap(header));
	}

	/**
	 * Starts a file.
	 *
	 * @param target its name when it is done; an older file is replaced then
	 * @param metadata to store with the tensors
	 * @param shapes of all tensors, by name, in the order in which they will be
	 *          written
	 * @return to be closed by the caller
	 * @throws StableSamException if the folder cannot be written to
	 */
	public static SafetensorsWriter create(final Path target,
		final Map<String, String> metadata, final Map<String, long[]> shapes)
	{
		return new SafetensorsWriter(target, metadata, shapes);
	}

	/**
	 * Writes the next tensor.
	 *
	 * @param name the next of the names given at the start
	 * @param elements the remaining bytes are little-endian 32-bit floats, as
	 *          many as the shape says
	 * @throws StableSamException if the disk is full or the like
	 */
	public void write(final String name, final ByteBuffer elements) {
		final Map.Entry<String, Long> next = expected.poll();
		if (next == null || !next.getKey().equals(name))
			throw new IllegalArgumentException("'" + name +
				"' is not the next tensor but " + next);
		if (next.getValue() != elements.remaining())
			throw new IllegalArgumentException("'" + name + "' needs " + next
				.getValue() + " bytes, not " + elements.remaining());
		writeOrClose(elements.duplicate());
	}

	/**
	 * Says what could not be known at the start.
	 *
	 * @param key of the metadata that were given then
	 * @param value in place of one of the same length
	 */
	void note(final String key, final String value) {
		final String before = metadata.get(key);
		if (before == null || before.length() != value.length())
			throw new IllegalArgumentException("'" + key + "' is " + before +
				", so it cannot become " + value);
		metadata.put(key, value);
	}

	/**
	 * Computes the checksums, brings everything to the disk and gives the file
	 * its name.
	 *
	 * @param progress told while the checksums are computed
	 * @throws StableSamException if that fails; an older file is untouched then
	 */
	public void commit(final Progress progress) {
		if (!expected.isEmpty()) throw new IllegalStateException(
			"Still to be written: " + expected);
		rewriteHeader();
		try (WeightFile written = WeightFile.open(file.path())) {
			for (final SelfChecksum checksum : SelfChecksum.values())
				metadata.put(checksum.key(), checksum.of(written, new Finishing(
					progress)));
		}
		rewriteHeader();
		file.commit();
	}

	private void rewriteHeader() {
		try {
			file.channel().position(0);
		}
		catch (final IOException e) {
			throw file.unwritable(e);
		}
		writeOrClose(ByteBuffer.wrap(header()));
	}

	/** Ends the work; unless it was committed, nothing of it stays. */
	@Override
	public void close() {
		file.close();
	}

	private byte[] header() {
		expected.clear();
		final JsonObject header = new JsonObject();
		header.add(SafetensorsHeader.METADATA, GSON.toJsonTree(metadata));
		long offset = 0;
		for (final Map.Entry<String, long[]> tensor : shapes.entrySet()) {
			final long length = StoredTensor.byteCount(ElementType.F32, tensor
				.getValue());
			if (length < 0) throw new IllegalArgumentException(
				"Impossible shape of '" + tensor.getKey() + "'");
			final JsonObject entry = new JsonObject();
			entry.addProperty("dtype", ElementType.F32.name());
			entry.add("shape", array(tensor.getValue()));
			entry.add("data_offsets", array(offset, offset + length));
			header.add(tensor.getKey(), entry);
			expected.add(Map.entry(tensor.getKey(), length));
			offset += length;
		}
		return padded(GSON.toJson(header).getBytes(StandardCharsets.UTF_8));
	}

	private static byte[] padded(final byte[] json) {
		final int end = (Long.BYTES + json.length + ALIGNMENT - 1) / ALIGNMENT *
			ALIGNMENT;
		final byte[] result = new byte[end];
		Arrays.fill(result, (byte) ' ');
		ByteBuffer.wrap(result).order(ByteOrder.LITTLE_ENDIAN).putLong(end -
			Long.BYTES).put(json);
		return result;
	}

	private static JsonArray array(final long... numbers) {
		final JsonArray result = new JsonArray();
		for (final long number : numbers)
			result.add(number);
		return result;
	}

	private void writeOrClose(final ByteBuffer bytes) {
		final FileChannel channel = file.channel();
		try {
			while (bytes.hasRemaining())
				channel.write(bytes);
		}
		catch (final IOException e) {
			file.close();
			throw file.unwritable(e);
		}
	}

	/** Names the file as the user knows it, instead of its temporary name. */
	private final class Finishing implements Progress {

		private final Progress progress;

		Finishing(final Progress progress) {
			this.progress = progress;
		}

		@Override
		public void report(final String task, final double fraction) {
			progress.report("Finishing " + file.target().getFileName(), fraction);
		}

		@Override
		public boolean isCancelled() {
			return progress.isCancelled();
		}
	}
}
