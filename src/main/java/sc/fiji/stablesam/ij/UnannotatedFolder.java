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

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import ij.process.ShortProcessor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;

import sc.fiji.stablesam.StableSamException;
import sc.fiji.stablesam.mask.Mask;

/**
 * A data folder whose images have no labels yet, or not all of them: see
 * {@link AnnotatedFolders}.
 */
public final class UnannotatedFolder {

	/** Of fewer objects there is too little to be learnt. */
	private static final int FEWEST = 3;

	private final Path folder;
	private final List<Path> images;

	private UnannotatedFolder(final Path folder, final List<Path> images) {
		this.folder = folder;
		this.images = Collections.unmodifiableList(images);
	}

	/**
	 * @param folder holds {@code images/*.png} or {@code *.tif}
	 * @throws StableSamException if there are no images in it
	 */
	public static UnannotatedFolder open(final Path folder) {
		final List<Path> all = AnnotatedFolders.images(folder);
		if (all.isEmpty()) throw new StableSamException("There are no images in '" +
			folder + "'; a data folder holds images/*.png or *.tif.");
		return new UnannotatedFolder(folder, all.stream().filter(image -> !Files
			.exists(AnnotatedFolders.labels(folder, image))).collect(Collectors
				.toList()));
	}

	/** @return the images without labels */
	public List<Path> images() {
		return images;
	}

	/**
	 * Writes the labels of an image, if there are at least three objects.
	 *
	 * @param image one of {@link #images}
	 * @param objects finds them; of those that overlap the first is seen
	 * @return whether there were enough
	 * @throws StableSamException if the image cannot be read or its labels cannot
	 *           be written
	 */
	public boolean annotate(final Path image,
		final Function<RandomAccessibleInterval<ARGBType>, List<Mask>> objects)
	{
		final RandomAccessibleInterval<ARGBType> pixels = ImageFiles.open(image)
			.render(PlanePosition.ANY);
		final List<Mask> found = objects.apply(pixels);
		if (found.size() < FEWEST) return false;
		PendingFiles.write(AnnotatedFolders.labels(folder, image), PngFile.of(
			labels((int) pixels.dimension(0), (int) pixels.dimension(1), found)));
		return true;
	}

	private static BufferedImage labels(final int width, final int height,
		final List<Mask> objects)
	{
		final ShortProcessor labels = new ShortProcessor(width, height);
		for (int i = objects.size() - 1; i >= 0; i--)
			LabelImage.paint(objects.get(i), i + 1, labels);
		return labels.get16BitBufferedImage();
	}
}
