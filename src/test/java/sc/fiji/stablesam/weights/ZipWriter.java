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

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Writes zip archives of stored files as PyTorch does, in the plain form or
 * with 64-bit sizes.
 */
final class ZipWriter {

	private static final int ALL_ONES = -1;

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();
	private final ByteArrayOutputStream central = new ByteArrayOutputStream();
	private final boolean wide;
	private int count;

	private ZipWriter(final boolean wide) {
		this.wide = wide;
	}

	static byte[] plain(final Map<String, byte[]> files) {
		return new ZipWriter(false).write(files);
	}

	static byte[] zip64(final Map<String, byte[]> files) {
		return new ZipWriter(true).write(files);
	}

	private byte[] write(final Map<String, byte[]> files) {
		files.forEach(this::add);
		final int start = out.size();
		out.writeBytes(central.toByteArray());
		if (wide) addWideEnd(start);
		final ByteBuffer end = buffer(22).putInt(0x06054b50).putInt(0);
		end.putShort((short) (wide ? ALL_ONES : count)).putShort((short) (wide
			? ALL_ONES : count));
		end.putInt(wide ? ALL_ONES : central.size()).putInt(wide ? ALL_ONES
			: start);
		out.writeBytes(end.array());
		return out.toByteArray();
	}

	private void add(final String name, final byte[] contents) {
		final byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
		final CRC32 crc = new CRC32();
		crc.update(contents);
		final int at = out.size();
		final ByteBuffer local = buffer(30 + utf8.length).putInt(0x04034b50);
		common(local, (int) crc.getValue(), contents.length, contents.length);
		local.putShort((short) utf8.length).putShort((short) 0).put(utf8);
		out.writeBytes(local.array());
		out.writeBytes(contents);
		final int extra = wide ? 28 : 0;
		final ByteBuffer entry = buffer(46 + utf8.length + extra).putInt(0x02014b50)
			.putShort((short) 45);
		common(entry, (int) crc.getValue(), wide ? ALL_ONES : contents.length, wide
			? ALL_ONES : contents.length);
		entry.putShort((short) utf8.length).putShort((short) extra);
		entry.position(42);
		entry.putInt(wide ? ALL_ONES : at).put(utf8);
		if (wide) entry.putShort((short) 1).putShort((short) 24).putLong(
			contents.length).putLong(contents.length).putLong(at);
		central.writeBytes(entry.array());
		count++;
	}

	private static void common(final ByteBuffer header, final int crc,
		final int packed, final int unpacked)
	{
		header.putShort((short) 45).putShort((short) 0x800).putShort((short) 0);
		header.putInt(0).putInt(crc).putInt(packed).putInt(unpacked);
	}

	private void addWideEnd(final int start) {
		final int at = out.size();
		out.writeBytes(buffer(56).putInt(0x06064b50).putLong(44).putShort(
			(short) 45).putShort((short) 45).putInt(0).putInt(0).putLong(count)
			.putLong(count).putLong(central.size()).putLong(start).array());
		out.writeBytes(buffer(20).putInt(0x07064b50).putInt(0).putLong(at).putInt(1)
			.array());
	}

	private static ByteBuffer buffer(final int size) {
		return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
	}
}
