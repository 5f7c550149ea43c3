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

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.stablesam.NeedsModel;
import sc.fiji.stablesam.RealModel;
import sc.fiji.stablesam.weights.PluginFile;

/** A plugin for the real model, trained through the command line. */
@NeedsModel
class TrainTest {

	@TempDir
	private Path folder;

	private Path data;
	private Path output;

	@BeforeEach
	void copy() throws IOException {
		data = folder.resolve("nuclei");
		output = folder.resolve("x.plugin.safetensors");
		Files.createDirectories(data.resolve("images"));
		Files.createDirectories(data.resolve("labels"));
		Files.copy(Paths.get("test-images", "nuclei-8bit.tif"), data.resolve(
			"images").resolve("a.tif"));
		Files.copy(Paths.get("src", "test", "resources", "truth",
			"nuclei-8bit.png"), data.resolve("labels").resolve("a.png"));
	}

	private CommandRun train(final Object... more) {
		final Object[] args = { "train", data, "--output", output, "--model",
			RealModel.file(), "--steps", "2", "--objects", "2" };
		final Object[] all = java.util.Arrays.copyOf(args, args.length +
			more.length);
		System.arraycopy(more, 0, all, args.length, more.length);
		return CommandRun.of(all);
	}

	@Test
	void twoStepsMakeAPlugin() {
		final CommandRun run = train("--validation", data, "--seed", "5",
			"--click-output", "3").succeeds();
		assertEquals(output.toString(), run.out().get(0));
		final String said = String.join(" ", run.err());
		assertTrue(said.contains("validation after step 0: gt_box ") && said
			.contains("validation after step 2: gt_box "), said);
		try (PluginFile plugin = PluginFile.open(output)) {
			plugin.requireBase("sam2_hiera_tiny");
			assertEquals("5", plugin.metadata().get(PluginFile.SEED));
			assertEquals("nuclei (1)", plugin.metadata().get(PluginFile.DATA));
			assertEquals("3", plugin.metadata().get("plugin.click_output"));
		}
		CommandRun.of("segment", data.resolve("images").resolve("a.tif"), "--point",
			"50,50", "--model", RealModel.file(), "--plugin", output, "--output",
			folder.resolve("out")).succeeds();
	}

	@Test
	void aFolderThatIsGivenTwiceIsLearntFromTwiceAsOften() {
		train(data).succeeds();
		try (PluginFile plugin = PluginFile.open(output)) {
			assertEquals("nuclei (1) x 2", plugin.metadata().get(PluginFile.DATA));
		}
	}

	@Test
	void labelsOfAnotherSizeAreNamed() throws IOException {
		final Path labels = data.resolve("labels").resolve("a.png");
		ImageIO.write(new BufferedImage(7, 5, BufferedImage.TYPE_BYTE_GRAY), "png",
			labels.toFile());
		final CommandRun run = train();
		assertEquals(1, run.exitCode());
		final String line = run.err().get(run.err().size() - 1);
		assertTrue(line.contains("a.png") && line.contains("7 x 5"), line);
		assertFalse(Files.exists(output));
	}
}
