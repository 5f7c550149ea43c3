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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.stablesam.NeedsModel;
import sc.fiji.stablesam.RealModel;
import sc.fiji.stablesam.ij.RoiFiles;

/** Real pictures, segmented by the real model through the command line. */
@NeedsModel
public class SegmentTest {

	private static final Path IMAGES = Paths.get("test-images");
	private static final String[] FILES = { "labels.tif", "rois.zip",
		"results.csv", "overlay.png" };

	private static final double MEAN_CLICK = 0.7;

	@TempDir
	private Path folder;

	@Test
	public void demoFindsTheNuclei() throws IOException {
		System.setProperty("stable-sam.home", folder.resolve("models").toString());
		try {
			CommandRun.of("models", "import", RealModel.file()).succeeds();
			final List<String> out = CommandRun.of("demo", "--output", output())
				.succeeds().out();
			assertEquals(outputFiles(), out);
		}
		finally {
			System.clearProperty("stable-sam.home");
		}
		assertEquals(19, RoiFiles.read(output().resolve("rois.zip")).size());
		assertFound(0.8, "nuclei-8bit", 1, 19);
	}

	@Test
	public void stackRoisLieOnTheirSlices() throws IOException {
		segment("nuclei-16bit-stack");
		assertFound(0.8, "nuclei-16bit-stack-1", 1, 4);
		assertFound(0.8, "nuclei-16bit-stack-2", 2, 5);
		assertFound(0.8, "nuclei-16bit-stack-3", 3, 4);
	}

	@Test
	public void sameCallGivesSameFiles() throws IOException {
		final Object[] call = { IMAGES.resolve("histology-rgb.tif"), "--box",
			"232,210,44,41", "--point", "206,150" };
		run(call);
		final byte[] first = Files.readAllBytes(output().resolve("labels.tif"));
		run(call);
		assertArrayEquals(first, Files.readAllBytes(output().resolve(
			"labels.tif")));
	}

	private Path output() {
		return folder.resolve("öut put");
	}

	private List<String> outputFiles() {
		return Stream.of(FILES).map(name -> output().resolve(name).toString())
			.collect(Collectors.toList());
	}

	private void segment(final String name) {
		run(IMAGES.resolve(name + ".tif"), "--rois", IMAGES.resolve(name +
			"-rois.zip"));
	}

	private CommandRun run(final Object... args) {
		final List<Object> all = new ArrayList<>(Arrays.asList("segment",
			"--device", "cpu", "--model", RealModel.file(), "--output", output()));
		all.addAll(Arrays.asList(args));
		final CommandRun run = CommandRun.of(all.toArray()).succeeds();
		assertEquals(outputFiles(), run.out());
		return run;
	}

	/**
	 * A box says which object is meant, so that each must be found. A click may
	 * as well mean a part of it, so that only their mean counts.
	 */
	private void assertFound(final double eachBox, final String truth,
		final int slice, final int count) throws IOException
	{
		final double[] ious = Truth.of(truth).ious(output().resolve("labels.tif"),
			slice);
		final List<String> rows = Files.readAllLines(output().resolve(
			"results.csv"));
		final int kind = Arrays.asList(rows.get(0).split(",")).indexOf("kind");
		final List<Double> clicks = new ArrayList<>();
		int known = 0;
		for (int label = 1; label < ious.length; label++) {
			if (Double.isNaN(ious[label])) continue;
			known++;
			if (rows.get(label).split(",")[kind].startsWith("point")) clicks.add(
				ious[label]);
			else assertTrue(ious[label] >= eachBox, truth + ": " + label + ": " +
				ious[label]);
		}
		assertEquals(count, known);
		final double mean = clicks.stream().mapToDouble(c -> c).average()
			.getAsDouble();
		assertTrue(mean >= MEAN_CLICK, truth + ": clicks " + clicks);
	}
}
