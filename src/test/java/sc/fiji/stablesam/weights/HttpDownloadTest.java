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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.stablesam.FileNames;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.StableSamException;

/** What is fetched from a real server on this computer. */
class HttpDownloadTest {

	private static final Duration PATIENCE = Duration.ofSeconds(2);
	private static final int LENGTH = 300_000;
	private static final byte[] CONTENTS = contents();

	@TempDir
	private Path temporary;
	private Path folder;

	private static byte[] contents() {
		final byte[] contents = new byte[LENGTH];
		new Random(1).nextBytes(contents);
		return contents;
	}

	@BeforeEach
	void makeFolder() throws IOException {
		folder = Files.createDirectory(temporary.resolve(FileNames.of(
			"zu lädende Dateien")));
	}

	private static Checksum checksum() {
		final Digest digest = Digest.sha256();
		digest.update(ByteBuffer.wrap(CONTENTS));
		return Checksum.sha256(digest.hex());
	}

	private static HttpFile file(final FileServer server) {
		return HttpFile.of(server.address("model.pt"), LENGTH, checksum());
	}

	private Path fetch(final HttpFile file, final Progress progress) {
		return new HttpDownload(file, folder, HttpTransfer.with(ProxySelector.of(
			null), PATIENCE)).run(progress);
	}

	private void assertFetched(final HttpFile file) throws IOException {
		final Path copy = fetch(file, Progress.NONE);
		assertArrayEquals(CONTENTS, Files.readAllBytes(copy));
		assertEquals(folder, copy.getParent());
	}

	private String refusal(final HttpFile file) {
		final String message = assertThrows(StableSamException.class, () -> fetch(
			file, Progress.NONE)).getMessage();
		assertTrue(message.endsWith("."), message);
		return message;
	}

	private void leave(final HttpFile file, final byte[] bytes)
		throws IOException
	{
		Files.write(file.partial(folder), bytes);
	}

	@Test
	void fetchesAndTellsHowMuch() throws IOException {
		try (FileServer server = FileServer.of(CONTENTS)) {
			assertFetched(file(server));
			assertEquals(List.of("all"), server.ranges());
		}
	}

	@Test
	void goesOnWhereItWasInterrupted() throws IOException {
		try (FileServer server = FileServer.of(CONTENTS)) {
			leave(file(server), Arrays.copyOf(CONTENTS, 1000));
			assertFetched(file(server));
			assertEquals(List.of("bytes=1000-"), server.ranges());
		}
	}

	@Test
	void wholeCopyIsNotFetchedAgain() throws IOException {
		try (FileServer server = FileServer.of(CONTENTS)) {
			leave(file(server), CONTENTS);
			assertFetched(file(server));
			assertEquals(List.of(), server.ranges());
			assertFetched(HttpFile.of(server.address("model.pt"), checksum()));
			assertEquals(List.of("bytes=" + LENGTH + "-"), server.ranges());
		}
	}

	@Test
	void lostConnectionIsTakenUpAgain() throws IOException {
		try (FileServer server = FileServer.of(CONTENTS).cuttingAfter(100_000)) {
			assertFetched(file(server));
			assertEquals("all", server.ranges().get(0));
			assertTrue(server.ranges().size() >= 3, server.ranges().toString());
		}
	}

	@Test
	void serverWithoutRangesSendsAllAgain() throws IOException {
		try (FileServer server = FileServer.of(CONTENTS).withoutRanges()) {
			leave(file(server), Arrays.copyOf(CONTENTS, 1000));
			assertFetched(file(server));
		}
	}

	@Test
	void remainsOfAnotherFileAreThrownAway() throws IOException {
		try (FileServer server = FileServer.of(CONTENTS)) {
			leave(file(server), new byte[5000]);
			assertFetched(file(server));
			leave(file(server), new byte[LENGTH + 1]);
			assertFetched(file(server));
		}
	}

	@Test
	void anotherFileIsRefused() throws IOException {
		final byte[] other = CONTENTS.clone();
		other[LENGTH / 2]++;
		try (FileServer server = FileServer.of(other)) {
			final String message = refusal(file(server));
			assertTrue(message.contains(server.address("model.pt")), message);
			assertFalse(Files.exists(file(server).partial(folder)));
		}
	}

	@Test
	void largerFileThanPublishedIsNotFetched() throws IOException {
		try (FileServer server = FileServer.of(new byte[10 * LENGTH])) {
			refusal(file(server));
			assertTrue(!Files.exists(file(server).partial(folder)) || Files.size(file(
				server).partial(folder)) < 2 * LENGTH);
		}
	}

	@Test
	void missingFileAndMissingServerAreSaid() throws IOException {
		final HttpFile gone;
		try (FileServer server = FileServer.of(CONTENTS).answering(404)) {
			gone = file(server);
			final String message = refusal(gone);
			assertTrue(message.contains("status 404"), message);
			assertTrue(message.contains("model.pt"), message);
			assertFalse(Files.exists(gone.partial(folder)));
		}
		final String message = refusal(gone);
		assertTrue(message.contains("127.0.0.1 (no connection)"), message);
		assertTrue(refusal(HttpFile.of("http://models.invalid/model.pt",
			checksum())).contains("models.invalid (unknown host)"));
	}

	/** NB: somebody else may have the file. */
	@Test
	void whoNeverAnswersIsAskedOnce() throws IOException {
		try (FileServer server = FileServer.of(CONTENTS).cuttingAfter(0)
			.goingSilent())
		{
			final String message = refusal(file(server));
			assertTrue(message.contains("silent"), message);
			assertEquals(List.of("all"), server.ranges());
		}
	}

	@Test
	void silentServerIsGivenUp() throws IOException {
		try (FileServer server = FileServer.of(CONTENTS).cuttingAfter(1000)
			.goingSilent())
		{
			final String message = assertThrows(IOException.class, () -> HttpTransfer
				.with(ProxySelector.of(null), PATIENCE).append(file(server), file(
					server).partial(folder), Progress.NONE)).getMessage();
			assertTrue(message.contains("silent"), message);
			assertEquals(1000, Files.size(file(server).partial(folder)));
		}
	}

	@Test
	void cancelledFetchKeepsWhatCame() throws IOException {
		try (FileServer server = FileServer.of(CONTENTS).cuttingAfter(1000)
			.goingSilent())
		{
			final HttpFile file = file(server);
			final CancelWhen cancelled = new CancelWhen(() -> Files.exists(file
				.partial(folder)));
			assertThrows(CancellationException.class, () -> fetch(file, cancelled));
			assertEquals(1000, Files.size(file.partial(folder)));
		}
	}

	@Test
	void goesThroughTheProxyOfTheEnvironment() throws IOException {
		try (FileServer proxy = FileServer.of(CONTENTS)) {
			final String host = InetAddress.getLoopbackAddress().getHostAddress();
			final HttpFile file = HttpFile.of("http://models.example/model.pt",
				LENGTH, checksum());
			final Path copy = new HttpDownload(file, folder, HttpTransfer.with(Proxies
				.of(Map.of("http_proxy", "http://" + host + ":" + proxy.port())),
				PATIENCE)).run(Progress.NONE);
			assertArrayEquals(CONTENTS, Files.readAllBytes(copy));
			assertEquals(1, proxy.ranges().size());
		}
	}

	@Test
	void goesThroughTheProxyThatJavaIsToldOf() throws IOException {
		final ProxySelector before = ProxySelector.getDefault();
		try (FileServer proxy = FileServer.of(CONTENTS)) {
			ProxySelector.setDefault(ProxySelector.of(new InetSocketAddress(
				InetAddress.getLoopbackAddress(), proxy.port())));
			final HttpFile file = HttpFile.of("http://models.example/model.pt",
				LENGTH, checksum());
			assertArrayEquals(CONTENTS, Files.readAllBytes(new HttpDownload(file,
				folder, HttpTransfer.configured()).run(Progress.NONE)));
		}
		finally {
			ProxySelector.setDefault(before);
		}
	}
}
