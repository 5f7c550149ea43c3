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

package sc.fiji.stablesam.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder of encoded pictures, which are known again after the program was
 * closed: 4 to 16 MB each. Those that were not needed for the longest time are
 * deleted when all together take more room than they may. Several programs may
 * use the same folder. Immutable, thread-safe.
 */
public final class EncodedFiles {

	private static final String ENDING = ".safetensors";

	private final Path folder;
	private final long budget;

	/**
	 * @param folder is made when the first picture is encoded; nothing else
	 *          should be in it
	 * @param budget in bytes; the picture that was encoded last may be more
	 */
	public EncodedFiles(final Path folder, final long budget) {
		this.folder = Objects.requireNonNull(folder);
		this.budget = budget;
	}

	Path folder() {
		return folder;
	}

	/** @param file was needed just now */
	void used(final Path file) {
		try {
			Files.setLastModifiedTime(file, FileTime.fromMillis(System
				.currentTimeMillis()));
			tidy(file);
		}
		catch (final IOException | UncheckedIOException exc) {
			// NB: another program may tidy up, too; there is always the next time.
		}
	}

	private void tidy(final Path kept) throws IOException {
		final List<Path> files = oldestFirst();
		long bytes = 0;
		for (final Path file : files)
			bytes += Files.size(file);
		for (final Path file : files) {
			if (bytes <= budget) return;
			if (file.equals(kept)) continue;
			bytes -= Files.size(file);
			Files.delete(file);
		}
	}

	private List<Path> oldestFirst() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(file -> file.getFileName().toString().endsWith(
				ENDING)).sorted(Comparator.comparing(EncodedFiles::time)).collect(
					Collectors.toList());
		}
	}

	private static FileTime time(final Path file) {
		try {
			return Files.getLastModifiedTime(file);
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}
}
