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
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/**
 * The directory of a safetensors file: checked against the file's size before
 * anything is made of it.
 */
final class SafetensorsHeader {

	/** The key under which the format keeps its text entries. */
	static final String METADATA = "__metadata__";

	/** The format's own limit. */
	private static final long MAX_LENGTH = 100_000_000;

	private final Map<String, String> metadata = new LinkedHashMap<>();
	private final Map<String, StoredTensor> tensors;
	private final long dataStart;

	private SafetensorsHeader(final WeightFile file) {
		if (file.size() < Long.BYTES + 2) throw file.notA("a safetensors file");
		final long length = file.read(0, Long.BYTES).getLong();
		if (length < 2 || length > MAX_LENGTH) throw file.notA(
			"a safetensors file");
		dataStart = Long.BYTES + length;
		final ByteBuffer json = file.read(Long.BYTES, length);
		if (json.get(0) != '{') throw file.notA("a safetensors file");
		try {
			tensors = parse(file, JsonParser.parseString(StandardCharsets.UTF_8
				.decode(json).toString()).getAsJsonObject());
		}
		catch (final JsonParseException | IllegalStateException | ClassCastException
				| UnsupportedOperationException | IllegalArgumentException e)
		{
			throw file.damaged("its header is garbled");
		}
	}

	/** @throws sc.fiji.stablesam.StableSamException if it is none, or damaged */
	static SafetensorsHeader read(final WeightFile file) {
		return new SafetensorsHeader(file);
	}

	Map<String, String> metadata() {
		return Collections.unmodifiableMap(metadata);
	}

	/** @return the tensors by name, in the order of their data */
	Map<String, StoredTensor> tensors() {
		return Collections.unmodifiableMap(tensors);
	}

	/** @return the number of bytes before the first tensor's data */
	long dataStart() {
		return dataStart;
	}

	private Map<String, StoredTensor> parse(final WeightFile file,
		final JsonObject header)
	{
		final List<Map.Entry<String, StoredTensor>> found = new ArrayList<>();
		for (final Map.Entry<String, JsonElement> entry : header.entrySet()) {
			if (METADATA.equals(entry.getKey())) {
				entry.getValue().getAsJsonObject().entrySet().forEach(e -> metadata.put(
					e.getKey(), e.getValue().getAsString()));
				continue;
			}
			found.add(Map.entry(entry.getKey(), tensor(file, entry.getKey(), entry
				.getValue().getAsJsonObject())));
		}
		found.sort(Comparator.comparingLong(e -> e.getValue().offset() + e
			.getValue().length()));
		return withoutGaps(file, found);
	}

	private Map<String, StoredTensor> withoutGaps(final WeightFile file,
		final List<Map.Entry<String, StoredTensor>> sorted)
	{
		final Map<String, StoredTensor> result = new LinkedHashMap<>();
		long end = dataStart;
		for (final Map.Entry<String, StoredTensor> entry : sorted) {
			if (entry.getValue().offset() != end) throw file.damaged("its tensor '" +
				entry.getKey() + "' overlaps another or leaves a gap");
			end += entry.getValue().length();
			result.put(entry.getKey(), entry.getValue());
		}
		if (end < file.size()) throw file.damaged("it has " + (file.size() - end) +
			" bytes too many");
		return result;
	}

	private StoredTensor tensor(final WeightFile file, final String name,
		final JsonObject entry)
	{
		final ElementType type = ElementType.valueOf(field(entry, "dtype")
			.getAsString());
		final long[] shape = longs(field(entry, "shape").getAsJsonArray());
		final long[] offsets = longs(field(entry, "data_offsets").getAsJsonArray());
		final long length = StoredTensor.byteCount(type, shape);
		final long space = file.size() - dataStart;
		if (offsets.length != 2 || offsets[0] < 0 || length < 0 || offsets[1] -
			offsets[0] != length) throw file.damaged("the size of its tensor '" +
				name + "' is wrong");
		if (offsets[1] > space) throw file.damaged(
			"it is cut off in or before its tensor '" + name + "'");
		return new StoredTensor(type, shape, dataStart + offsets[0], length);
	}

	private static JsonElement field(final JsonObject entry, final String key) {
		if (!entry.has(key)) throw new JsonParseException("no " + key);
		return entry.get(key);
	}

	private static long[] longs(final JsonArray numbers) {
		final long[] result = new long[numbers.size()];
		for (int i = 0; i < result.length; i++)
			// NB: Not getAsLong(), which takes for ever on 1e999999999.
			result[i] = Long.parseLong(numbers.get(i).getAsString());
		return result;
	}
}
