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
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.stablesam.FileNames;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.StableSamException;

/** A publisher's checkpoint, from the web into the model folder. */
class HttpSourceTest {

	private static final String NAME = ServedModel.NAME;

	@TempDir
	private Path temporary;
	private Path folder;
	private byte[] published;

	@BeforeEach
	void read() throws IOException {
		folder = temporary.resolve(FileNames.of("mödels"));
		published = ServedModel.published();
	}

	private ModelStore store(final FileServer server) {
		return ServedModel.store(folder, server, published, Duration.ofSeconds(2));
	}

	private Path unfinished() {
		return folder.resolve(ModelFetch.UNFINISHED);
	}

	private void assertInstalled(final ModelStore store, final Path file) {
		final InstalledModel model = store.installed().get(0);
		assertEquals(file, model.file());
		assertEquals(folder.resolve("test_sam.safetensors"), file);
		assertEquals(List.of(NAME, "sam_vit", "CC0-1.0"), List.of(model.name(),
			model.architecture(), model.licence()));
		assertTrue(store.verify(Progress.NONE).get(0).isWhole());
	}

	@Test
	void fetchedCheckpointIsInstalled() throws IOException {
		try (FileServer server = FileServer.of(published)) {
			final ModelStore store = store(server);
			assertInstalled(store, store.fetch(NAME, Progress.NONE));
			assertFalse(Files.exists(unfinished()));
			store.fetch(NAME, Progress.NONE);
			assertEquals(1, server.ranges().size());
		}
	}

	@Test
	void whatWasInterruptedIsTakenUpAgain() throws IOException {
		final int first = published.length / 3;
		try (FileServer server = FileServer.of(published).cuttingAfter(first)
			.goingSilent())
		{
			final ModelStore store = store(server);
			assertThrows(java.util.concurrent.CancellationException.class, () -> store
				.fetch(NAME, new CancelWhen(() -> unfinishedBytes() == first)));
			assertFalse(Files.exists(folder.resolve("test_sam.safetensors")));
		}
		try (FileServer server = FileServer.of(published)) {
			final ModelStore store = store(server);
			assertInstalled(store, store.fetch(NAME, Progress.NONE));
			assertEquals(List.of("bytes=" + first + "-"), server.ranges());
		}
	}

	private long unfinishedBytes() {
		try (Stream<Path> files = Files.exists(unfinished()) ? Files.list(
			unfinished()) : Stream.empty())
		{
			return files.mapToLong(file -> file.toFile().length()).sum();
		}
		catch (final IOException exc) {
			throw new IllegalStateException(exc);
		}
	}

	@Test
	void sameFileFromTheDiskIsTheSameModel() throws IOException {
		try (FileServer server = FileServer.of(published)) {
			final ModelStore store = store(server);
			final Path file = Files.write(temporary.resolve("download(1).pth"),
				published);
			assertInstalled(store, store.importFile(file, Progress.NONE));
			assertEquals(List.of(), server.ranges());
		}
	}

	@Test
	void anotherFileIsNotCalledLikeIt() throws IOException {
		try (FileServer server = FileServer.of(published)) {
			final ModelStore store = store(server);
			final Path other = Files.copy(ShapeList.checkpoint("mobile_sam_tiny.pt"),
				temporary.resolve("test_sam.pt"));
			final Path installed = store.importFile(other, Progress.NONE);
			assertEquals("test_sam (imported)", InstalledModel.of(installed).name());
			assertThrows(StableSamException.class, () -> store.importFile(other, NAME,
				Progress.NONE));
		}
	}

	@Test
	void damagedFileIsNotInstalled() throws IOException {
		final byte[] damaged = published.clone();
		Arrays.fill(damaged, 1000, 1100, (byte) 7);
		try (FileServer server = FileServer.of(damaged)) {
			assertThrows(StableSamException.class, () -> store(server).fetch(NAME,
				Progress.NONE));
			assertEquals(List.of(), store(server).installed());
			assertFalse(Files.exists(unfinished()));
		}
	}

	private ModelSource source(final FileServer server) {
		return ServedModel.source(server, published, Duration.ofSeconds(2));
	}

	@Test
	void firstSourceThatWorksIsEnough() throws IOException {
		try (FileServer first = FileServer.of(published);
				FileServer second = FileServer.of(published))
		{
			final ModelStore store = ServedModel.store(folder, source(first), source(
				second));
			assertInstalled(store, store.fetch(NAME, Progress.NONE));
			assertEquals(List.of("all"), first.ranges());
			assertEquals(List.of(), second.ranges());
		}
	}

	@Test
	void nextSourceIsAskedWhereOneFails() throws IOException {
		final byte[] damaged = published.clone();
		Arrays.fill(damaged, 1000, 1100, (byte) 7);
		final ModelSource away;
		try (FileServer closed = FileServer.of(published)) {
			away = source(closed);
		}
		try (FileServer without = FileServer.of(published).answering(404);
				FileServer deaf = FileServer.of(published).cuttingAfter(0)
					.goingSilent();
				FileServer broken = FileServer.of(damaged);
				FileServer last = FileServer.of(published))
		{
			final ModelStore store = ServedModel.store(folder, away, source(without),
				source(deaf), source(broken), source(last));
			assertInstalled(store, store.fetch(NAME, Progress.NONE));
			for (final FileServer asked : List.of(without, deaf, broken, last))
				assertEquals(List.of("all"), asked.ranges());
		}
	}
}
