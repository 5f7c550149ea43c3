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

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CancellationException;

import sc.fiji.stablesam.StableSamException;

/**
 * A file on disk that is read in parts, never beyond its end.
 */
final class WeightFile implements Closeable {

	private static final long MAX_WHOLE = 1 << 29;

	private final Path path;
	private final FileChannel channel;
	private final long size;

	private WeightFile(final Path path, final FileChannel channel,
		final long size)
	{
		this.path = path;
		this.channel = channel;
		this.size = size;
	}

	/** @throws StableSamException if there is no readable file */
	static WeightFile open(final Path path) {
		if (Files.isDirectory(path)) throw new StableSamException(
			"The weight file " + path + " is a folder: give a file.");
		try {
			final FileChannel channel = FileChannel.open(path,
				StandardOpenOption.READ);
			return new WeightFile(path, channel, channel.size());
		}
		catch (final NoSuchFileException e) {
			throw new StableSamException("The weight file " + path +
				" does not exist: check its name.", e);
		}
		catch (final IOException e) {
			throw unreadable(path, e);
		}
	}

	Path path() {
		return path;
	}

	long size() {
		return size;
	}

	/**
	 * Maps a part of the file, to be read. Some systems cannot delete or replace
	 * a file until the last such buffer is garbage.
	 *
	 * @throws StableSamException if the part reaches beyond the end of the file
	 */
	ByteBuffer map(final long offset, final long length) {
		requireWithin(offset, length);
		try {
			return channel.map(FileChannel.MapMode.READ_ONLY, offset, length).order(
				ByteOrder.LITTLE_ENDIAN);
		}
		catch (final IOException e) {
			throw unreadable(path, e);
		}
	}

	/**
	 * Copies a part of the file into memory.
	 *
	 * @throws StableSamException if the part reaches beyond the end of the file
	 */
	ByteBuffer read(final long offset, final long length) {
		requireWithin(offset, length);
		final ByteBuffer buffer = ByteBuffer.allocateDirect((int) length).order(
			ByteOrder.LITTLE_ENDIAN);
		readInto(buffer, offset);
		return buffer;
	}

	/**
	 * Copies the whole file into memory.
	 *
	 * @param format that the file is said to have, none of which needs gigabytes
	 * @throws StableSamException if it is larger than that
	 */
	ByteBuffer readWhole(final String format) {
		if (size > MAX_WHOLE) throw notA(format + " of a size that can be read");
		return read(0, size);
	}

	/**
	 * Fills a buffer with a part of the file and flips it.
	 *
	 * @throws StableSamException if the part reaches beyond the end of the file
	 */
	void readInto(final ByteBuffer buffer, final long offset) {
		requireWithin(offset, buffer.remaining());
		try {
			while (buffer.hasRemaining())
				if (channel.read(buffer, offset + buffer.position()) < 0) throw damaged(
					"it is cut off");
		}
		catch (final IOException e) {
			throw unreadable(path, e);
		}
		buffer.flip();
	}

	private void requireWithin(final long offset, final long length) {
		if (offset < 0 || length < 0 || offset > size - length) throw damaged(
			"it is cut off");
		if (length > Integer.MAX_VALUE) throw damaged(
			"one part of it is larger than 2 GiB");
	}

	/** @return the exception for a file whose contents contradict themselves */
	StableSamException damaged(final String why) {
		return new StableSamException("The weight file " + path + " is damaged (" +
			why + "): fetch or import it again.");
	}

	/** @return the exception for a file that is whole but something else */
	StableSamException notA(final String format) {
		return new StableSamException("The file " + path + " is not " + format +
			": give a weight file.");
	}

	@Override
	public void close() {
		try {
			channel.close();
		}
		catch (final IOException e) {
			throw unreadable(path, e);
		}
	}

	private static StableSamException unreadable(final Path path,
		final IOException e)
	{
		if (e instanceof ClosedByInterruptException)
			throw new CancellationException("Interrupted.");
		return new StableSamException("The weight file " + path +
			" cannot be read (" + IoReason.of(e) +
			"): check it, or give another one.", e);
	}
}
