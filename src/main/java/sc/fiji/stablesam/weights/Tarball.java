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

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.StableSamException;

/**
 * Takes single files out of a gzipped tar archive.
 * <p>
 * Only members that are asked for by name are ever written, so that an archive
 * cannot choose where they go.
 */
final class Tarball {

	private static final int BLOCK = 512;
	private static final int NAME_LENGTH = 100;
	private static final int SIZE_START = 124;
	private static final int SIZE_LENGTH = 12;

	private final Path path;

	Tarball(final Path path) {
		this.path = path;
	}

	/**
	 * Extracts members into a folder, each under its last name.
	 *
	 * @param memberFolder where the members are in the archive
	 * @throws StableSamException if the archive is damaged, a member is missing
	 *           or not genuine, or the folder cannot be written to
	 */
	void extract(final String memberFolder, final List<KnownFile> members,
		final Path folder, final Progress progress)
	{
		final Map<String, KnownFile> wanted = new LinkedHashMap<>();
		members.forEach(member -> wanted.put(memberFolder + "/" + member.name(),
			member));
		try (InputStream file = Files.newInputStream(path);
				InputStream in = new BufferedInputStream(new GZIPInputStream(file,
					BLOCK * BLOCK)))
		{
			while (!wanted.isEmpty() && extractNext(in, wanted, folder, progress))
				progress.checkCancelled();
		}
		catch (final IOException e) {
			throw new StableSamException("The archive " + path + " cannot be read (" +
				IoReason.of(e) + "): fetch it again.", e);
		}
		if (!wanted.isEmpty()) throw new StableSamException("The archive " + path +
			" has no " + wanted.keySet().iterator().next() + ": give another file.");
	}

	/** @return false at the archive's end */
	private static boolean extractNext(final InputStream in,
		final Map<String, KnownFile> wanted, final Path folder,
		final Progress progress) throws IOException
	{
		final byte[] header = in.readNBytes(BLOCK);
		if (header.length == 0 || header.length == BLOCK && header[0] == 0)
			return false;
		if (header.length < BLOCK) throw new EOFException("it is cut off");
		final Member contents = new Member(in, size(header));
		final KnownFile member = wanted.remove(text(header, 0, NAME_LENGTH));
		if (member != null) member.copy(contents, folder.resolve(member.name()),
			progress);
		contents.skipToNextHeader(progress);
		return true;
	}

	private static long size(final byte[] header) throws IOException {
		try {
			return Long.parseLong(text(header, SIZE_START, SIZE_LENGTH).trim(), 8);
		}
		catch (final NumberFormatException e) {
			throw new IOException("it is garbled", e);
		}
	}

	private static String text(final byte[] header, final int start,
		final int maxLength)
	{
		int length = 0;
		while (length < maxLength && header[start + length] != 0)
			length++;
		return new String(header, start, length, StandardCharsets.UTF_8);
	}

	/** The contents of one member, as a stream that ends where they do. */
	private static final class Member extends InputStream {

		private final InputStream in;
		private final int padding;
		private long remaining;

		Member(final InputStream in, final long size) {
			this.in = in;
			remaining = size;
			padding = (int) ((BLOCK - size % BLOCK) % BLOCK);
		}

		@Override
		public int read() throws IOException {
			final byte[] one = new byte[1];
			return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
		}

		@Override
		public int read(final byte[] bytes, final int offset, final int length)
			throws IOException
		{
			if (remaining <= 0) return -1;
			final int count = in.read(bytes, offset, (int) Math.min(length,
				remaining));
			if (count < 0) throw new EOFException("it is cut off");
			remaining -= count;
			return count;
		}

		void skipToNextHeader(final Progress progress) throws IOException {
			final byte[] buffer = new byte[BLOCK * BLOCK];
			while (remaining > 0) {
				progress.checkCancelled();
				read(buffer, 0, buffer.length);
			}
			in.readNBytes(padding);
		}
	}
}
