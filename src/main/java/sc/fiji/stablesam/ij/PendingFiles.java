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

package sc.fiji.stablesam.ij;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import sc.fiji.stablesam.StableSamException;

/**
 * Files that are written under temporary names beside their places and moved
 * there all together, when all are complete. Closing removes what is left.
 */
final class PendingFiles implements AutoCloseable {

	/** Writes one file's content. */
	interface Content {

		void writeTo(OutputStream out) throws IOException;
	}

	private final Map<Path, Path> temporaries = new LinkedHashMap<>();

	/** Writes one file for good. */
	static void write(final Path file, final Content content) {
		try (PendingFiles files = new PendingFiles()) {
			files.add(file, content);
			files.commit();
		}
	}

	/** @throws StableSamException if the content cannot be written */
	void add(final Path file, final Content content) {
		try {
			final Path folder = file.toAbsolutePath().getParent();
			Files.createDirectories(folder);
			// NB: Java's own temporary files could be read by their owner only.
			final Path temporary = folder.resolve("." + file.getFileName() + "-" +
				UUID.randomUUID() + ".tmp");
			temporaries.put(file, temporary);
			try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(
				temporary, StandardOpenOption.CREATE_NEW), 1 << 16))
			{
				content.writeTo(out);
			}
		}
		catch (final IOException e) {
			throw unwritable(file, e);
		}
	}

	/** @throws StableSamException if a file cannot be moved to its place */
	void commit() {
		for (final Path file : temporaries.keySet())
			if (Files.isDirectory(file)) throw unwritable(file, new IOException(
				"a folder of that name is in the way"));
		for (final Map.Entry<Path, Path> entry : temporaries.entrySet())
			try {
				move(entry.getValue(), entry.getKey());
			}
			catch (final IOException e) {
				throw unwritable(entry.getKey(), e);
			}
		temporaries.clear();
	}

	@Override
	public void close() {
		for (final Path temporary : temporaries.values())
			try {
				Files.deleteIfExists(temporary);
			}
			catch (final IOException e) {
				// NB: it is hidden and harmless, and what went wrong before matters
				// more.
				temporary.toFile().deleteOnExit();
			}
	}

	private static void move(final Path from, final Path to) throws IOException {
		try {
			Files.move(from, to, StandardCopyOption.ATOMIC_MOVE,
				StandardCopyOption.REPLACE_EXISTING);
		}
		catch (final AtomicMoveNotSupportedException e) {
			Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	private static StableSamException unwritable(final Path file,
		final IOException e)
	{
		return new StableSamException("'" + file + "' cannot be written: " + reason(
			e) + "; choose another folder or make room.", e);
	}

	/** @return why, in words; Java's own message is often only a path */
	static String reason(final IOException e) {
		if (e instanceof AccessDeniedException) return "permission denied";
		if (e instanceof NoSuchFileException) return "it is not there";
		if (e instanceof NotDirectoryException) return "its folder is no folder";
		if (e instanceof FileSystemException && ((FileSystemException) e)
			.getReason() != null) return ((FileSystemException) e).getReason();
		if (e instanceof FileSystemException) return "its folder is no folder";
		return e.getMessage() == null ? e.getClass().getSimpleName() : e
			.getMessage();
	}
}
