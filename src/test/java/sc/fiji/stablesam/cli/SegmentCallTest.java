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

package sc.fiji.stablesam.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.stablesam.SmallModel;
import sc.fiji.stablesam.ij.ImageFiles;

/** What is made of a call, whatever the network finds. */
class SegmentCallTest {

	private static final Path IMAGES = Paths.get("test-images");
	private static final String[] FILES = { "labels.tif", "rois.zip",
		"results.csv", "overlay.png" };

	@TempDir
	private Path folder;

	@Test
	void promptsKeepTheirOrder() throws IOException {
		run(IMAGES.resolve("nuclei-8bit.tif"), "--rois", IMAGES.resolve(
			"nuclei-8bit-rois.zip"), "--point", "155,239", "--point", "265,443",
			"--point", "232,437,0", "--box", "29,1,73,76", "--box", "-9,-9,5,5",
			"--box=155,83,61,65");
		final List<String> rows = Files.readAllLines(output().resolve(
			"results.csv"));
		final List<String> prompts = IntStream.of(1, 2, 3, 4, 5).mapToObj(i -> rows
			.get(i).split(",")[2]).collect(Collectors.toList());
		assertEquals(Arrays.asList("box 1", "box 3", "point 1", "point 2",
			"01-box"), prompts);
		assertEquals(1 + 4 + 19, rows.size());
	}

	@Test
	void skippedPromptIsNamed() {
		final CommandRun run = run(IMAGES.resolve("nuclei-8bit.tif"), "--box",
			"29,1,73,76", "--box", "600,1,9,9");
		assertEquals(1, run.err().stream().filter(line -> line.contains("'box 2'"))
			.count(), run.err().toString());
	}

	@Test
	void tinyAndBrokenPixelsAreNoError() {
		final ImageProcessor nan = new FloatProcessor(40, 30);
		for (int i = 0; i < nan.getPixelCount(); i++)
			nan.setf(i, i % 3 == 0 ? Float.NaN : i % 3 == 1 ? Float.POSITIVE_INFINITY
				: i);
		final ImageProcessor[] pictures = { new ByteProcessor(1, 1),
			new ByteProcessor(1, 300), new ByteProcessor(300, 1), nan };
		for (final ImageProcessor picture : pictures) {
			final Path file = folder.resolve("picture.tif");
			ImageFiles.saveTiff(new ImagePlus("picture", picture), file);
			run(file, "--box", "0,0,5,5", "--point", "0,0");
			final ImagePlus labels = ImageFiles.openImage(output().resolve(
				"labels.tif"));
			assertEquals(picture.getWidth(), labels.getWidth());
			assertEquals(picture.getHeight(), labels.getHeight());
		}
	}

	@Test
	void interruptionLeavesNothing() throws IOException {
		final Interruption interruption = Interruption.none();
		interruption.request();
		final CommandRun run = CommandRun.of(interruption, "segment", IMAGES
			.resolve("nuclei-8bit.tif"), "--box", "29,1,73,76", "--model", SmallModel
				.file(), "--output", output());
		assertTrue(run.fails().contains("Cancelled"));
		assertFalse(Files.exists(output()));
	}

	private Path output() {
		return folder.resolve("öut put");
	}

	private List<String> outputFiles() {
		return Stream.of(FILES).map(name -> output().resolve(name).toString())
			.collect(Collectors.toList());
	}

	private CommandRun run(final Object... args) {
		final List<Object> all = new ArrayList<>(Arrays.asList("segment",
			"--device", "cpu", "--model", SmallModel.file(), "--output", output()));
		all.addAll(Arrays.asList(args));
		final CommandRun run = CommandRun.of(all.toArray()).succeeds();
		assertEquals(outputFiles(), run.out());
		return run;
	}
}
