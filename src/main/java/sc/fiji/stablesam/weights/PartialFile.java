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
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

import sc.fiji.stablesam.StableSamException;

/**
 * A file that is being written under a temporary name, in the same folder as
 * the name that it gets when it is whole; or that leaves nothing behind.
 */
final class PartialFile implements Closeable {

	/** How the names of all unfinished files end. */
	static final String SUFFIX = ".part";

	private final Path target;
	private final Path path;
	private final FileChannel channel;
	private boolean done;

	private PartialFile(final Path target, final Path path,
		final FileChannel channel)
	{
		this.target = target;
		this.path = path;
		this.channel = channel;
	}

	/**
	 * Creates the temporary file, and the folder if need be.
	 *
	 * @throws StableSamException if the folder cannot be written to
	 */
	static PartialFile of(final Path target) {
		final Path absolute = target.toAbsolutePath();
		final Path path = absolute.resolveSibling("." + absolute.getFileName() +
			"." + UUID.randomUUID() + SUFFIX);
		try {
			Files.createDirectories(absolute.getParent());
			return new PartialFile(absolute, path, FileChannel.open(path,
				StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE,
				StandardOpenOption.READ));
		}
		catch (final IOException e) {
			throw unwritable(absolute, e);
		}
	}

	/** @return the name that the file gets */
	Path target() {
		return target;
	}

	/** @return where the file is until {@link #commit()} */
	Path path() {
		return path;
	}

	/** @return to write to, from the start */
	FileChannel channel() {
		return channel;
	}

	/** @return the exception for a file that could not be written */
	StableSamException unwritable(final IOException e) {
		return unwritable(target, e);
	}

	/**
	 * Brings the contents to the disk and gives the file its name, replacing an
	 * older one.
	 *
	 * @throws StableSamException if that fails; the older file is untouched then
	 */
	void commit() {
		try {
			channel.force(true);
			channel.close();
			move();
			done = true;
		}
		catch (final IOException e) {
			throw unwritable(e);
		}
	}

	/** Deletes the file unless it was committed. */
	@Override
	public void close() {
		if (done) return;
		try {
			channel.close();
			Files.deleteIfExists(path);
		}
		catch (final IOException e) {
			throw new StableSamException("The unfinished file " + path +
				" cannot be deleted (" + IoReason.of(e) + "): delete it yourself.", e);
		}
	}

	private void move() throws IOException {
		try {
			Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (final AtomicMoveNotSupportedException e) {
			Files.move(path, target, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	private static StableSamException unwritable(final Path target,
		final IOException e)
	{
		return new StableSamException("The file " + target +
			" cannot be written (" + IoReason.of(e) +
			"): make room, allow writing there, or choose another folder.", e);
	}
}
