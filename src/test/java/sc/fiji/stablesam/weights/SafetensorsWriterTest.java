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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.stablesam.FileNames;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.StableSamException;

/** Written files, whole and unfinished ones. */
public class SafetensorsWriterTest {

	@TempDir
	Path folder;

	@Test
	public void whatIsWrittenIsReadBack() {
		final Path target = folder.resolve("new folder").resolve(FileNames.of(
			"ä.safetensors"));
		TinyModel.write(target, "Ünïcode \"quoted\"");
		try (SafetensorsFile file = SafetensorsFile.open(target)) {
			assertEquals("Ünïcode \"quoted\"", file.metadata().get("name"));
			assertArrayEquals(new long[] { 2, 3 }, file.shape("matrix"));
			assertEquals(5, file.read("matrix").get(5));
			assertEquals(-1, file.read("bias").get(1));
		}
	}

	@Test
	public void dataStartsAligned() throws IOException {
		final Path target = TinyModel.write(folder.resolve("x.safetensors"), "x");
		final long header = ByteBuffer.wrap(Files.readAllBytes(target)).order(
			ByteOrder.LITTLE_ENDIAN).getLong();
		assertEquals(0, (header + Long.BYTES) % 64);
	}

	@Test
	public void everyFlippedBitIsFound() throws IOException {
		final Path target = TinyModel.write(folder.resolve("x.safetensors"), "x");
		final byte[] whole = Files.readAllBytes(target);
		final int data = whole.length - TinyModel.BYTES;
		for (int bit = data * 8; bit < whole.length * 8; bit++) {
			final byte[] flipped = whole.clone();
			flipped[bit / 8] ^= 1 << bit % 8;
			Files.write(target, flipped);
			final StableSamException e = assertThrows(StableSamException.class,
				() -> SafetensorsFile.open(target));
			assertTrue(e.getMessage().contains("checksum is wrong"), e.getMessage());
		}
	}

	@Test
	public void abandonedFilesLeaveNothing() throws IOException {
		final Path target = folder.resolve("x.safetensors");
		try (SafetensorsWriter writer = SafetensorsWriter.create(target, Map.of(),
			TinyModel.SHAPES))
		{
			writer.write("matrix", TinyModel.matrix());
			assertThrows(IllegalStateException.class, () -> writer.commit(
				Progress.NONE));
		}
		assertEquals(List.of(), list());
	}

	@Test
	public void olderFilesStayUntilTheNewOneIsWhole() throws IOException {
		final Path target = TinyModel.write(folder.resolve("x.safetensors"), "old");
		final byte[] old = Files.readAllBytes(target);
		try (SafetensorsWriter writer = SafetensorsWriter.create(target, Map.of(),
			TinyModel.SHAPES))
		{
			writer.write("matrix", TinyModel.matrix());
		}
		assertArrayEquals(old, Files.readAllBytes(target));
		TinyModel.write(target, "new");
		assertEquals("new", InstalledModel.of(target).name());
		assertEquals(List.of("x.safetensors"), list());
	}

	@Test
	public void tensorsComeInOrderAndInSize() {
		try (SafetensorsWriter writer = SafetensorsWriter.create(folder.resolve(
			"x"), Map.of(), TinyModel.SHAPES))
		{
			assertThrows(IllegalArgumentException.class, () -> writer.write("bias",
				ByteBuffer.allocate(8)));
		}
		try (SafetensorsWriter writer = SafetensorsWriter.create(folder.resolve(
			"x"), Map.of(), TinyModel.SHAPES))
		{
			assertThrows(IllegalArgumentException.class, () -> writer.write("matrix",
				ByteBuffer.allocate(8)));
		}
	}

	@Test
	public void unwritableFoldersAreNamed() throws IOException {
		final Path inTheWay = Files.createFile(folder.resolve("file"));
		final StableSamException e = assertThrows(StableSamException.class,
			() -> TinyModel.write(inTheWay.resolve("x.safetensors"), "x"));
		assertTrue(e.getMessage().contains(inTheWay.toString()), e.getMessage());
	}

	private List<String> list() throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).collect(Collectors
				.toList());
		}
	}
}
