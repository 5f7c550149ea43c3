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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.io.RoiEncoder;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.stablesam.StableSamException;

public class RoiFilesTest {

	@TempDir
	Path temp;

	private Path folder;

	@BeforeEach
	public void makeFolderWithBlankAndUmlaut() throws IOException {
		folder = Files.createDirectory(temp.resolve("für alle"));
	}

	@Test
	public void outlinesSurvive() {
		final ImagePlus imp = IJ.createImage("a", "8-bit black", 20, 20, 4);
		final Path zip = folder.resolve("rois.zip");
		final SegmentResult result = Results.on(imp).at(PlanePosition.of(0, 2, 0),
			Masks.of(3, 4, "###", "#.#", "###")).at(PlanePosition.of(0, 4, 0), Masks
				.of(9, 9, "#")).at(PlanePosition.of(0, 1, 0), Masks.of(2, 2, "##..",
					"####")).result();
		RoiFiles.write(result.rois(), zip);
		final List<Roi> rois = RoiFiles.read(zip);
		assertEquals(Arrays.asList("SAM-0001", "SAM-0002", "SAM-0003"), names(
			rois));
		assertTrue(rois.get(0) instanceof ShapeRoi);
		assertEquals(8, rois.get(0).getStatistics().area);
		assertEquals(1, rois.get(1).getStatistics().area);
		assertEquals(6, rois.get(2).getStatistics().area);
		assertEquals(2, rois.get(0).getPosition());
		assertEquals(4, rois.get(1).getPosition());
		for (final Roi roi : rois) {
			assertEquals("0.9000", roi.getProperty("stable-sam.iou"));
			assertEquals("0.8000", roi.getProperty("stable-sam.stability"));
			assertEquals("box", roi.getProperty("stable-sam.prompt"));
			assertEquals("test model", roi.getProperty("stable-sam.model"));
		}
	}

	@Test
	public void hyperstackPositionsAndGroupsSurvive() {
		final Roi roi = new Roi(1, 2, 3, 4);
		roi.setPosition(2, 3, 4);
		roi.setGroup(5);
		final Path zip = folder.resolve("rois.zip");
		RoiFiles.write(Collections.singletonList(roi), zip);
		final Roi read = RoiFiles.read(zip).get(0);
		assertTrue(read.hasHyperStackPosition());
		assertEquals(3, read.getZPosition());
		assertEquals(5, read.getGroup());
	}

	@Test
	public void positionsOfPointsSurvive() {
		final PointRoi counted = new PointRoi();
		counted.setCounter(1);
		counted.addPoint(3, 4, 5);
		final PointRoi plain = new PointRoi(3, 4);
		plain.setPosition(6);
		final PointRoi anywhere = new PointRoi(3, 4);
		final PointRoi hyper = new PointRoi(3, 4);
		hyper.setPosition(1, 2, 3);
		final Path zip = folder.resolve("rois.zip");
		RoiFiles.write(Arrays.asList(counted, plain, anywhere, hyper), zip);
		final List<Roi> read = RoiFiles.read(zip);
		assertEquals(5, read.get(0).getPosition());
		assertEquals(1, ((PointRoi) read.get(0)).getCounter(0));
		assertEquals(6, read.get(1).getPosition());
		assertEquals(0, read.get(2).getPosition());
		assertTrue(read.get(3).hasHyperStackPosition());
		assertEquals(3, read.get(3).getTPosition());
	}

	@Test
	public void namesNeedNotBeUniqueNorFileNames() {
		final Roi[] rois = { new Roi(0, 0, 1, 1), new Roi(1, 0, 1, 1), new Roi(2, 0,
			1, 1), new Roi(3, 0, 1, 1) };
		rois[0].setName("a/b");
		rois[1].setName("Kern ä");
		rois[2].setName("Kern ä");
		final Path zip = folder.resolve("rois.zip");
		RoiFiles.write(Arrays.asList(rois), zip);
		final List<Roi> read = RoiFiles.read(zip);
		assertEquals(4, read.size());
		for (int i = 0; i < 4; i++)
			assertEquals(i, read.get(i).getBounds().x);
		assertEquals("Kern ä", read.get(1).getName());
	}

	@Test
	public void readsSingleRoiFiles() throws IOException {
		final PointRoi roi = new PointRoi(3, 4);
		final Path file = folder.resolve("cell.roi");
		Files.write(file, RoiEncoder.saveAsByteArray(roi));
		assertEquals("cell", RoiFiles.read(file).get(0).getName());
	}

	@Test
	public void whatIsNoRoiZipIsSaidInASentence() throws IOException {
		final Path text = folder.resolve("notes.zip");
		Files.write(text, "no zip".getBytes(StandardCharsets.UTF_8));
		assertMessage("'" + text + "' is not a ROI zip, or is damaged;", text);
		final Path empty = folder.resolve("empty.zip");
		Files.write(empty, new byte[0]);
		assertMessage("'" + empty + "' is not a ROI zip, or is damaged;", empty);
		final Path missing = folder.resolve("missing.zip");
		assertMessage("The ROI file '" + missing +
			"' cannot be read: it is not there.", missing);
		assertMessage("The ROI file '" + folder + "' cannot be read: ", folder);
	}

	@Test
	public void truncatedZipsAreSaidInASentence() throws IOException {
		final Path zip = folder.resolve("rois.zip");
		RoiFiles.write(Arrays.asList(new Roi(1, 2, 3, 4), new Roi(1, 2, 3, 4)),
			zip);
		final byte[] bytes = Files.readAllBytes(zip);
		Files.write(zip, Arrays.copyOf(bytes, bytes.length - 30));
		assertMessage("'" + zip + "' is not a ROI zip, or is damaged;", zip);
	}

	@Test
	public void damagedRoisAreNamed() throws IOException {
		final byte[] roi = RoiEncoder.saveAsByteArray(new Roi(1, 2, 3, 4));
		for (final byte[] bytes : Arrays.asList(new byte[200], new byte[0], Arrays
			.copyOf(roi, 30)))
		{
			final Path zip = zip("bad.roi", bytes);
			assertMessage("The ROI 'bad.roi' in '" + zip + "' is damaged;", zip);
		}
	}

	@Test
	public void zipsWithoutRoisAreSaidInASentence() throws IOException {
		final Path zip = zip("picture.png", new byte[5]);
		assertMessage("'" + zip + "' holds no ROIs;", zip);
	}

	@Test
	public void flippedBitsEndInASentenceOrInRois() throws IOException {
		final Path zip = folder.resolve("rois.zip");
		RoiFiles.write(Arrays.asList(new Roi(1, 2, 3, 4), MaskRois.of(Masks.of(1, 1,
			"###", "#.#", "###"))), zip);
		final byte[] bytes = Files.readAllBytes(zip);
		for (int i = 0; i < bytes.length * 8; i += 13) {
			final byte[] flipped = bytes.clone();
			flipped[i / 8] ^= 1 << i % 8;
			Files.write(zip, flipped);
			try {
				assertFalse(RoiFiles.read(zip).isEmpty());
			}
			catch (final StableSamException e) {
				assertTrue(e.getMessage().contains(zip.toString()), e.getMessage());
			}
		}
	}

	@Test
	public void nothingHalfWrittenStays() throws IOException {
		final Path zip = folder.resolve("rois.zip");
		RoiFiles.write(Arrays.asList(new Roi(1, 2, 3, 4)), zip);
		final byte[] before = Files.readAllBytes(zip);
		assertThrows(StableSamException.class, () -> PendingFiles.write(zip,
			out -> {
				out.write(1);
				throw new IOException("disk full");
			}));
		assertEquals(1, Files.list(folder).count());
		assertTrue(Arrays.equals(before, Files.readAllBytes(zip)));
	}

	@Test
	public void foldersThatAreFilesAreSaidInASentence() throws IOException {
		final Path file = Files.createFile(folder.resolve("file"));
		final Path zip = file.resolve("rois.zip");
		final StableSamException e = assertThrows(StableSamException.class,
			() -> RoiFiles.write(Arrays.asList(new Roi(1, 2, 3, 4)), zip));
		assertTrue(e.getMessage().startsWith("'" + zip +
			"' cannot be written: its folder is no folder;"), e.getMessage());
	}

	private Path zip(final String entry, final byte[] content)
		throws IOException
	{
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream out = new ZipOutputStream(bytes)) {
			out.putNextEntry(new ZipEntry(entry));
			out.write(content);
		}
		return Files.write(folder.resolve("made.zip"), bytes.toByteArray());
	}

	private static void assertMessage(final String start, final Path file) {
		final String message = assertThrows(StableSamException.class, () -> RoiFiles
			.read(file)).getMessage();
		assertTrue(message.startsWith(start), message);
		assertFalse(message.contains("\n"), message);
	}

	private static List<String> names(final List<Roi> rois) {
		return Arrays.asList(rois.stream().map(Roi::getName).toArray(
			String[]::new));
	}
}
