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

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Writes a result as files: {@code labels.tif}, {@code rois.zip},
 * {@code results.csv} and {@code overlay.png}.
 */
public final class ResultFiles {

	private ResultFiles() {}

	/**
	 * @param folder made if it is not there; files of these names are replaced,
	 *          all when all are complete
	 * @return the files, in the order above
	 * @throws sc.fiji.stablesam.StableSamException if they cannot be written
	 */
	public static List<Path> write(final SegmentResult result,
		final Path folder)
	{
		final Path labels = folder.resolve("labels.tif");
		final Path rois = folder.resolve("rois.zip");
		final Path table = folder.resolve("results.csv");
		final Path overlay = folder.resolve("overlay.png");
		try (PendingFiles files = new PendingFiles()) {
			files.add(labels, ImageFiles.tiff(result.labelImage()));
			files.add(rois, RoiFiles.zipped(result.rois()));
			files.add(table, CsvFile.of(result.table()));
			files.add(overlay, PngFile.of(OverlayPicture.of(result)));
			files.commit();
		}
		return Collections.unmodifiableList(Arrays.asList(labels, rois, table,
			overlay));
	}

	/**
	 * Draws two answers to the same prompts side by side.
	 *
	 * @param file a {@code .png}; its folder is made if it is not there
	 * @throws sc.fiji.stablesam.StableSamException if it cannot be written
	 */
	public static void writeComparison(final SegmentResult left,
		final SegmentResult right, final Path file)
	{
		try (PendingFiles files = new PendingFiles()) {
			files.add(file, PngFile.of(ComparisonPicture.of(left, right)));
			files.commit();
		}
	}
}
