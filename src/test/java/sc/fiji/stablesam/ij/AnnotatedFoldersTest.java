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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import javax.imageio.ImageIO;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.stablesam.StableSamException;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.train.AnnotatedPicture;
import sc.fiji.stablesam.train.AnnotatedSet;

public class AnnotatedFoldersTest {

	@TempDir
	Path folder;

	@Test
	public void eachLabelIsAnObjectAlsoInParts() throws Exception {
		save(new ByteProcessor(40, 30), "images/a.png");
		final ImageProcessor labels = new ShortProcessor(40, 30);
		fill(labels, 40000, 30, 20, 10, 10);
		fill(labels, 300, 0, 0, 5, 4);
		fill(labels, 300, 20, 10, 2, 2);
		fill(labels, 7, 10, 0, 5, 3);
		save(labels, "labels/a.png");

		final AnnotatedPicture picture = only().read(0);

		assertEquals("a", picture.name());
		assertEquals(List.of(24, 100), picture.objects().stream().map(Mask::area)
			.collect(Collectors.toList()));
		final Mask parts = picture.objects().get(0);
		assertTrue(parts.contains(4, 3) && parts.contains(21, 11));
		assertEquals(22, parts.width());
	}

	@Test
	public void contrastIsTheProducts() throws Exception {
		final ImageProcessor dim = new ShortProcessor(40, 30);
		for (int i = 0; i < 1200; i++)
			dim.set(i, 500 + i % 40);
		save(dim, "images/a.tif");
		save(new ShortProcessor(40, 30), "labels/a.png");

		final AnnotatedPicture picture = only().read(0);

		assertEquals(0xff000000, picture.image().getAt(0, 9).get());
		assertEquals(0xffffffff, picture.image().getAt(39, 9).get());
	}

	@Test
	public void imagesWithoutLabelsAndOtherFilesAreLeftOut() throws Exception {
		save(new ByteProcessor(9, 9), "images/b.tif");
		save(new ByteProcessor(9, 9), "images/c.png");
		save(new ByteProcessor(9, 9), "images/a.png");
		save(new ByteProcessor(9, 9), "labels/b.png");
		save(new ByteProcessor(9, 9), "labels/a.png");
		Files.writeString(folder.resolve("images/b.txt"), "notes");

		assertEquals(List.of("a", "b"), only().pictures());
		assertEquals(folder.getFileName().toString(), only().name());
	}

	@Test
	public void aFolderOfDataFoldersIsSeveralSets() throws Exception {
		for (final String set : new String[] { "y", "x" }) {
			save(new ByteProcessor(9, 9), set + "/images/a.png");
			save(new ByteProcessor(9, 9), set + "/labels/a.png");
		}
		Files.createDirectory(folder.resolve("z"));

		assertEquals(List.of("x", "y"), AnnotatedFolders.open(folder).stream().map(
			AnnotatedSet::name).collect(Collectors.toList()));
	}

	@Test
	public void missingFolderIsNamed() {
		final Path missing = folder.resolve("nowhere");
		assertSentence("There is no data folder '" + missing + "'",
			() -> AnnotatedFolders.open(missing));
	}

	@Test
	public void folderWithoutPairsIsNamed() throws Exception {
		assertSentence("There are no data in '" + folder + "'", this::only);
		save(new ByteProcessor(9, 9), "images/a.png");
		save(new ByteProcessor(9, 9), "labels/b.png");
		assertSentence("No image in '" + folder + "' has labels of its name",
			this::only);
	}

	@Test
	public void labelsOfAnotherSizeAreNamed() throws Exception {
		save(new ByteProcessor(9, 9), "images/a.png");
		save(new ByteProcessor(9, 8), "labels/a.png");
		assertSentence("a.png' have 9 x 8 pixels, but their image", () -> only()
			.read(0));
	}

	@Test
	public void labelsInColourAreNamed() throws Exception {
		save(new ByteProcessor(9, 9), "images/a.png");
		save(new ColorProcessor(9, 9), "labels/a.png");
		assertSentence("a.png' are not numbers of 8 or 16 bits", () -> only().read(
			0));
	}

	@Test
	public void damagedPicturesAreNamed() throws Exception {
		save(new ByteProcessor(9, 9), "images/a.png");
		save(new ByteProcessor(9, 9), "labels/a.png");
		Files.writeString(folder.resolve("labels/a.png"), "no picture");
		assertSentence("a.png' is not an image that can be read", () -> only().read(
			0));
	}

	private AnnotatedSet only() {
		final List<AnnotatedSet> sets = AnnotatedFolders.open(folder);
		assertEquals(1, sets.size());
		return sets.get(0);
	}

	private static void assertSentence(final String part, final Executable task) {
		final String message = assertThrows(StableSamException.class, task)
			.getMessage();
		assertTrue(message.contains(part), message);
		assertTrue(message.endsWith(".") && message.contains(";"), message);
	}

	private static void fill(final ImageProcessor ip, final int value,
		final int x, final int y, final int width, final int height)
	{
		ip.setRoi(x, y, width, height);
		ip.setValue(value);
		ip.fill();
	}

	/** NB: ImageJ's own saving needs a menu, and so a display. */
	private void save(final ImageProcessor ip, final String file)
		throws IOException
	{
		final Path path = folder.resolve(file);
		Files.createDirectories(path.getParent());
		if (file.endsWith(".tif")) ImageFiles.saveTiff(new ImagePlus("", ip), path);
		else ImageIO.write(ip instanceof ShortProcessor ? ((ShortProcessor) ip)
			.get16BitBufferedImage() : ip.getBufferedImage(), "png", path.toFile());
	}
}
