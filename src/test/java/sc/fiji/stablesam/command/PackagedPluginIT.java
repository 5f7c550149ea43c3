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

package sc.fiji.stablesam.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImagePlus;
import ij.io.Opener;
import ij.process.ImageProcessor;
import sc.fiji.stablesam.NeedsModel;
import sc.fiji.stablesam.NeedsScreen;
import sc.fiji.stablesam.RealModel;
import sc.fiji.stablesam.ij.call.SegmentParameters;

/**
 * Tests the macros of the project with the packaged plugin, in the plugins
 * folder of an ImageJ that runs in a process of its own.
 */
@NeedsModel
@NeedsScreen
class PackagedPluginIT {

	private static final Path IMAGEJ = Paths.get("target", "imagej")
		.toAbsolutePath();
	private static final Path IMAGES = Paths.get("test-images").toAbsolutePath();
	private static final double GOOD = 0.7;
	/** A click may mean a part of an object, too. */
	private static final double OVERLAPPING = 0.2;
	private static final Path MACROS = Paths.get("macros").toAbsolutePath();
	private static final int TIME_OUT_MINUTES = 5;

	@TempDir
	Path temp;

	@Test
	void segmentsTheTestImage() throws Exception {
		final Path out = Files.createDirectory(temp.resolve("out ü"));
		final String log = runMacro(MACROS.resolve("Segment_Test_Image.ijm"),
			IMAGES, out);
		final ImagePlus labels = open(out.resolve("nuclei-8bit-labels.tif"), log);
		assertEquals(16, labels.getBitDepth());
		assertEquals(4, labels.getStatistics().max, 0);
		final ImageProcessor truth = truth("nuclei-8bit");
		final int[] objects = { 1, 2, 5, 17 };
		for (int i = 0; i < objects.length; i++)
			assertTrue(iou(labels.getProcessor(), i + 1, truth, objects[i]) > GOOD,
				"object " + (i + 1) + "\n" + log);
	}

	@Test
	void segmentsAFolderWithAStack() throws Exception {
		final Path in = Files.createDirectory(temp.resolve("in ü"));
		final Path out = Files.createDirectory(temp.resolve("out"));
		for (final String name : Arrays.asList("nuclei-16bit-stack",
			"histology-rgb"))
			for (final String ending : Arrays.asList(".tif", "-rois.zip"))
				Files.copy(IMAGES.resolve(name + ending), in.resolve(name + ending));
		final String log = runMacro(MACROS.resolve("Segment_Folder.ijm"), in, out);
		final ImagePlus stack = open(out.resolve("nuclei-16bit-stack-labels.tif"),
			log);
		assertEquals(3, stack.getStackSize());
		for (final int[] box : new int[][] { { 1, 1 }, { 2, 5 }, { 3, 10 } })
			assertTrue(stackIou(stack, box[0], box[1]) > GOOD, "box " + box[1] +
				"\n" + log);
		for (final int[] click : new int[][] { { 1, 4 }, { 2, 8 }, { 3, 13 } })
			assertTrue(stackIou(stack, click[0], click[1]) > OVERLAPPING, "click " +
				click[1] + "\n" + log);
		assertRows(countRois(in.resolve("nuclei-16bit-stack-rois.zip")), out
			.resolve("nuclei-16bit-stack-results.csv"));
		final ImagePlus histology = open(out.resolve("histology-rgb-labels.tif"),
			log);
		assertEquals(320, histology.getWidth());
		assertRows(countRois(in.resolve("histology-rgb-rois.zip")), out.resolve(
			"histology-rgb-results.csv"));
	}

	@Test
	void endsAMacroWithOneSentence() throws Exception {
		final Path macro = temp.resolve("wrong.ijm");
		Files.write(macro, Arrays.asList("newImage('a', '8-bit black', 9, 9, 1);",
			"run('" + SegmentParameters.COMMAND + "', 'output=rois');",
			"print('went on');"));
		final List<String> log = runMacro(macro, temp, temp).lines().filter(
			line -> !line.startsWith("SLF4J")).collect(Collectors.toList());
		assertEquals(Arrays.asList(
			"Stable-SAM: There is no choice 'rois' for the " +
				"option 'output'; choose one of ROI Manager, label image, both, overlay."),
			log);
	}

	private static void assertRows(final int count, final Path csv)
		throws IOException
	{
		final List<String> lines = Files.readAllLines(csv);
		assertEquals(count, lines.size() - 1, String.join("\n", lines));
	}

	private static ImagePlus open(final Path file, final String log) {
		final ImagePlus imp = new Opener().openImage(file.toString());
		assertTrue(imp != null, file + "\n" + log);
		return imp;
	}

	/** @return what people have drawn; object n belongs to the nth ROI */
	private static ImageProcessor truth(final String name) {
		return open(Paths.get("src", "test", "resources", "truth", name + ".png"),
			"").getProcessor();
	}

	private static double stackIou(final ImagePlus stack, final int slice,
		final int object)
	{
		return iou(stack.getStack().getProcessor(slice), object, truth(
			"nuclei-16bit-stack-" + slice), object);
	}

	private static int countRois(final Path zip) throws IOException {
		try (ZipFile file = new ZipFile(zip.toFile())) {
			return file.size();
		}
	}

	private static double iou(final ImageProcessor a, final int labelA,
		final ImageProcessor b, final int labelB)
	{
		int both = 0;
		int either = 0;
		for (int i = 0; i < a.getPixelCount(); i++) {
			final boolean inA = a.get(i) == labelA;
			final boolean inB = b.get(i) == labelB;
			if (inA && inB) both++;
			if (inA || inB) either++;
		}
		return (double) both / either;
	}

	/** @return what ImageJ printed */
	private String runMacro(final Path macro, final Path in, final Path out)
		throws IOException, InterruptedException, URISyntaxException
	{
		final Path imagej = Paths.get(IJ.class.getProtectionDomain().getCodeSource()
			.getLocation().toURI());
		final List<String> command = new ArrayList<>(Arrays.asList(Paths.get(System
			.getProperty("java.home"), "bin", "java").toString(), "-Xmx2g",
			"-Dai.djl.offline=true", "-Dstable-sam.home=" + RealModel.file()
				.getParent(), "-cp", imagej.toString(), "ij.ImageJ", "-ijpath", IMAGEJ
					.toString(), "-batch", macro.toString(), in + "\n" + out));
		final Path log = temp.resolve("log.txt");
		final Process process = new ProcessBuilder(command).redirectErrorStream(
			true).redirectOutput(log.toFile()).start();
		final boolean ended = process.waitFor(TIME_OUT_MINUTES, TimeUnit.MINUTES);
		if (!ended) process.destroyForcibly();
		final String text = new String(Files.readAllBytes(log),
			StandardCharsets.UTF_8);
		assertTrue(ended, "ImageJ hangs:\n" + text);
		return text;
	}
}
