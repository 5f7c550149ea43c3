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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import sc.fiji.stablesam.StableSamException;
import sc.fiji.stablesam.train.AnnotatedPicture;
import sc.fiji.stablesam.train.AnnotatedSet;

/**
 * Finds annotated pictures on disk. A data folder holds {@code images/*.png} or
 * {@code *.tif} and {@code labels/*.png} of the same names: images of one plane
 * (of others the first is taken), in which each number above 0 is an object,
 * also if it has several parts.
 */
public final class AnnotatedFolders {

	private static final String IMAGES = "images";
	private static final String LABELS = "labels";
	private static final List<String> ENDINGS = List.of(".png", ".tif", ".tiff");
	private static final String WANTED =
		"; a data folder holds images/*.png or *.tif and labels/*.png of the same names.";

	private AnnotatedFolders() {}

	/**
	 * @param folder a data folder, or a folder of data folders
	 * @return the sets in it, by name, none of them empty; images without labels
	 *         are left out
	 * @throws StableSamException if there is no such folder or nothing in it. The
	 *           sets throw it too, for pictures that cannot be read and for
	 *           labels that do not fit their image.
	 */
	public static List<AnnotatedSet> open(final Path folder) {
		if (!Files.isDirectory(folder)) throw new StableSamException(
			"There is no data folder '" + folder + "'" + WANTED);
		if (isData(folder)) return Collections.singletonList(set(folder));
		final List<AnnotatedSet> sets = new ArrayList<>();
		for (final Path child : list(folder))
			if (isData(child)) sets.add(set(child));
		if (sets.isEmpty()) throw new StableSamException("There are no data in '" +
			folder + "'" + WANTED);
		return Collections.unmodifiableList(sets);
	}

	private static boolean isData(final Path folder) {
		return Files.isDirectory(folder.resolve(IMAGES)) && Files.isDirectory(folder
			.resolve(LABELS));
	}

	private static AnnotatedSet set(final Path folder) {
		final Map<String, Path> images = new TreeMap<>();
		for (final Path file : images(folder))
			if (Files.isRegularFile(labels(folder, file))) images.putIfAbsent(stem(
				file), file);
		if (images.isEmpty()) throw new StableSamException("No image in '" +
			folder + "' has labels of its name" + WANTED);
		return AnnotatedSet.of(name(folder), new ArrayList<>(images.keySet()),
			stem -> read(stem, images.get(stem), labels(folder, images.get(stem))));
	}

	private static AnnotatedPicture read(final String name, final Path imageFile,
		final Path labelFile)
	{
		final SourceImage image = ImageFiles.open(imageFile);
		final LabelMasks labels = LabelMasks.read(labelFile);
		labels.requireSize(image.width(), image.height(), imageFile);
		return AnnotatedPicture.of(name, image.render(PlanePosition.ANY), labels
			.masks());
	}

	/**
	 * @return the images of a data folder, by name, with labels or without
	 * @throws StableSamException if it has no folder of images
	 */
	static List<Path> images(final Path folder) {
		return list(folder.resolve(IMAGES)).stream().filter(
			AnnotatedFolders::isImage).collect(Collectors.toList());
	}

	/** @return where the labels of an image are or would be */
	static Path labels(final Path folder, final Path image) {
		return folder.resolve(LABELS).resolve(stem(image) + ".png");
	}

	private static boolean isImage(final Path file) {
		final String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
		return ENDINGS.stream().anyMatch(name::endsWith);
	}

	private static String stem(final Path file) {
		final String name = file.getFileName().toString();
		final int dot = name.lastIndexOf('.');
		return dot < 0 ? name : name.substring(0, dot);
	}

	/** NB: a folder may be given as "." too. */
	private static String name(final Path folder) {
		final Path name = folder.toAbsolutePath().normalize().getFileName();
		return name == null ? folder.toString() : name.toString();
	}

	private static List<Path> list(final Path folder) {
		try (Stream<Path> files = Files.list(folder)) {
			return files.sorted().collect(Collectors.toList());
		}
		catch (final IOException e) {
			throw new StableSamException("The folder '" + folder +
				"' cannot be read: " + PendingFiles.reason(e) +
				"; check its permissions.", e);
		}
	}
}
