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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import javax.imageio.ImageIO;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.stablesam.StableSamException;
import sc.fiji.stablesam.mask.Mask;

public class ResultFilesTest {

	@TempDir
	Path temp;

	@Test
	public void writesFourFiles() throws IOException {
		final Path folder = temp.resolve("für alle").resolve("new");
		final List<Path> files = ResultFiles.write(result(), folder);
		assertEquals(Arrays.asList("labels.tif", "rois.zip", "results.csv",
			"overlay.png"), files.stream().map(file -> file.getFileName().toString())
				.collect(Collectors.toList()));
		assertEquals(4, Files.list(folder).count());
		assertEquals(2, ImageFiles.openImage(files.get(0)).getProcessor().get(5,
			5));
		assertEquals(2, RoiFiles.read(files.get(1)).size());
		assertEquals(9, ImageIO.read(files.get(3).toFile()).getWidth());
		final List<String> lines = Files.readAllLines(files.get(2));
		assertEquals(4, lines.size());
		assertTrue(lines.get(0).startsWith("label,name,prompt,kind,area_px,"), lines
			.get(0));
		assertTrue(lines.get(2).startsWith("2,SAM-0002,box 2,box,1,"), lines.get(
			2));
		assertTrue(lines.get(3).startsWith("3,SAM-0003,box 3,box,0,"), lines.get(
			3));
	}

	@Test
	public void comparisonHasBothAnswersAndTheirPrompts() throws IOException {
		final Path file = temp.resolve("new").resolve("both.png");
		ResultFiles.writeComparison(result(Masks.of(1, 1, "##")), result(Masks.of(5,
			5, "##")), file);
		final BufferedImage picture = ImageIO.read(file.toFile());
		assertEquals(9 + 12 + 9, picture.getWidth());
		assertTrue(picture.getHeight() > 8);
		final int right = 9 + 12;
		assertNotEquals(picture.getRGB(2, 1), picture.getRGB(right + 2, 1));
		assertNotEquals(picture.getRGB(6, 5), picture.getRGB(right + 6, 5));
		// the box of the prompt, from (0, 0) to (1, 1)
		assertEquals(picture.getRGB(0, 0), picture.getRGB(right, 0));
		assertNotEquals(new Color(0, 0, 0).getRGB(), picture.getRGB(0, 0));
	}

	@Test
	public void replacesAllOrNothing() throws IOException {
		final List<Path> files = ResultFiles.write(result(), temp);
		final byte[] labels = Files.readAllBytes(files.get(0));
		Files.delete(files.get(3));
		Files.createDirectory(files.get(3));
		Files.createFile(files.get(3).resolve("in the way"));
		final StableSamException e = assertThrows(StableSamException.class,
			() -> ResultFiles.write(result(Masks.of(3, 3, "#")), temp));
		assertTrue(e.getMessage().startsWith("'" + files.get(3) +
			"' cannot be written: a folder of that name is in the way;"), e
				.getMessage());
		assertEquals(4, Files.list(temp).count());
		assertArrayEquals(labels, Files.readAllBytes(files.get(0)));
	}

	@Test
	public void quotesWhatCsvNeedsQuoted() throws IOException {
		final ResultsTable table = new ResultsTable();
		table.showRowNumbers(false);
		table.incrementCounter();
		table.addValue("a,b", "say \"hi\"");
		table.addValue("unit", "µm");
		final Path csv = temp.resolve("a.csv");
		PendingFiles.write(csv, CsvFile.of(table));
		assertEquals(Arrays.asList("\"a,b\",unit", "\"say \"\"hi\"\"\",µm"), Files
			.readAllLines(csv));
	}

	private static SegmentResult result() {
		return result(Masks.of(1, 1, "##", "##"), Masks.of(5, 5, "#"), Masks
			.empty());
	}

	private static SegmentResult result(final Mask... masks) {
		final ImagePlus imp = IJ.createImage("a", "8-bit ramp", 9, 8, 1);
		return Results.on(imp).with(masks).result();
	}
}
