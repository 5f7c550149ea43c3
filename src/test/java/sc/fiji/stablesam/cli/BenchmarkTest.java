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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.stablesam.NeedsScreen;
import sc.fiji.stablesam.SmallModel;

class BenchmarkTest {

	private static final List<String> FIGURES = List.of("encode_ms", "decode_ms",
		"box_ms", "box_with_stability_ms", "decode_with_plugin_ms",
		"preview_median_ms", "preview_median_decodes", "preview_newest_longest_ms",
		"preview_newest_longest_decodes", "preview_longest_ms",
		"event_thread_longest_ms");

	@TempDir
	Path folder;

	@Test
	@NeedsScreen
	void figuresAreToldInLinesAndAsJson() throws IOException {
		final Path json = folder.resolve("my figures.json");
		final List<String> out = CommandRun.of("benchmark", "--model", SmallModel
			.file(), "--device", "cpu", "--json", json).succeeds().out();
		assertEquals(FIGURES.size(), out.size(), out.toString());
		final String[] pairs = Files.readString(json).trim().replaceAll("[{}\"]",
			"").split(",");
		for (int i = 0; i < pairs.length; i++) {
			final String name = pairs[i].split(":")[0];
			assertEquals(FIGURES.get(i), name, Arrays.toString(pairs));
			assertTrue(Double.parseDouble(pairs[i].split(":")[1]) > 0, pairs[i]);
			assertTrue(out.get(i).startsWith(name + " "), out.get(i));
		}
	}

	@Test
	void aFolderIsNoJsonFile() {
		assertTrue(CommandRun.of("benchmark", "--json", folder).fails().contains(
			"is a folder"));
	}
}
