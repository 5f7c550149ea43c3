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
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.stablesam.FileNames;
import sc.fiji.stablesam.StableSamException;

/**
 * What every reader of weight files must do, tried on a file of the tensors
 * <code>matrix</code> [2, 3] = 0..5, <code>scalar</code> [] = 7,
 * <code>half</code> [2] = 1, -2 in 16 bits and <code>integers</code> [1] = 9 in
 * 64 bits, in this order.
 */
abstract class TensorFileContract {

	private static final String NAME = FileNames.of("Größe 1.bin");

	@TempDir
	Path folder;

	private Path file;

	/** @return a file as described above */
	abstract byte[] fixture();

	abstract TensorFile open(Path path);

	@BeforeEach
	public void writeFixture() throws IOException {
		file = folder.resolve(NAME);
		Files.write(file, fixture());
	}

	@Test
	public void namesKeepTheFilesOrder() {
		try (TensorFile tensors = open(file)) {
			assertEquals(Arrays.asList("matrix", "scalar", "half", "integers"),
				new ArrayList<>(tensors.names()));
		}
	}

	@Test
	public void shapesAndElementsAreRead() {
		try (TensorFile tensors = open(file)) {
			assertArrayEquals(new long[] { 2, 3 }, tensors.shape("matrix"));
			assertArrayEquals(new long[] {}, tensors.shape("scalar"));
			assertArrayEquals(new float[] { 0, 1, 2, 3, 4, 5 }, floats(tensors,
				"matrix"));
			assertArrayEquals(new float[] { 7 }, floats(tensors, "scalar"));
			assertArrayEquals(new float[] { 1, -2 }, floats(tensors, "half"));
		}
	}

	@Test
	public void buffersOutliveTheFile() {
		final FloatBuffer matrix;
		try (TensorFile tensors = open(file)) {
			matrix = tensors.read("matrix");
		}
		assertTrue(matrix.isDirect());
		assertEquals(5, matrix.get(5));
	}

	@Test
	public void integersHaveAShapeOnly() {
		try (TensorFile tensors = open(file)) {
			assertArrayEquals(new long[] { 1 }, tensors.shape("integers"));
			assertSaysFile(assertThrows(StableSamException.class, () -> tensors.read(
				"integers")));
		}
	}

	@Test
	public void unknownNamesAreWrongArguments() {
		try (TensorFile tensors = open(file)) {
			assertThrows(IllegalArgumentException.class, () -> tensors.shape(
				"nobody"));
			assertThrows(IllegalArgumentException.class, () -> tensors.read(
				"nobody"));
		}
	}

	@Test
	public void truncatedFilesAreRefused() throws IOException {
		final byte[] whole = fixture();
		for (int length = 0; length < whole.length; length++) {
			Files.write(file, Arrays.copyOf(whole, length));
			assertSaysFile(assertThrows(StableSamException.class, () -> readAll(),
				"cut to " + length));
		}
	}

	/**
	 * A flipped bit may go unnoticed here, but must not end in anything but a
	 * sentence.
	 */
	@Test
	public void flippedBitsDoNoHarm() throws IOException {
		final byte[] whole = fixture();
		int refused = 0;
		for (int at = 0; at < whole.length; at++) {
			final byte[] flipped = whole.clone();
			flipped[at] ^= 1 << at % 8;
			Files.write(file, flipped);
			try {
				readAll();
			}
			catch (final StableSamException e) {
				refused++;
				assertSaysFile(e);
			}
		}
		assertTrue(refused > whole.length / 8, "only " + refused + " were refused");
	}

	@Test
	public void otherFilesAreRefused() throws IOException {
		for (final String contents : List.of("", "x",
			"PK\u0003\u0004 no weights at all",
			"<html><body>404 not found</body></html>"))
		{
			Files.writeString(file, contents);
			final StableSamException e = assertThrows(StableSamException.class,
				() -> open(file));
			assertSaysFile(e);
			assertTrue(e.getMessage().contains("is not"), e.getMessage());
		}
	}

	@Test
	public void missingFilesAndFoldersAreRefused() {
		assertSaysFile(assertThrows(StableSamException.class, () -> open(file
			.resolveSibling(NAME + ".away"))));
		assertThrows(StableSamException.class, () -> open(folder));
	}

	private void readAll() {
		try (TensorFile tensors = open(file)) {
			for (final String name : List.of("matrix", "scalar", "half"))
				if (tensors.names().contains(name)) tensors.read(name);
		}
	}

	private static void assertSaysFile(final StableSamException e) {
		assertTrue(e.getMessage().contains(NAME), e.getMessage());
		assertTrue(e.getMessage().endsWith("."), e.getMessage());
	}

	private static float[] floats(final TensorFile tensors, final String name) {
		final FloatBuffer buffer = tensors.read(name);
		final float[] result = new float[buffer.remaining()];
		buffer.get(result);
		return result;
	}
}
