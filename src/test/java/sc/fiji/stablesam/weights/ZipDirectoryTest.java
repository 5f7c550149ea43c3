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
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.stablesam.StableSamException;

/** Directories of zip archives, sound and not. */
public class ZipDirectoryTest {

	private static final int LOCAL = 30 + "one".length();
	private static final int CENTRAL = LOCAL + 5 + 30 + "two".length() + 7;

	@TempDir
	Path folder;

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	public void storedFilesAreFound(final boolean wide) throws IOException {
		final byte[] archive = wide ? ZipWriter.zip64(files()) : ZipWriter.plain(
			files());
		try (WeightFile file = write(archive)) {
			final ZipDirectory directory = ZipDirectory.read(file).get();
			final ZipRecord one = directory.record("one");
			assertEquals(LOCAL, one.offset());
			assertEquals(5, one.length());
			assertEquals(2, directory.records().size());
			assertNull(directory.record("three"));
			one.check(file);
		}
	}

	@Test
	public void archivesOfOtherProgramsAreRead() throws IOException {
		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			zip.setComment("a comment");
			zip.putNextEntry(new ZipEntry("packed"));
			zip.write(new byte[1 << 20]);
			zip.closeEntry();
		}
		try (WeightFile file = write(bytes.toByteArray())) {
			final ZipRecord packed = ZipDirectory.read(file).get().record("packed");
			final StableSamException e = assertThrows(StableSamException.class,
				() -> packed.check(file));
			assertTrue(e.getMessage().contains("compressed (its part 'packed')"), e
				.getMessage());
		}
	}

	@Test
	public void otherFilesHaveNoDirectory() throws IOException {
		try (WeightFile file = write(new byte[100])) {
			assertFalse(ZipDirectory.read(file).isPresent());
		}
	}

	@Test
	public void damageIsNoticed() throws IOException {
		final byte[] archive = ZipWriter.plain(files());
		assertRefused(changed(archive, 0, 1), "'one' is not where");
		assertRefused(changed(archive, 30, 'x'), "'one' is not where");
		assertRefused(changed(archive, CENTRAL, 1), "directory is garbled");
		assertRefused(changed(archive, CENTRAL + 8, 1), "'one' is encrypted");
		assertRefused(changed(archive, CENTRAL + 20, 6), "'one' has two sizes");
		assertRefused(changed(archive, CENTRAL + 42, 9), "'one' is not where");
		assertRefused(changed(changed(archive, CENTRAL + 20, 200), CENTRAL + 24,
			200), "'one' is cut off");
		assertRefused(changed(changed(archive, CENTRAL + 20, 43), CENTRAL + 24, 43),
			"'two' overlaps another");
		assertRefused(changed(archive, archive.length - 10, 255),
			"directory is not where");
		assertRefused(changed(archive, archive.length - 10, 68),
			"directory is garbled");
		assertRefused(changed(archive, archive.length - 12, 1),
			"directory is garbled");
	}

	@ParameterizedTest
	@ValueSource(strings = { "../up", "a/../../b", "/root", "C:\\a", "a\\b",
		"bell\u0007", ".." })
	public void namesThatLeadElsewhereAreRefused(final String name)
		throws IOException
	{
		assertRefused(ZipWriter.plain(Map.of(name, new byte[3])),
			"leads elsewhere");
	}

	@Test
	public void wideSizesThatLieAreRefused() throws IOException {
		final byte[] archive = ZipWriter.zip64(files());
		final int wideSize = CENTRAL + 46 + "one".length() + 4;
		for (final long size : new long[] { -1, Long.MAX_VALUE, 1L << 40 }) {
			final byte[] lying = archive.clone();
			ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN).putLong(wideSize,
				size).putLong(wideSize + 8, size);
			assertRefused(lying, "'one' is cut off");
		}
		final byte[] elsewhere = archive.clone();
		ByteBuffer.wrap(elsewhere).order(ByteOrder.LITTLE_ENDIAN).putLong(wideSize +
			16, -5);
		assertRefused(elsewhere, "cut off");
	}

	private static Map<String, byte[]> files() {
		final Map<String, byte[]> files = new LinkedHashMap<>();
		files.put("one", new byte[] { 1, 2, 3, 4, 5 });
		files.put("two", new byte[7]);
		return files;
	}

	private static byte[] changed(final byte[] archive, final int at,
		final int value)
	{
		final byte[] result = archive.clone();
		result[at] = (byte) value;
		return result;
	}

	private void assertRefused(final byte[] archive, final String reason)
		throws IOException
	{
		try (WeightFile file = write(archive)) {
			final StableSamException e = assertThrows(StableSamException.class,
				() -> ZipDirectory.read(file));
			assertTrue(e.getMessage().contains(reason), e.getMessage());
		}
	}

	private WeightFile write(final byte[] archive) throws IOException {
		return WeightFile.open(Files.write(folder.resolve("archive.pt"), archive));
	}
}
