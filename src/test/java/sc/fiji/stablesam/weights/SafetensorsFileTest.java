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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.stablesam.StableSamException;

/** Safetensors files, written here byte by byte. */
public class SafetensorsFileTest extends TensorFileContract {

	@Override
	TensorFile open(final Path path) {
		return SafetensorsFile.open(path);
	}

	/** The header's order is not the data's, which is the one that counts. */
	@Override
	byte[] fixture() {
		return file(
			"{'integers':{'dtype':'I64','shape':[1],'data_offsets':[32,40]}," +
				"'matrix':{'dtype':'F32','shape':[2,3],'data_offsets':[0,24]}," +
				"'scalar':{'dtype':'F32','shape':[],'data_offsets':[24,28]}," +
				"'half':{'dtype':'F16','shape':[2],'data_offsets':[28,32]}," +
				"'__metadata__':{'format':'pt'}}", Bytes.floats(0, 1, 2, 3, 4, 5, 7),
			Bytes.HALVES, Bytes.longs(9));
	}

	@Test
	public void metadataIsRead() throws IOException {
		try (TensorFile file = open(write(fixture()))) {
			assertEquals("pt", file.metadata().get("format"));
		}
	}

	@Test
	public void shortFloatsAreWidened() throws IOException {
		final Path path = write(file(
			"{'f16':{'dtype':'F16','shape':[6],'data_offsets':[0,12]}," +
				"'bf16':{'dtype':'BF16','shape':[4],'data_offsets':[12,20]}}", Bytes
					.shorts(0x0000, 0x8000, 0x0001, 0x7bff, 0xfc00, 0x3555), Bytes.shorts(
						0x3f80, 0xc000, 0x7f80, 0x0001)));
		try (TensorFile file = open(path)) {
			assertArrayEquals(new float[] { 0f, -0f, 0x1p-24f, 65504f,
				Float.NEGATIVE_INFINITY, 0.33325195f }, array(file.read("f16")));
			assertArrayEquals(new float[] { 1f, -2f, Float.POSITIVE_INFINITY, Float
				.intBitsToFloat(0x10000) }, array(file.read("bf16")));
		}
	}

	@Test
	public void nothingIsANumberStaysSo() throws IOException {
		final Path path = write(file(
			"{'x':{'dtype':'F16','shape':[1],'data_offsets':[0,2]}}", Bytes.shorts(
				0x7e00)));
		try (TensorFile file = open(path)) {
			assertTrue(Float.isNaN(file.read("x").get(0)));
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = { //
		"{'x':{'dtype':'F32','shape':[2],'data_offsets':[0,4]}} | size of its tensor 'x'", //
		"{'x':{'dtype':'F32','shape':[-1],'data_offsets':[0,-4]}} | size of its tensor 'x'", //
		"{'x':{'dtype':'F32','shape':[4611686018427387904,4],'data_offsets':[0,0]}} | size of its tensor 'x'", //
		"{'x':{'dtype':'F32','shape':[500000000],'data_offsets':[0,2000000000]}} | cut off", //
		"{'x':{'dtype':'F32','shape':[1],'data_offsets':[-4,0]}} | size of its tensor 'x'", //
		"{'x':{'dtype':'F32','shape':[1e999999999],'data_offsets':[0,4]}} | header is garbled", //
		"{'x':{'dtype':'F99','shape':[1],'data_offsets':[0,4]}} | header is garbled", //
		"{'x':{'shape':[1],'data_offsets':[0,4]}} | header is garbled", //
		"{'x':7} | header is garbled", //
		"{'x':{'dtype':'F32','shape':[1],'data_offsets':[0,4]} | header is garbled", //
		"{'x':{'dtype':'F32','shape':[1],'data_offsets':[0,4]},'y':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}} | overlaps", //
		"{} | 4 bytes too many" })
	public void lyingHeadersAreRefused(final String header, final String reason)
		throws IOException
	{
		final Path path = write(file(header, Bytes.floats(1)));
		final StableSamException e = assertThrows(StableSamException.class,
			() -> open(path));
		assertTrue(e.getMessage().contains(reason), e.getMessage());
		assertTrue(e.getMessage().contains(path.toString()), e.getMessage());
	}

	@Test
	public void deepHeadersAreRefused() throws IOException {
		final Path path = write(file("{'x':" + "[".repeat(100_000), Bytes.floats(
			1)));
		assertThrows(StableSamException.class, () -> open(path));
	}

	private Path write(final byte[] contents) throws IOException {
		final Path path = folder.resolve("weights.safetensors");
		Files.write(path, contents);
		return path;
	}

	private static byte[] file(final String header, final byte[]... data) {
		final byte[] json = header.replace('\'', '"').getBytes(
			StandardCharsets.UTF_8);
		return Bytes.join(Bytes.longs(json.length), json, Bytes.join(data));
	}

	private static float[] array(final FloatBuffer buffer) {
		final float[] result = new float[buffer.remaining()];
		buffer.get(result);
		return result;
	}
}
