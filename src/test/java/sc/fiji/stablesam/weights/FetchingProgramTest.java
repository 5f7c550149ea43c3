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

package sc.fiji.stablesam.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.stablesam.Progress;

/** Model folders that another program works on, or has no room in. */
@DisabledOnOs(OS.WINDOWS)
public class FetchingProgramTest {

	@TempDir
	Path folder;

	@Test
	public void withEnoughRoomTheModelIsThere() throws IOException {
		assertEquals(FetchingProgram.DONE, lastLine(FetchingProgram.start("true",
			folder)));
		assertEquals(List.of(".lock", "big.safetensors"), list());
	}

	/**
	 * A limit on the size of files fails as a full disk does: in the middle of a
	 * write.
	 */
	@Test
	public void aFullDiskIsSaidAndNothingStays() throws IOException {
		final String said = lastLine(FetchingProgram.start("ulimit -f 100",
			folder));
		assertTrue(said.contains("cannot be written"), said);
		assertTrue(said.contains("make room"), said);
		assertTrue(said.contains(folder.toString()), said);
		assertEquals(List.of(".lock"), list());
	}

	@Test
	public void programsWaitForEachOther() throws IOException {
		final Process program;
		final BufferedReader output;
		try (FolderLock lock = FolderLock.of(folder, Progress.NONE)) {
			program = FetchingProgram.start("true", lock.folder());
			output = reader(program);
			final String first = output.readLine();
			assertTrue(first.startsWith("Waiting for another program"), first);
			assertEquals(List.of(".lock"), list());
		}
		assertEquals(FetchingProgram.DONE, output.lines().reduce((before,
			last) -> last).get());
	}

	private static String lastLine(final Process program) throws IOException {
		try (BufferedReader output = reader(program)) {
			return output.lines().reduce((before, last) -> last).orElse("");
		}
	}

	private static BufferedReader reader(final Process program) {
		return new BufferedReader(new InputStreamReader(program.getInputStream(),
			StandardCharsets.UTF_8));
	}

	private List<String> list() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).sorted().collect(
				Collectors.toList());
		}
	}
}
