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

package sc.fiji.stablesam.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Trainings that are killed, or have no room. */
@DisabledOnOs(OS.WINDOWS)
class InterruptedTrainingTest {

	@TempDir
	Path folder;

	@Test
	void aKilledTrainingGoesOnAsIfNothingHadHappened() throws IOException,
		InterruptedException
	{
		final Path undisturbed = Files.createDirectory(folder.resolve("one"));
		final List<String> expected = lines(TrainingProgram.start("true",
			undisturbed));
		assertEquals(TrainingProgram.DONE, expected.get(expected.size() - 1));

		final Path disturbed = Files.createDirectory(folder.resolve("two"));
		final Process killed = TrainingProgram.start("true", disturbed);
		final List<String> found = new ArrayList<>();
		try (BufferedReader output = reader(killed)) {
			for (int i = 0; i < 3; i++)
				found.add(output.readLine());
			killed.destroyForcibly().waitFor();
		}
		assertEquals(expected.subList(0, 3), found);
		final List<String> rest = lines(TrainingProgram.start("true", disturbed));
		assertTrue(rest.size() < expected.size(), rest.toString());
		assertEquals(expected.subList(expected.size() - rest.size(), expected
			.size()), rest);
	}

	/** A limit on the size of files fails as a full disk does. */
	@Test
	void aFullDiskIsSaidAndNothingHalfWrittenStays() throws IOException {
		final List<String> said = lines(TrainingProgram.start("ulimit -f 3000",
			folder));
		assertEquals(1, said.size(), said.toString());
		assertTrue(said.get(0).contains("cannot be written") && said.get(0)
			.contains("make room") && said.get(0).contains("embeddings"), said
				.toString());
		try (Stream<Path> files = Files.list(folder.resolve("embeddings"))) {
			assertEquals(List.of(), files.collect(Collectors.toList()));
		}
	}

	private static List<String> lines(final Process program) throws IOException {
		try (BufferedReader output = reader(program)) {
			return output.lines().collect(Collectors.toList());
		}
	}

	private static BufferedReader reader(final Process program) {
		return new BufferedReader(new InputStreamReader(program.getInputStream(),
			StandardCharsets.UTF_8));
	}
}
