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
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.stablesam.StableSamException;

class PluginFileTest {

	@TempDir
	Path folder;

	private Path file;

	@BeforeEach
	void write() {
		file = folder.resolve("some.plugin.safetensors");
		final ByteBuffer values = ByteBuffer.allocate(2 * Float.BYTES).order(
			ByteOrder.LITTLE_ENDIAN).putFloat(1).putFloat(2).flip();
		PluginFile.write(file, Map.of(PluginFile.BASE, "sam2_hiera_tiny",
			PluginFile.STEPS, "7"), Map.of("final.x", new long[] { 2 }), Map.of(
				"final.x", values));
	}

	@Test
	void whatIsWrittenIsReadBack() {
		try (PluginFile plugin = PluginFile.open(file)) {
			plugin.requireBase("sam2_hiera_tiny");
			assertEquals("7", plugin.metadata().get(PluginFile.STEPS));
			assertEquals(List.of("final.x"), List.copyOf(plugin.names()));
			assertArrayEquals(new long[] { 2 }, plugin.shape("final.x"));
			assertEquals(2, plugin.read("final.x").get(1));
		}
	}

	@Test
	void namesAnotherBase() {
		try (PluginFile plugin = PluginFile.open(file)) {
			final String message = assertThrows(StableSamException.class, () -> plugin
				.requireBase("sam2_hiera_large")).getMessage();
			assertTrue(message.contains(file.toString()) && message.contains(
				"sam2_hiera_tiny") && message.contains("sam2_hiera_large"), message);
		}
	}

	@Test
	void everyTruncationIsRefused() throws IOException {
		final byte[] whole = Files.readAllBytes(file);
		for (int length = 0; length < whole.length; length++) {
			Files.write(file, Arrays.copyOf(whole, length));
			final String message = assertThrows(StableSamException.class,
				() -> PluginFile.open(file)).getMessage();
			assertTrue(message.contains(file.toString()), message);
		}
	}

	@Test
	void anotherFileIsNoPlugin() {
		final Path model = TinyModel.write(folder.resolve("m.safetensors"), "m");
		final String message = assertThrows(StableSamException.class,
			() -> PluginFile.open(model)).getMessage();
		assertTrue(message.contains("no Stable-SAM plugin"), message);
	}

	@Test
	void withoutABaseNothingIsWritten() {
		assertThrows(IllegalArgumentException.class, () -> PluginFile.write(folder
			.resolve("x"), Map.of(), Map.of(), Map.of()));
	}
}
