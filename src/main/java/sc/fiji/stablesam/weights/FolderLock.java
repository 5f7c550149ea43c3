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
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CancellationException;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.StableSamException;

/**
 * The right to change a model folder, held by one thread of one process at a
 * time.
 */
final class FolderLock implements Closeable {

	private static final long POLL_MILLISECONDS = 100;

	private final Path folder;
	private final FileChannel channel;

	private FolderLock(final Path folder, final FileChannel channel) {
		this.folder = folder;
		this.channel = channel;
	}

	/**
	 * Waits for the right, creating the folder if need be.
	 *
	 * @throws StableSamException if the folder cannot be written to
	 * @throws CancellationException if the user cancels the wait
	 */
	static FolderLock of(final Path folder, final Progress progress) {
		try {
			Files.createDirectories(folder);
			final FileChannel channel = FileChannel.open(folder.resolve(".lock"),
				StandardOpenOption.CREATE, StandardOpenOption.WRITE);
			try {
				while (!isLocked(channel))
					pause(folder, progress);
				return new FolderLock(folder, channel);
			}
			catch (final IOException | RuntimeException e) {
				channel.close();
				throw e;
			}
		}
		catch (final IOException e) {
			throw new StableSamException("The model folder " + folder +
				" cannot be written to (" + IoReason.of(e) +
				"): choose another folder, or allow writing there.", e);
		}
	}

	/** @return the folder that may be changed */
	Path folder() {
		return folder;
	}

	@Override
	public void close() {
		try {
			channel.close();
		}
		catch (final IOException e) {
			throw new StableSamException("The model folder " + folder +
				" cannot be unlocked (" + IoReason.of(e) + "): restart the program.",
				e);
		}
	}

	private static boolean isLocked(final FileChannel channel)
		throws IOException
	{
		try {
			final FileLock lock = channel.tryLock();
			return lock != null;
		}
		catch (final OverlappingFileLockException e) {
			return false; // another thread of this process has it
		}
	}

	private static void pause(final Path folder, final Progress progress) {
		progress.checkCancelled();
		progress.report("Waiting for another program that changes " + folder, 0);
		try {
			Thread.sleep(POLL_MILLISECONDS);
		}
		catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new CancellationException("Interrupted.");
		}
	}
}
