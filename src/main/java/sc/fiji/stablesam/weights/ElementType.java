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

/**
 * How a file stores a tensor's elements.
 */
enum ElementType {

		F64(8), F32(4), F16(2), BF16(2), F8_E5M2(1), F8_E4M3(1), I64(8), I32(4),
		I16(2), I8(1), U64(8), U32(4), U16(2), U8(1), BOOL(1);

	private final int size;

	ElementType(final int size) {
		this.size = size;
	}

	/** @return bytes per element */
	int size() {
		return size;
	}

	/** @return whether {@link #widen(ByteBuffer)} can make 32-bit floats of it */
	boolean isFloat() {
		return this == F32 || this == F16 || this == BF16;
	}

	/**
	 * Turns elements of this type into 32-bit floats.
	 *
	 * @param stored direct and little-endian
	 * @param memory gives a buffer for the result if one is needed
	 * @return the same buffer if nothing needs to change, else the new one
	 */
	ByteBuffer widen(final ByteBuffer stored, final BufferMemory memory) {
		if (this == F32) return stored;
		final int count = stored.remaining() / size;
		final ByteBuffer floats = memory.take(Math.multiplyExact(count,
			Float.BYTES));
		for (int i = 0; i < count; i++) {
			final short bits = stored.getShort(stored.position() + i * size);
			floats.putFloat(i * Float.BYTES, this == BF16 ? Float.intBitsToFloat(
				bits << 16) : halfToFloat(bits));
		}
		return floats;
	}

	private static float halfToFloat(final short half) {
		final int sign = (half & 0x8000) << 16;
		final int exponent = half >> 10 & 0x1f;
		final int mantissa = half & 0x3ff;
		if (exponent == 0x1f) return Float.intBitsToFloat(sign | 0x7f800000 |
			mantissa << 13);
		// NB: Without an exponent a half float counts in units of 2^-24.
		if (exponent == 0) return Math.copySign(mantissa * 0x1p-24f, Float
			.intBitsToFloat(sign));
		return Float.intBitsToFloat(sign | exponent + 112 << 23 | mantissa << 13);
	}
}
