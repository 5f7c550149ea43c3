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
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.io.RoiDecoder;
import ij.io.RoiEncoder;

import sc.fiji.stablesam.StableSamException;

/** Reads and writes ImageJ's ROI files, without a ROI Manager. */
public final class RoiFiles {

	private RoiFiles() {}

	/**
	 * @param file a {@code .zip} of ROIs or a single {@code .roi}
	 * @throws StableSamException if it cannot be read or holds no ROIs
	 */
	public static List<Roi> read(final Path file) {
		try (InputStream in = Files.newInputStream(file)) {
			final byte[] start = in.readNBytes(2);
			if (start.length == 2 && start[0] == 'I' && start[1] == 'o')
				return Collections.singletonList(decode(Files.readAllBytes(file), file
					.getFileName().toString(), file));
		}
		catch (final IOException e) {
			throw new StableSamException("The ROI file '" + file +
				"' cannot be read: " + PendingFiles.reason(e) + ".", e);
		}
		final List<Roi> rois = readZip(file);
		if (rois.isEmpty()) throw new StableSamException("'" + file +
			"' holds no ROIs; save some with More > Save... in the ROI Manager.");
		return rois;
	}

	/**
	 * Reads the ROIs of a file as prompts for an image.
	 *
	 * @throws StableSamException if it cannot be read or holds no ROIs
	 */
	public static PromptSet readPrompts(final Path file, final SourceImage image,
		final PointsMode mode)
	{
		return RoiPrompts.of(read(file), image, mode);
	}

	/**
	 * Writes a ROI zip; a file of that name is replaced at once, when the new one
	 * is complete.
	 *
	 * @throws StableSamException if it cannot be written
	 */
	public static void write(final List<Roi> rois, final Path zip) {
		PendingFiles.write(zip, zipped(rois));
	}

	static PendingFiles.Content zipped(final List<Roi> rois) {
		return out -> {
			final ZipOutputStream zip = new ZipOutputStream(out);
			final Set<String> names = new HashSet<>();
			for (final Roi roi : rois) {
				final byte[] bytes = RoiEncoder.saveAsByteArray(roi);
				if (bytes == null) throw new IOException("ROI '" + roi.getName() +
					"' cannot be encoded");
				zip.putNextEntry(new ZipEntry(uniqueName(roi, names)));
				zip.write(bytes);
				zip.closeEntry();
			}
			zip.finish();
		};
	}

	private static String uniqueName(final Roi roi, final Set<String> taken) {
		final String name = roi.getName() == null ? "ROI" : roi.getName()
			.replaceAll("[/\\\\\\p{Cntrl}]", "_");
		String unique = name;
		for (int i = 2; !taken.add(unique); i++)
			unique = name + "-" + i;
		return unique + ".roi";
	}

	private static List<Roi> readZip(final Path file) {
		try {
			return readZip(file, StandardCharsets.UTF_8);
		}
		catch (final IOException | IllegalArgumentException notUtf8) {
			try {
				return readZip(file, StandardCharsets.ISO_8859_1);
			}
			catch (final IOException e) {
				throw new StableSamException("'" + file +
					"' is not a ROI zip, or is damaged; save the ROIs again with More > Save... in the ROI Manager.",
					e);
			}
		}
	}

	private static List<Roi> readZip(final Path file, final Charset names)
		throws IOException
	{
		final List<Roi> rois = new ArrayList<>();
		try (ZipFile zip = new ZipFile(file.toFile(), names)) {
			for (final ZipEntry entry : Collections.list(zip.entries()))
				if (entry.getName().toLowerCase(Locale.ROOT).endsWith(".roi")) rois.add(
					decode(bytes(zip, entry, file), entry.getName(), file));
		}
		return rois;
	}

	private static byte[] bytes(final ZipFile zip, final ZipEntry entry,
		final Path file)
	{
		try (InputStream in = zip.getInputStream(entry)) {
			final byte[] bytes = in.readAllBytes();
			// NB: Java checks it when streaming a zip, but not here.
			final CRC32 checksum = new CRC32();
			checksum.update(bytes);
			if (checksum.getValue() == entry.getCrc()) return bytes;
		}
		catch (final IOException e) {
			throw damaged(entry.getName(), file, e);
		}
		throw damaged(entry.getName(), file, null);
	}

	private static Roi decode(final byte[] bytes, final String name,
		final Path file)
	{
		try {
			final Roi roi = new RoiDecoder(bytes, name).getRoi();
			if (roi != null) return withPosition(roi, bytes);
		}
		catch (final IOException | RuntimeException | OutOfMemoryError e) {
			// NB: ImageJ makes arrays as long as a damaged file says.
			throw damaged(name, file, e);
		}
		throw damaged(name, file, null);
	}

	/**
	 * NB: ImageJ saves the position of points that have no counters, but forgets
	 * it when it opens them.
	 */
	private static Roi withPosition(final Roi roi, final byte[] bytes) {
		final int position = ByteBuffer.wrap(bytes).getInt(RoiDecoder.POSITION);
		if (roi instanceof PointRoi && roi.getPosition() == 0 && !roi
			.hasHyperStackPosition() && position > 0) roi.setPosition(position);
		return roi;
	}

	private static StableSamException damaged(final String name, final Path file,
		final Throwable cause)
	{
		return new StableSamException("The ROI '" + name + "' in '" + file +
			"' is damaged; save the ROIs again.", cause);
	}
}
