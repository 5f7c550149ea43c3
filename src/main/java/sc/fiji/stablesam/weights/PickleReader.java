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

import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Reads the bytes of a pickle program: instructions, and the arguments that
 * follow them. Throws {@link BufferUnderflowException} at the end.
 */
final class PickleReader {

	private final ByteBuffer program;

	PickleReader(final ByteBuffer program) {
		this.program = program.duplicate().order(ByteOrder.LITTLE_ENDIAN);
	}

	/** @return 0 to 255 */
	int uint1() {
		return program.get() & 0xff;
	}

	int uint2() {
		return program.getShort() & 0xffff;
	}

	int int4() {
		return program.getInt();
	}

	long int8() {
		return program.getLong();
	}

	/** @return the one number of this format that is big-endian */
	double float8() {
		return Double.longBitsToDouble(Long.reverseBytes(program.getLong()));
	}

	/**
	 * @param length in bytes
	 * @return a number of that many bytes, as long as it has 64 bits, else as big
	 *         as it is
	 */
	Number integer(final int length) {
		final byte[] bytes = bytes(length);
		for (int i = 0; i < length / 2; i++) {
			final byte low = bytes[i];
			bytes[i] = bytes[length - 1 - i];
			bytes[length - 1 - i] = low;
		}
		final BigInteger value = length == 0 ? BigInteger.ZERO : new BigInteger(
			bytes);
		return value.bitLength() < Long.SIZE ? (Number) value.longValue() : value;
	}

	/** @param length in bytes of UTF-8 */
	String text(final int length) {
		return new String(bytes(length), StandardCharsets.UTF_8);
	}

	/** @return the text up to the next line feed */
	String line() {
		final int start = program.position();
		int length = 0;
		while (program.get() != '\n')
			length++;
		program.position(start);
		final String line = text(length);
		program.get();
		return line;
	}

	private byte[] bytes(final int length) {
		if (length < 0 || length > program.remaining())
			throw new BufferUnderflowException();
		final byte[] bytes = new byte[length];
		program.get(bytes);
		return bytes;
	}
}
