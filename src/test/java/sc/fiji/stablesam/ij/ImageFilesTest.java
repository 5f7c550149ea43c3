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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import javax.imageio.ImageIO;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.stablesam.StableSamException;

public class ImageFilesTest {

	@TempDir
	Path temp;

	private Path folder;

	@BeforeEach
	public void makeFolderWithBlankAndUmlaut() throws IOException {
		folder = Files.createDirectory(temp.resolve("für alle"));
	}

	@Test
	public void opensPngJpegGifAndBmp() throws IOException {
		for (final String format : new String[] { "png", "jpg", "gif", "bmp" }) {
			final Path file = folder.resolve("picture." + format);
			assertTrue(ImageIO.write(new BufferedImage(7, 5,
				BufferedImage.TYPE_INT_RGB), format, file.toFile()));
			final SourceImage image = ImageFiles.open(file);
			assertEquals(7, image.width(), format);
			assertEquals(5, image.height(), format);
			assertEquals("picture", image.title());
		}
	}

	@Test
	public void sixteenBitPngStaysSo() throws IOException {
		final BufferedImage picture = new BufferedImage(2, 1,
			BufferedImage.TYPE_USHORT_GRAY);
		picture.getRaster().setSample(1, 0, 0, 4000);
		final Path file = folder.resolve("a.png");
		ImageIO.write(picture, "png", file.toFile());
		final ImagePlus imp = ImageFiles.openImage(file);
		assertEquals(16, imp.getBitDepth());
		assertEquals(4000, imp.getProcessor().get(1, 0));
	}

	@Test
	public void savesAndOpensStacks() {
		for (final String type : new String[] { "8-bit ramp", "16-bit ramp",
			"32-bit ramp", "RGB ramp" })
		{
			final ImagePlus imp = IJ.createImage("a", type, 6, 5, 24);
			imp.setDimensions(2, 3, 4);
			imp.getCalibration().pixelWidth = 0.5;
			imp.getCalibration().setUnit("micron");
			final Path file = folder.resolve(type + ".tif");
			ImageFiles.saveTiff(imp, file);
			final ImagePlus read = ImageFiles.openImage(file);
			assertArrayEquals(imp.getDimensions(), read.getDimensions(), type);
			assertEquals(0.5, read.getCalibration().pixelWidth);
			assertArrayEquals(imp.getStack().getProcessor(9).getFloatArray(), read
				.getStack().getProcessor(9).getFloatArray());
			assertEquals("a", imp.getTitle());
		}
	}

	@Test
	public void labelsSurvive() {
		final ImagePlus labels = Results.on(IJ.createImage("a", "8-bit black", 4, 1,
			1)).with(Masks.of(1, 0, "#"), Masks.of(3, 0, "#")).result().labelImage();
		final Path file = folder.resolve("labels.tif");
		ImageFiles.saveTiff(labels, file);
		final ImagePlus read = ImageFiles.openImage(file);
		assertEquals(16, read.getBitDepth());
		assertArrayEquals((short[]) labels.getProcessor().getPixels(),
			(short[]) read.getProcessor().getPixels());
	}

	@Test
	public void opensCompositesAsSuch() {
		final ImagePlus imp = IJ.createImage("a", "8-bit ramp", 6, 5, 2);
		imp.setDimensions(2, 1, 1);
		final Path file = folder.resolve("a.tif");
		IJ.saveAsTiff(new CompositeImage(imp, IJ.COMPOSITE), file.toString());
		assertTrue(ImageFiles.openImage(file).isComposite());
	}

	@Test
	public void whatIsNoImageIsSaidInASentence() throws IOException {
		final Path missing = folder.resolve("missing.tif");
		assertMessage("There is no image file '" + missing + "'.", missing);
		assertMessage("There is no image file '" + folder + "'.", folder);
		for (final String name : new String[] { "a.txt", "a.tif", "a.zip", "a.csv",
			"a.avi", "a" })
		{
			final Path file = folder.resolve(name);
			Files.write(file, "Dear all,\n".getBytes(StandardCharsets.UTF_8));
			assertMessage("'" + file + "' is not an image that can be read;", file);
		}
		final Path empty = Files.createFile(folder.resolve("empty.tif"));
		assertMessage("'" + empty + "' is not an image that can be read;", empty);
	}

	@Test
	public void truncatedImagesAreSaidInASentence() throws IOException {
		final ImagePlus imp = IJ.createImage("a", "16-bit ramp", 60, 50, 3);
		final Path tiff = folder.resolve("a.tif");
		ImageFiles.saveTiff(imp, tiff);
		final Path single = folder.resolve("b.tif");
		ImageFiles.saveTiff(IJ.createImage("a", "8-bit ramp", 60, 50, 1), single);
		final Path png = folder.resolve("a.png");
		ImageIO.write(noise(), "png", png.toFile());
		final Path jpeg = folder.resolve("a.jpg");
		ImageIO.write(noise(), "jpg", jpeg.toFile());
		for (final Path file : Arrays.asList(tiff, single, png)) {
			final byte[] bytes = Files.readAllBytes(file);
			for (final double share : new double[] { 0.1, 0.5, 0.9 }) {
				Files.write(file, Arrays.copyOf(bytes, (int) (bytes.length * share)));
				assertMessage("The image '" + file + "' is damaged", file);
			}
		}
		Files.write(jpeg, Arrays.copyOf(Files.readAllBytes(jpeg), 300));
		assertMessage("The image '" + jpeg + "' is damaged", jpeg);
	}

	private static BufferedImage noise() {
		final BufferedImage picture = new BufferedImage(60, 50,
			BufferedImage.TYPE_INT_RGB);
		for (int i = 0; i < 3000; i++)
			picture.setRGB(i % 60, i / 60, i * 7919);
		return picture;
	}

	private static void assertMessage(final String start, final Path file) {
		final String message = assertThrows(StableSamException.class,
			() -> ImageFiles.open(file)).getMessage();
		assertTrue(message.startsWith(start), message);
		assertFalse(message.contains("\n"), message);
	}
}
