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

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainUsageTest {

	@TempDir
	private Path folder;

	private Path output() {
		return folder.resolve("x.plugin.safetensors");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"--steps | -1 | steps must not be below 0",
		"--rate | -1 | learning rate must be above 0",
		"--prompts | gt_box=1,circle=2 | no kind of prompt 'circle'",
		"--prompts | gt_box | not of the form kind=weight",
		"--box-output | 4 | no output 4", "--place | attic | 'attic'",
		"--feedback | 2 | from 0 to 1, not 2.0",
		"--repainted | 2 | from 0 to 1, not 2.0",
		"--teacher | 0 | IoU of the teacher must be above 0",
		"--decay | sudden | --decay", "--device | toaster | toaster" })
	void wrongOptionsAreNamed(final String option, final String value,
		final String complaint)
	{
		final String line = CommandRun.of("train", folder, "--output", output(),
			option, value).isWrongUsage();
		assertTrue(line.contains(complaint), line);
	}

	@Test
	void theOutputIsNeeded() {
		assertTrue(CommandRun.of("train", folder).isWrongUsage().contains(
			"--output"));
		assertTrue(CommandRun.of("train", folder, "--output", folder).fails()
			.contains("is a folder"));
	}

	@Test
	void foldersWithoutDataAreNamed() throws Exception {
		final Path missing = folder.resolve("nowhere");
		assertTrue(CommandRun.of("train", missing, "--output", output()).fails()
			.contains("There is no data folder '" + missing + "'"));
		Files.createDirectory(folder.resolve("images"));
		Files.createDirectory(folder.resolve("labels"));
		assertTrue(CommandRun.of("train", folder, "--output", output()).fails()
			.contains("No image in '" + folder + "' has labels of its name"));
	}
}
