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

public class EvaluateUsageTest {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
		"--prompts | gt_box,circle | no kind of prompt 'circle'",
		"--repeats | 0 | --repeats: at least 1 is wanted, not 0",
		"--corrections | -1 | --corrections: at least 1 is wanted, not -1",
		"--max-images | -3 | --max-images: at least 1 is wanted, not -3",
		"--max-objects | 0 | --max-objects: at least 1", "--seed | dice | --seed",
		"--curve | curve.jpg | ends with .png", "--mask | best | --mask" })
	public void wrongOptionsAreNamed(final String option, final String value,
		final String complaint)
	{
		final String line = CommandRun.of("evaluate", folder, option, value)
			.isWrongUsage();
		assertTrue(line.contains(complaint), line);
	}

	@Test
	public void missingFolderIsNamed() {
		final Path missing = folder.resolve("nowhere");
		assertTrue(CommandRun.of("evaluate", missing).fails().contains(
			"There is no data folder '" + missing + "'"));
		assertTrue(CommandRun.of("evaluate").isWrongUsage().contains("DIR"));
	}

	@Test
	public void folderWithoutDataIsNamed() throws Exception {
		assertTrue(CommandRun.of("evaluate", folder).fails().contains(
			"There are no data in '" + folder + "'"));
		Files.createDirectory(folder.resolve("images"));
		Files.createDirectory(folder.resolve("labels"));
		assertTrue(CommandRun.of("evaluate", folder).fails().contains(
			"No image in '" + folder + "' has labels of its name"));
	}

	@Test
	public void foldersCannotBeOverwritten() {
		final String line = CommandRun.of("evaluate", folder, "--json", folder)
			.fails();
		assertTrue(line.contains("'" + folder + "' is a folder"), line);
	}
}
