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

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Steps through the fields of one protobuf message, without a schema.
 * <p>
 * Anything that reaches beyond the message ends in a
 * {@link BufferUnderflowException}.
 */
final class ProtobufReader {

	private static final int VARINT = 0;
	private static final int FIXED64 = 1;
	private static final int BYTES = 2;
	private static final int FIXED32 = 5;

	private final ByteBuffer buffer;
	private int field;
	private int wireType;
	private long number;
	private int start;
	private int length;

	/** @param buffer the message: from position to limit; is not changed */
	ProtobufReader(final ByteBuffer buffer) {
		this.buffer = buffer.duplicate().order(ByteOrder.LITTLE_ENDIAN);
	}

	/** @return whether there was another field; it is the current one now */
	boolean next() {
		if (!buffer.hasRemaining()) return false;
		final long tag = varint();
		field = (int) (tag >>> 3);
		wireType = (int) tag & 7;
		start = buffer.position();
		length = 0;
		number = 0;
		if (wireType == VARINT) number = varint();
		else if (wireType == BYTES) skip(varint());
		else if (wireType == FIXED64) skip(Long.BYTES);
		else if (wireType == FIXED32) skip(Integer.BYTES);
		else throw new BufferUnderflowException();
		return true;
	}

	/** @return the current field's number */
	int field() {
		return field;
	}

	/** @return whether the current field is a string, message or packed array */
	boolean isBytes() {
		return wireType == BYTES;
	}

	/** @return the current field as a number, 0 if it is none */
	long number() {
		return number;
	}

	/** @return where the current field's bytes start, in the whole buffer */
	int start() {
		return start;
	}

	/** @return how many bytes the current field has */
	int length() {
		return length;
	}

	String string() {
		return StandardCharsets.UTF_8.decode(bytes()).toString();
	}

	ProtobufReader message() {
		return new ProtobufReader(bytes());
	}

	/** Reads the current field as an array of numbers, stored packed. */
	long[] numbers() {
		final ProtobufReader packed = message();
		final long[] numbers = new long[length];
		int count = 0;
		while (packed.buffer.hasRemaining())
			numbers[count++] = packed.varint();
		return Arrays.copyOf(numbers, count);
	}

	private ByteBuffer bytes() {
		if (!isBytes()) throw new BufferUnderflowException();
		final ByteBuffer bytes = buffer.duplicate();
		bytes.limit(start + length).position(start);
		return bytes;
	}

	private void skip(final long count) {
		if (count < 0 || count > buffer.remaining())
			throw new BufferUnderflowException();
		start = buffer.position();
		length = (int) count;
		buffer.position(start + length);
	}

	private long varint() {
		long value = 0;
		for (int shift = 0; shift < Long.SIZE; shift += 7) {
			final byte next = buffer.get();
			value |= (next & 0x7fL) << shift;
			if (next >= 0) return value;
		}
		throw new BufferUnderflowException();
	}
}
