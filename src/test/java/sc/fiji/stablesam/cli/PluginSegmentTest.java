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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.stablesam.NeedsModel;
import sc.fiji.stablesam.RealModel;
import sc.fiji.stablesam.ij.RoiFiles;
import sc.fiji.stablesam.session.PluginFiles;

/** Scores and plugins that were not trained, through the command line. */
@NeedsModel
public class PluginSegmentTest {

	private static final Path PICTURE = Paths.get("test-images",
		"nuclei-8bit.tif");

	@TempDir
	private Path folder;

	@Test
	public void scoresAreThoseThatAreAskedFor() throws IOException {
		segment().succeeds();
		assertTrue(Double.parseDouble(cell("stability")) > 0.8);
		final double weight = Double.parseDouble(cell("routing_weight"));
		assertTrue(weight > 0 && weight < 1, "routing weight " + weight);
		assertEquals(1, Double.parseDouble(cell("familiarity")));
		segment("--no-stability", "--plugin", "none").succeeds();
		assertEquals("NaN", cell("stability"));
		assertEquals("NaN", cell("routing_weight"));
		assertEquals("NaN", cell("familiarity"));
	}

	@Test
	public void pluginOfAFileAnswers() throws IOException {
		final CommandRun run = segment("--plugin", PluginFiles.random(folder
			.resolve("my plugin"))).succeeds();
		assertTrue(run.err().toString().contains("SAM 2 Hiera-T + my plugin"), run
			.err().toString());
		final double weight = Double.parseDouble(cell("routing_weight"));
		assertTrue(weight > 0 && weight < 1, "routing weight " + weight);
		assertEquals("SAM 2 Hiera-T + my plugin", RoiFiles.read(output().resolve(
			"rois.zip")).get(0).getProperty("stable-sam.model"));
	}

	@Test
	public void wrongPluginIsRefused() {
		final Path missing = folder.resolve("missing");
		assertTrue(segment("--plugin", missing).fails().contains(missing
			.toString()));
		assertTrue(segment("--plugin", RealModel.file()).fails().contains(
			"no Stable-SAM plugin"));
		final CommandRun run = segment("--plugin", PluginFiles.ofAnotherModel(folder
			.resolve("other")));
		assertEquals(1, run.exitCode());
		final String last = run.err().get(run.err().size() - 1);
		assertTrue(last.contains("'sam2_hiera_large'"), last);
		assertFalse(Files.exists(output()));
	}

	@Test
	public void demoComparesWithAPlugin() throws IOException {
		final List<String> out = demo(PluginFiles.random(folder.resolve("p")))
			.succeeds().out();
		final Path file = output().resolve("comparison.png");
		assertEquals(List.of(file.toString()), out);
		assertTrue(ImageIO.read(file.toFile()).getWidth() > 2 * 500);
		Files.delete(file);
		final CommandRun without = demo("none");
		assertEquals(1, without.exitCode());
		assertTrue(without.err().toString().contains("--plugin FILE"), without.err()
			.toString());
		assertFalse(Files.exists(file));
	}

	private CommandRun segment(final Object... args) {
		final List<Object> all = new ArrayList<>(Arrays.asList("segment", PICTURE,
			"--box", "29,1,73,76", "--device", "cpu", "--model", RealModel.file(),
			"--output", output()));
		all.addAll(Arrays.asList(args));
		return CommandRun.of(all.toArray());
	}

	private CommandRun demo(final Object plugin) {
		return CommandRun.of("demo", "--compare", "--device", "cpu", "--model",
			RealModel.file(), "--plugin", plugin, "--output", output());
	}

	private Path output() {
		return folder.resolve("out");
	}

	private String cell(final String column) throws IOException {
		final List<String> rows = Files.readAllLines(output().resolve(
			"results.csv"));
		return rows.get(1).split(",")[Arrays.asList(rows.get(0).split(",")).indexOf(
			column)];
	}
}
