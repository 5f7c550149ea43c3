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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import sc.fiji.stablesam.StableSamException;

class ShippedPluginTest {

	@Test
	void isCopiedByTheNameOfItsModel() throws IOException {
		final byte[] content = { 1, 2, 3 };
		final Path copy = ShippedPlugin.copy("some_model", name -> name.equals(
			"some_model" + ".plugin.safetensors") ? new ByteArrayInputStream(content)
				: null).get();
		assertArrayEquals(content, Files.readAllBytes(copy));
		Files.delete(copy);
	}

	@Test
	void tellsHowItWasMade() throws IOException {
		final Path copy = ShippedPlugin.copy("sam2_hiera_tiny").get();
		try (PluginFile plugin = PluginFile.open(copy)) {
			final Map<String, String> made = plugin.metadata();
			assertEquals("sam2_hiera_tiny", made.get(PluginFile.BASE));
			final String steps = made.get("training.from_steps") + ", " + made.get(
				PluginFile.STEPS);
			assertTrue(Stream.of(steps.split(", ")).mapToInt(Integer::parseInt)
				.sum() >= 1000, steps);
			assertTrue(made.keySet().containsAll(List.of(PluginFile.DATA,
				PluginFile.SEED, PluginFile.VERSION)), made.toString());
			long weights = 0;
			// NB: what it has learnt from is no weight: nothing learns it.
			for (final String name : plugin.names())
				if (!name.startsWith("known.")) weights += LongStream.of(plugin.shape(
					name)).reduce(1, (a, b) -> a * b);
			assertTrue(weights > 0 && weights <= 90_000, weights + " weights");
		}
		Files.delete(copy);
	}

	@Test
	void modelWithoutOneHasNone() {
		assertEquals(Optional.empty(), ShippedPlugin.copy("no_such_model"));
	}

	@Test
	void damagedJarIsToldInASentence() {
		final String message = assertThrows(StableSamException.class,
			() -> ShippedPlugin.copy("some_model", name -> new InputStream()
			{

				@Override
				public int read() throws IOException {
					throw new IOException("torn");
				}
			})).getMessage();
		assertTrue(message.contains("'some_model'") && message.contains("torn"),
			message);
	}
}
