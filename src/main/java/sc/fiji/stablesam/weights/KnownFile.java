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

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.StableSamException;

/**
 * A published file, by which it can be told whether a copy is genuine.
 */
final class KnownFile {

	private static final int BUFFER = 1 << 16;

	private final String name;
	private final long size;
	private final String sha256;

	KnownFile(final String name, final long size, final String sha256) {
		this.name = name;
		this.size = size;
		this.sha256 = sha256;
	}

	String name() {
		return name;
	}

	/** @return in bytes */
	long size() {
		return size;
	}

	/** @return in lower-case hexadecimal digits */
	String sha256() {
		return sha256;
	}

	/**
	 * Writes a copy, checking it on the way.
	 *
	 * @param in the contents, up to the end of the stream or a byte more than
	 *          expected
	 * @throws StableSamException if it is another file, or cannot be written
	 * @throws IOException if it cannot be read
	 */
	void copy(final InputStream in, final Path target, final Progress progress)
		throws IOException
	{
		final Digest digest = Digest.sha256();
		try (PartialFile file = PartialFile.of(target)) {
			final byte[] buffer = new byte[BUFFER];
			long done = 0;
			for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
				progress.checkCancelled();
				done += count;
				if (done > size) throw notGenuine();
				digest.update(ByteBuffer.wrap(buffer, 0, count));
				write(file, ByteBuffer.wrap(buffer, 0, count));
				progress.report("Unpacking " + name + ", " + Megabytes.of(size),
					(double) done / size);
			}
			if (done != size || !digest.hex().equals(sha256)) throw notGenuine();
			file.commit();
		}
	}

	/** @throws StableSamException if a file is not a genuine copy */
	void check(final Path copy, final Progress progress) {
		try (WeightFile file = WeightFile.open(copy)) {
			if (file.size() != size || !Fingerprint.of(file, Digest.sha256(),
				progress).hex().equals(sha256)) throw file.damaged(
					"it is not the genuine " + name);
		}
	}

	private static void write(final PartialFile file, final ByteBuffer bytes) {
		final FileChannel channel = file.channel();
		try {
			while (bytes.hasRemaining())
				channel.write(bytes);
		}
		catch (final IOException e) {
			throw file.unwritable(e);
		}
	}

	private StableSamException notGenuine() {
		return new StableSamException("The file " + name +
			" that was fetched is damaged or not the genuine one: try again.");
	}
}
