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
 * The sizes of a file in a zip archive and where it is: 32 bits in its
 * directory entry, and 64 bits in that entry's extra field where those do not
 * suffice.
 */
final class ZipSizes {

	private static final long IN_EXTRA_FIELD = 0xffffffffL;
	private static final int ZIP64 = 1;

	private final long unpacked;
	private final long packed;
	private final long header;

	private ZipSizes(final ByteBuffer entry, final ByteBuffer wide) {
		unpacked = wide(entry.getInt(24), wide);
		packed = wide(entry.getInt(20), wide);
		header = wide(entry.getInt(42), wide);
	}

	/**
	 * @param entry of the central directory, from its signature on
	 * @param extra its extra field
	 * @throws java.nio.BufferUnderflowException if a size is nowhere
	 */
	static ZipSizes read(final ByteBuffer entry, final ByteBuffer extra) {
		return new ZipSizes(entry, zip64(extra));
	}

	/** @return bytes of the file */
	long unpacked() {
		return unpacked;
	}

	/** @return bytes that it takes in the archive */
	long packed() {
		return packed;
	}

	/** @return where the header before its contents is */
	long header() {
		return header;
	}

	private static ByteBuffer zip64(final ByteBuffer extra) {
		while (extra.remaining() >= 2 * Short.BYTES) {
			final int id = extra.getShort() & 0xffff;
			final int length = extra.getShort() & 0xffff;
			if (id == ZIP64) {
				extra.limit(extra.position() + length);
				return extra;
			}
			extra.position(extra.position() + length);
		}
		extra.position(extra.limit());
		return extra;
	}

	private static long wide(final int narrow, final ByteBuffer wide) {
		final long value = Integer.toUnsignedLong(narrow);
		return value == IN_EXTRA_FIELD ? wide.getLong() : value;
	}
}
