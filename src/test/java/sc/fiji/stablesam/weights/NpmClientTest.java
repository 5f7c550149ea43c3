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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.stablesam.FileNames;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.StableSamException;

/** Running npm, with scripts in its place. */
@DisabledOnOs(OS.WINDOWS)
public class NpmClientTest {

	@TempDir
	Path temporary;

	private Path programs;
	private Path work;

	@BeforeEach
	public void makeFolders() throws IOException {
		programs = Files.createDirectory(temporary.resolve(FileNames.of(
			"my prögrams")));
		work = Files.createDirectory(temporary.resolve(FileNames.of("my wörk")));
	}

	@Test
	public void theArchiveIsFound() throws IOException {
		final NpmClient npm = FakeNpm.running(programs,
			"echo \"$@\" > arguments; echo x > some-name-1.2.tgz");
		assertEquals(work.resolve("some-name-1.2.tgz"), npm.pack("a@1.2", work,
			"Fetching", Progress.NONE));
		final String arguments = Files.readString(work.resolve("arguments"));
		assertTrue(arguments.startsWith("pack "), arguments);
		assertTrue(arguments.contains("--ignore-scripts"), arguments);
		assertTrue(arguments.trim().endsWith(" a@1.2"), arguments);
	}

	@Test
	public void missingNpmIsSaid() {
		final NpmClient npm = NpmClient.at(programs.resolve("npm"));
		final StableSamException e = assertThrows(StableSamException.class,
			() -> npm.pack("a@1.2", work, "Fetching", Progress.NONE));
		assertTrue(e.getMessage().contains("npm is needed"), e.getMessage());
	}

	@Test
	public void missingNetworkIsSaid() throws IOException {
		final NpmClient npm = FakeNpm.running(programs,
			"echo 'npm error code ENOTFOUND'; echo 'npm error syscall getaddrinfo'; exit 1");
		assertFails(npm, "registry is out of reach: ENOTFOUND");
	}

	@Test
	public void otherFailuresAreQuoted() throws IOException {
		assertFails(FakeNpm.running(programs,
			"echo 'npm error code EPERM'; echo 'npm error path /x';" +
				"echo 'npm error Your cache folder belongs to root' >&2; exit 243"),
			"Your cache folder belongs to root");
		assertFails(FakeNpm.running(programs, "exit 1"), "it gave no reason");
	}

	@Test
	public void aMissingArchiveIsSaid() throws IOException {
		assertFails(FakeNpm.running(programs, "exit 0"), "left no archive");
	}

	@Test
	public void cancelEndsNpmAndItsChildren() throws IOException {
		final NpmClient npm = FakeNpm.running(programs,
			"sleep 600 & echo $! > child; wait");
		final Path child = work.resolve("child");
		final Progress untilItRuns = new CancelWhen(() -> Files.exists(child) &&
			child.toFile().length() > 0);
		assertThrows(CancellationException.class, () -> npm.pack("a@1.2", work,
			"Fetching", untilItRuns));
		final long pid = Long.parseLong(Files.readString(child).trim());
		assertFalse(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(
			false));
	}

	private void assertFails(final NpmClient npm, final String reason) {
		final StableSamException e = assertThrows(StableSamException.class,
			() -> npm.pack("a@1.2", work, "Fetching", Progress.NONE));
		assertTrue(e.getMessage().contains(reason), e.getMessage());
		assertTrue(e.getMessage().contains("a@1.2"), e.getMessage());
		assertFalse(e.getMessage().contains("\n"), e.getMessage());
	}
}
