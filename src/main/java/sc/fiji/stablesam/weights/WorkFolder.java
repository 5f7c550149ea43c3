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
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import sc.fiji.stablesam.StableSamException;

/**
 * A folder for unfinished files inside a model folder, deleted with everything
 * in it when the work ends, however it ends.
 */
final class WorkFolder implements Closeable {

	private static final String PREFIX = ".work-";

	private final Path path;

	private WorkFolder(final Path path) {
		this.path = path;
	}

	/**
	 * Creates a folder, and deletes those that killed programs have left.
	 *
	 * @param lock the right to change the model folder
	 * @throws StableSamException if that folder cannot be written to
	 */
	static WorkFolder in(final FolderLock lock) {
		final Path modelFolder = lock.folder();
		try {
			try (DirectoryStream<Path> left = Files.newDirectoryStream(modelFolder,
				"{" + PREFIX + "*,*" + PartialFile.SUFFIX + "}"))
			{
				for (final Path old : left)
					delete(old);
			}
			return new WorkFolder(Files.createTempDirectory(modelFolder, PREFIX));
		}
		catch (final IOException e) {
			throw new StableSamException("The model folder " + modelFolder +
				" cannot be written to (" + IoReason.of(e) +
				"): choose another folder, or allow writing there.", e);
		}
	}

	Path path() {
		return path;
	}

	/**
	 * Moves a finished file to its place, replacing an older one.
	 *
	 * @return that place
	 */
	Path release(final Path finished, final Path target) {
		try {
			return Files.move(finished, target, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (final IOException e) {
			throw new StableSamException("The file " + target +
				" cannot be written (" + IoReason.of(e) +
				"): close the programs that use it, or choose another folder.", e);
		}
	}

	@Override
	public void close() {
		try {
			delete(path);
		}
		catch (final IOException e) {
			throw new StableSamException("The folder " + path +
				" cannot be deleted (" + IoReason.of(e) + "): delete it yourself.", e);
		}
	}

	private static void delete(final Path tree) throws IOException {
		final List<Path> contents;
		try (Stream<Path> files = Files.walk(tree)) {
			contents = files.sorted(Comparator.reverseOrder()).collect(Collectors
				.toList());
		}
		for (final Path file : contents)
			Files.deleteIfExists(file);
	}
}
