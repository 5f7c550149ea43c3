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
import java.util.ArrayList;
import java.util.List;

/**
 * One table of a flatbuffer, read by field number, without a schema.
 * <p>
 * Anything that reaches beyond the buffer ends in an
 * {@link IndexOutOfBoundsException}.
 */
final class FlatTable {

	private final ByteBuffer buffer;
	private final int position;
	private final int fields;
	private final int fieldsLength;

	private FlatTable(final ByteBuffer buffer, final int position) {
		this.buffer = buffer;
		this.position = position;
		fields = position - buffer.getInt(position);
		fieldsLength = Short.toUnsignedInt(buffer.getShort(fields));
	}

	/** @param buffer the whole flatbuffer from index 0, little-endian */
	static FlatTable root(final ByteBuffer buffer) {
		return new FlatTable(buffer, target(buffer, 0));
	}

	boolean has(final int field) {
		return offset(field) != 0;
	}

	int number(final int field) {
		return has(field) ? buffer.getInt(position + offset(field)) : 0;
	}

	FlatTable table(final int field) {
		return new FlatTable(buffer, target(buffer, required(field)));
	}

	/** @return the text, empty if there is none */
	String string(final int field) {
		return has(field) ? text(required(field)) : "";
	}

	List<String> strings(final int field) {
		final List<String> result = new ArrayList<>();
		for (int i = 0; i < length(field, Integer.BYTES); i++)
			result.add(text(start(field) + i * Integer.BYTES));
		return result;
	}

	List<FlatTable> tables(final int field) {
		final List<FlatTable> result = new ArrayList<>();
		for (int i = 0; i < length(field, Integer.BYTES); i++)
			result.add(new FlatTable(buffer, target(buffer, start(field) + i *
				Integer.BYTES)));
		return result;
	}

	long[] longs(final int field) {
		final long[] result = new long[length(field, Long.BYTES)];
		for (int i = 0; i < result.length; i++)
			result[i] = buffer.getLong(start(field) + i * Long.BYTES);
		return result;
	}

	/**
	 * @return how many elements the field's array has, all of them in the buffer
	 */
	int length(final int field, final int elementSize) {
		if (!has(field)) return 0;
		final long length = Integer.toUnsignedLong(buffer.getInt(target(buffer,
			required(field))));
		if (length * elementSize > buffer.limit() - start(field))
			throw new IndexOutOfBoundsException();
		return (int) length;
	}

	/** @return where the field's array starts */
	int start(final int field) {
		return target(buffer, required(field)) + Integer.BYTES;
	}

	private String text(final int reference) {
		final int at = target(buffer, reference);
		final int length = buffer.getInt(at);
		if (length < 0 || length > buffer.limit() - at - Integer.BYTES)
			throw new IndexOutOfBoundsException();
		final ByteBuffer bytes = buffer.duplicate();
		bytes.limit(at + Integer.BYTES + length).position(at + Integer.BYTES);
		return StandardCharsets.UTF_8.decode(bytes).toString();
	}

	private int required(final int field) {
		if (!has(field)) throw new IndexOutOfBoundsException();
		return position + offset(field);
	}

	private int offset(final int field) {
		final int at = 2 * Short.BYTES + field * Short.BYTES;
		return at < fieldsLength ? Short.toUnsignedInt(buffer.getShort(fields + at))
			: 0;
	}

	private static int target(final ByteBuffer buffer, final int reference) {
		final long target = reference + Integer.toUnsignedLong(buffer.getInt(
			reference));
		if (target > buffer.limit() - Integer.BYTES)
			throw new IndexOutOfBoundsException();
		return (int) target;
	}
}
