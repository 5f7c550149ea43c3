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
import java.util.zip.CRC32;

import sc.fiji.stablesam.StableSamException;

/**
 * Where a zip archive holds one of its files. One that is compressed is refused
 * when it is needed, instead of inflated, so that nothing can grow in memory.
 */
final class ZipRecord {

	private static final int CHUNK = 1 << 20;

	private final String name;
	private final long offset;
	private final long length;
	private final int crc;
	private final boolean compressed;

	private ZipRecord(final String name, final long offset, final long length,
		final int crc, final boolean compressed)
	{
		this.name = name;
		this.offset = offset;
		this.length = length;
		this.crc = crc;
		this.compressed = compressed;
	}

	/**
	 * @param offset first byte of the contents, from the start of the archive
	 * @param length in bytes
	 * @param crc checksum of the contents
	 */
	static ZipRecord stored(final String name, final long offset,
		final long length, final int crc)
	{
		return new ZipRecord(name, offset, length, crc, false);
	}

	/**
	 * @param offset first byte of what is compressed
	 * @param length of that, in bytes
	 */
	static ZipRecord compressed(final String name, final long offset,
		final long length)
	{
		return new ZipRecord(name, offset, length, 0, true);
	}

	String name() {
		return name;
	}

	long offset() {
		return offset;
	}

	long length() {
		return length;
	}

	/** @return the byte after the last one */
	long end() {
		return offset + length;
	}

	/**
	 * @throws StableSamException if the contents cannot be read where they are
	 */
	void requireStored(final WeightFile archive) {
		if (compressed) throw new StableSamException("The weight file " + archive
			.path() + " is compressed (its part " + Quote.of(name) +
			"): save it again with PyTorch, which does not compress.");
	}

	/**
	 * @throws StableSamException if the contents are not those that were written,
	 *           or compressed
	 */
	void check(final WeightFile archive) {
		requireStored(archive);
		final CRC32 sum = new CRC32();
		final ByteBuffer buffer = ByteBuffer.allocateDirect((int) Math.min(CHUNK,
			length));
		for (long at = 0; at < length; at += CHUNK) {
			buffer.clear().limit((int) Math.min(CHUNK, length - at));
			archive.readInto(buffer, offset + at);
			sum.update(buffer);
		}
		if ((int) sum.getValue() != crc) throw archive.damaged(
			"the checksum of its part " + Quote.of(name) + " is wrong");
	}
}
