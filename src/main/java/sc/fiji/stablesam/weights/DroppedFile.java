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
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import sc.fiji.stablesam.StableSamException;

/**
 * A checkpoint as its publisher made it, which somebody has put into a model
 * folder or names by its path. It is imported when it is first used, and known
 * again by its name, size and time. Immutable.
 */
public final class DroppedFile {

	private final Path path;

	private DroppedFile(final Path path) {
		this.path = path;
	}

	/** @return those in a folder, in the order of their names */
	static List<DroppedFile> in(final Path folder) {
		final List<Path> found = new ArrayList<>();
		if (Files.isDirectory(folder)) try (DirectoryStream<Path> files = Files
			.newDirectoryStream(folder, file -> isOne(file) && !Files.isHidden(file)))
		{
			files.forEach(found::add);
		}
		catch (final IOException exc) {
			throw new StableSamException("The model folder " + folder +
				" cannot be read (" + IoReason.of(exc) + "): choose another folder.",
				exc);
		}
		Collections.sort(found);
		final List<DroppedFile> dropped = new ArrayList<>();
		found.forEach(file -> dropped.add(new DroppedFile(file)));
		return dropped;
	}

	/** @return whether a file's name is that of a PyTorch checkpoint */
	static boolean isOne(final Path file) {
		final String name = String.valueOf(file.getFileName()).toLowerCase(
			Locale.ROOT);
		return name.endsWith(".pt") || name.endsWith(".pth");
	}

	/** @return what tells a file from others, also of the same name */
	static String mark(final Path file) {
		try {
			return file.getFileName() + " " + Files.size(file) + " " + Files
				.getLastModifiedTime(file).toMillis();
		}
		catch (final IOException exc) {
			throw new StableSamException("The file " + file + " cannot be read (" +
				IoReason.of(exc) + "): check it, or give another one.", exc);
		}
	}

	/** @return whether one of the models was imported from it as it is */
	boolean isAmong(final List<InstalledModel> models) {
		final String mark = mark(path);
		return models.stream().anyMatch(model -> model.importedFrom().equals(mark));
	}

	/**
	 * Reads what the file says of its tensors, but not the tensors.
	 *
	 * @return why it cannot be imported, as a sentence; nothing if it probably
	 *         can
	 */
	public Optional<String> problem() {
		try (PyTorchFile file = PyTorchFile.open(path)) {
			ModelFamily.recognise(file, path).check(file, path);
			return Optional.empty();
		}
		catch (final StableSamException exc) {
			return Optional.of(exc.getMessage());
		}
	}

	public Path path() {
		return path;
	}

	/** @return the file's name without extension, by which it can be called */
	public String name() {
		return path.getFileName().toString().replaceFirst("\\.[^.]+$", "");
	}

	/** @return in bytes */
	long size() {
		return path.toFile().length();
	}

	/** @return whether the user may mean this file, by its name in any case */
	public boolean isCalled(final String name) {
		return name.trim().equalsIgnoreCase(name()) || name.trim().equalsIgnoreCase(
			path.getFileName().toString());
	}
}
