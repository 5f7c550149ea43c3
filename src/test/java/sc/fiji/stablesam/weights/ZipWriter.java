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
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Writes zip archives of stored files as PyTorch does, in the plain form or
 * with 64-bit sizes.
 */
final class ZipWriter {

	/** What a file consists of; asked for twice, it writes the same. */
	interface Contents {

		void writeTo(OutputStream out) throws IOException;
	}

	private static final int ALL_ONES = -1;

	private final ByteArrayOutputStream central = new ByteArrayOutputStream();
	private final Tally out;
	private final boolean wide;
	private int count;

	private ZipWriter(final OutputStream out, final boolean wide) {
		this.out = new Tally(out);
		this.wide = wide;
	}

	static byte[] plain(final Map<String, byte[]> files) {
		return inMemory(files, false);
	}

	static byte[] zip64(final Map<String, byte[]> files) {
		return inMemory(files, true);
	}

	/** Writes the plain form, up to 4 GiB. */
	static void write(final OutputStream out, final Map<String, Contents> files)
		throws IOException
	{
		new ZipWriter(out, false).write(files);
	}

	private static byte[] inMemory(final Map<String, byte[]> files,
		final boolean wide)
	{
		final Map<String, Contents> contents = new LinkedHashMap<>();
		files.forEach((name, bytes) -> contents.put(name, to -> to.write(bytes)));
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try {
			new ZipWriter(bytes, wide).write(contents);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		return bytes.toByteArray();
	}

	private void write(final Map<String, Contents> files) throws IOException {
		for (final Map.Entry<String, Contents> file : files.entrySet())
			add(file.getKey(), file.getValue());
		final long start = out.count;
		out.write(central.toByteArray());
		if (wide) addWideEnd(start);
		final ByteBuffer end = buffer(22).putInt(0x06054b50).putInt(0);
		end.putShort((short) (wide ? ALL_ONES : count)).putShort((short) (wide
			? ALL_ONES : count));
		end.putInt(wide ? ALL_ONES : central.size()).putInt(wide ? ALL_ONES
			: (int) start);
		out.write(end.array());
	}

	private void add(final String name, final Contents contents)
		throws IOException
	{
		final byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
		final Tally tally = new Tally(OutputStream.nullOutputStream());
		contents.writeTo(tally);
		final int crc = (int) tally.crc.getValue();
		final long length = tally.count;
		final long at = out.count;
		final ByteBuffer local = buffer(30 + utf8.length).putInt(0x04034b50);
		common(local, crc, (int) length);
		local.putShort((short) utf8.length).putShort((short) 0).put(utf8);
		out.write(local.array());
		contents.writeTo(out);
		final int extra = wide ? 28 : 0;
		final ByteBuffer entry = buffer(46 + utf8.length + extra).putInt(0x02014b50)
			.putShort((short) 45);
		common(entry, crc, wide ? ALL_ONES : (int) length);
		entry.putShort((short) utf8.length).putShort((short) extra);
		entry.position(42);
		entry.putInt(wide ? ALL_ONES : (int) at).put(utf8);
		if (wide) entry.putShort((short) 1).putShort((short) 24).putLong(length)
			.putLong(length).putLong(at);
		central.write(entry.array());
		count++;
	}

	private static void common(final ByteBuffer header, final int crc,
		final int length)
	{
		header.putShort((short) 45).putShort((short) 0x800).putShort((short) 0);
		header.putInt(0).putInt(crc).putInt(length).putInt(length);
	}

	private void addWideEnd(final long start) throws IOException {
		final long at = out.count;
		out.write(buffer(56).putInt(0x06064b50).putLong(44).putShort((short) 45)
			.putShort((short) 45).putInt(0).putInt(0).putLong(count).putLong(count)
			.putLong(central.size()).putLong(start).array());
		out.write(buffer(20).putInt(0x07064b50).putInt(0).putLong(at).putInt(1)
			.array());
	}

	private static ByteBuffer buffer(final int size) {
		return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
	}

	/** Counts bytes, and sums them up. */
	private static final class Tally extends FilterOutputStream {

		private final CRC32 crc = new CRC32();
		private long count;

		Tally(final OutputStream out) {
			super(out);
		}

		@Override
		public void write(final int b) throws IOException {
			write(new byte[] { (byte) b }, 0, 1);
		}

		@Override
		public void write(final byte[] bytes, final int offset, final int length)
			throws IOException
		{
			out.write(bytes, offset, length);
			crc.update(bytes, offset, length);
			count += length;
		}
	}
}
