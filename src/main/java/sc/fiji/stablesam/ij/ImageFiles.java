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

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import javax.imageio.ImageIO;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.FileSaver;
import ij.io.Opener;
import ij.io.TiffDecoder;
import ij.io.TiffEncoder;

import sc.fiji.stablesam.StableSamException;

/** Opens and saves image files without windows and dialogs. */
public final class ImageFiles {

	private static final List<Integer> FORMATS = Arrays.asList(Opener.TIFF,
		Opener.DICOM, Opener.FITS, Opener.PGM, Opener.JPEG, Opener.GIF, Opener.PNG,
		Opener.BMP, Opener.TIFF_AND_DICOM);

	private ImageFiles() {}

	/**
	 * @param file TIFF (also stacks and hyperstacks), PNG, JPEG, GIF, BMP...
	 * @throws StableSamException if it is not there or is not an image
	 */
	public static SourceImage open(final Path file) {
		return SourceImage.of(openImage(file));
	}

	/**
	 * @param file TIFF (also stacks and hyperstacks), PNG, JPEG, GIF, BMP...
	 * @throws StableSamException if it is not there or is not an image
	 */
	public static ImagePlus openImage(final Path file) {
		if (!Files.isRegularFile(file)) throw new StableSamException(
			"There is no image file '" + file + "'.");
		if (!Files.isReadable(file)) throw new StableSamException("The image '" +
			file + "' cannot be read: permission denied.");
		final String path = file.toAbsolutePath().toString();
		final Opener opener = new Opener();
		opener.setSilentMode(true);
		final int format = opener.getFileType(path);
		if (!FORMATS.contains(format)) throw new StableSamException("'" + file +
			"' is not an image that can be read; use TIFF, PNG or JPEG.");
		try {
			check(file, format);
			final ImagePlus imp = opener.openImage(path);
			if (imp != null && imp.getWidth() > 0 && imp.getProcessor() != null)
				return imp;
		}
		catch (final IOException | RuntimeException e) {
			throw damaged(file, e);
		}
		throw damaged(file, null);
	}

	/**
	 * Saves an image as TIFF; a file of that name is replaced at once, when the
	 * new one is complete.
	 *
	 * @throws StableSamException if it cannot be written
	 */
	public static void saveTiff(final ImagePlus imp, final Path file) {
		PendingFiles.write(file, tiff(imp));
	}

	/** NB: ImageJ's own saving renames the image and shows dialogs. */
	static PendingFiles.Content tiff(final ImagePlus imp) {
		final FileInfo info = imp.getFileInfo();
		info.description = new FileSaver(imp).getDescriptionString();
		info.info = imp.getInfoProperty();
		info.sliceLabels = imp.getStack().getSliceLabels();
		info.overlay = FileSaver.getOverlay(imp);
		return (final OutputStream out) -> new TiffEncoder(info).write(out);
	}

	/** NB: of damaged files ImageJ may show what is left of them, or wait. */
	private static void check(final Path file, final int format)
		throws IOException
	{
		if (format == Opener.TIFF) checkTiff(file);
		if (format == Opener.PNG || format == Opener.JPEG || format == Opener.BMP) {
			if (ImageIO.read(file.toFile()) == null) throw damaged(file, null);
		}
	}

	private static void checkTiff(final Path file) throws IOException {
		final long size = Files.size(file);
		final Path folder = file.toAbsolutePath().getParent();
		final FileInfo[] planes = new TiffDecoder(folder.toString() +
			File.separator, file.getFileName().toString()).getTiffInfo();
		if (planes == null || planes.length == 0) throw damaged(file, null);
		for (final FileInfo plane : planes)
			if (end(plane) > size) throw damaged(file, null);
	}

	/** @return how long a TIFF file must be to hold the plane */
	private static long end(final FileInfo plane) {
		long end = 0;
		if (plane.stripOffsets != null && plane.stripLengths != null) for (int i =
			0; i < Math.min(plane.stripOffsets.length,
				plane.stripLengths.length); i++)
			end = Math.max(end, (plane.stripOffsets[i] & 0xffffffffL) +
				plane.stripLengths[i]);
		if (plane.compression != FileInfo.COMPRESSION_NONE &&
			plane.compression != FileInfo.COMPRESSION_UNKNOWN) return end;
		final long bytes = (long) plane.width * plane.height * plane
			.getBytesPerPixel();
		return Math.max(end, plane.getOffset() + plane.nImages * bytes +
			(plane.nImages - 1L) * plane.getGap());
	}

	private static StableSamException damaged(final Path file,
		final Exception cause)
	{
		return new StableSamException("The image '" + file +
			"' is damaged or of a kind that cannot be read; save it again as TIFF.",
			cause);
	}
}
