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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.stablesam.FileNames;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.StableSamException;

/** Fetching models, where things go wrong. */
public class ModelFetchTest {

	@TempDir
	Path temporary;

	private Path folder;

	@BeforeEach
	public void nameFolder() {
		folder = temporary.resolve(FileNames.of("möre models"));
	}

	@Test
	public void sourcesFallThroughWithOneLineEach() {
		final List<String> lines = new ArrayList<>();
		final Progress recorder = new Progress() {

			@Override
			public void report(final String task, final double fraction) {
				lines.add(task);
			}

			@Override
			public boolean isCancelled() {
				return false;
			}
		};
		store(TinySource.failing("first source"), TinySource.failing(
			"second source"), TinySource.working()).fetch(TinyModel.NAME, recorder);
		assertEquals(List.of("first source did not give " + TinyModel.NAME +
			", trying second source", "second source did not give " + TinyModel.NAME +
				", trying the working source"), lines);
		assertEquals(List.of("tiny.safetensors"), visible());
	}

	@Test
	public void theBestSourcesReasonIsSaidIfNoneWorks() throws IOException {
		final StableSamException e = assertThrows(StableSamException.class,
			() -> store(TinySource.failing("network"), TinySource.failing("program"))
				.fetch(TinyModel.NAME, Progress.NONE));
		assertEquals("There is no network.", e.getMessage());
		assertEquals("There is no program.", e.getSuppressed()[0].getMessage());
		assertNothingLeft();
	}

	@Test
	public void cancelLeavesNothing() throws IOException {
		final TinySource slow = TinySource.slow();
		assertThrows(CancellationException.class, () -> store(slow, TinySource
			.working()).fetch(TinyModel.NAME, new CancelWhen(() -> slow.calls
				.get() > 0)));
		assertNothingLeft();
	}

	@Test
	public void missingRoomIsSaidBeforehand() throws IOException {
		final StableSamException e = assertThrows(StableSamException.class,
			() -> store(TinySource.huge()).fetch(TinyModel.NAME, Progress.NONE));
		assertTrue(e.getMessage().contains("room"), e.getMessage());
		assertTrue(e.getMessage().contains(folder.toString()), e.getMessage());
		assertNothingLeft();
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	public void readOnlyFoldersAreNamed() throws IOException {
		Files.createDirectories(folder);
		Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(
			"r-xr-xr-x"));
		Assumptions.assumeFalse(Files.isWritable(folder),
			"whoever may write everywhere cannot test this");
		assertRefused(folder, TinySource.working());
	}

	/** Not even the superuser can make files there. */
	@Test
	public void foldersThatNobodyCanWriteToAreNamed() {
		final Path unwritable = Path.of("/proc/self/fdinfo");
		Assumptions.assumeTrue(Files.isDirectory(unwritable),
			"no such folder here");
		assertRefused(unwritable, TinySource.working());
	}

	@Test
	public void leftoversOfKilledProgramsAreDeleted() throws IOException {
		final Path left = Files.createDirectories(folder.resolve(".work-123")
			.resolve("deep")).resolve("half");
		Files.writeString(left, "half");
		Files.writeString(folder.resolve(".x.safetensors.1.part"), "half");
		store(TinySource.working()).fetch(TinyModel.NAME, Progress.NONE);
		assertEquals(List.of(".lock", "tiny.safetensors"), all());
	}

	@Test
	public void severalThreadsFetchOnce() throws InterruptedException,
		ExecutionException
	{
		final TinySource source = TinySource.working();
		final ExecutorService threads = Executors.newFixedThreadPool(4);
		try {
			final List<Future<Path>> results = new ArrayList<>();
			for (int i = 0; i < 4; i++)
				results.add(threads.submit(() -> store(source).ensure(TinyModel.NAME,
					Progress.NONE)));
			for (final Future<Path> result : results)
				assertTrue(Files.exists(result.get()));
		}
		finally {
			threads.shutdownNow();
		}
		assertEquals(1, source.calls.get());
	}

	@Test
	public void waitingForAnotherProgramCanBeCancelled() throws IOException {
		try (FolderLock lock = FolderLock.of(folder, Progress.NONE)) {
			final List<String> tasks = new ArrayList<>();
			final Progress impatient = new Progress() {

				@Override
				public void report(final String task, final double fraction) {
					tasks.add(task);
				}

				@Override
				public boolean isCancelled() {
					return !tasks.isEmpty();
				}
			};
			assertThrows(CancellationException.class, () -> store(TinySource
				.working()).fetch(TinyModel.NAME, impatient));
			assertTrue(tasks.get(0).contains(lock.folder().toString()), tasks.get(0));
		}
	}

	private void assertRefused(final Path target, final ModelSource source) {
		final ModelStore store = ModelStore.of(target, TinyModel.catalog(source));
		final StableSamException e = assertThrows(StableSamException.class,
			() -> store.fetch(TinyModel.NAME, Progress.NONE));
		assertTrue(e.getMessage().contains(target + " cannot be written to"), e
			.getMessage());
	}

	private ModelStore store(final ModelSource... sources) {
		return ModelStore.of(folder, TinyModel.catalog(sources));
	}

	private void assertNothingLeft() throws IOException {
		assertEquals(List.of(".lock"), all());
	}

	private List<String> visible() {
		return store().installed().stream().map(model -> model.file().getFileName()
			.toString()).collect(Collectors.toList());
	}

	private List<String> all() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).sorted().collect(
				Collectors.toList());
		}
	}
}
