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

package sc.fiji.stablesam.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.stablesam.StableSamException;

class PluginConfigTest {

	@Test
	void survivesMetadata() {
		final PluginConfig config = PluginConfig.standard().withPlaces(
			"layer0, final:96").withOutputs(3, 1).withOffsetScale(0.1)
			.withAmplitudeScale(0).withPasses(2).withAdapters("layer1:7,final");
		assertEquals(config, PluginConfig.fromMetadata(config.toMetadata()));
		final PluginConfig without = config.withAdapters(PluginConfig.NO_ADAPTERS);
		assertEquals(without, PluginConfig.fromMetadata(without.toMetadata()));
		assertNotEquals(config, without);
	}

	@ParameterizedTest
	@CsvSource({ "plugin.places, attic", "plugin.places, ''",
		"plugin.places, final:-1", "plugin.places, final:wide",
		"plugin.box_output, 4", "plugin.click_output, one",
		"plugin.offset_scale, NaN", "plugin.amplitude_scale, much" })
	void namesAWrongEntry(final String key, final String value) {
		final Map<String, String> entries = PluginConfig.standard().toMetadata();
		entries.put(key, value);
		assertNamed(key, entries);
		entries.remove(key);
		assertNamed(key, entries);
	}

	@Test
	void filesThatSayNothingOfPassesAreOfOne() {
		final Map<String, String> entries = PluginConfig.standard().withPasses(2)
			.toMetadata();
		entries.remove("plugin.passes");
		assertEquals(1, PluginConfig.fromMetadata(entries).passes());
		entries.put("plugin.passes", "3");
		assertNamed("plugin.passes", entries);
	}

	@Test
	void filesThatSayNothingOfAdaptersHaveNone() {
		final Map<String, String> entries = PluginConfig.standard().toMetadata();
		entries.remove("plugin.adapters");
		assertEquals(Set.of(), PluginConfig.fromMetadata(entries).adapters());
		entries.put("plugin.adapters", "upscaling:8");
		assertNamed("plugin.adapters", entries);
	}

	@Test
	void placesThatSayNothingOfAWidthAreAsWideAsTheTokens() {
		final PluginConfig config = PluginConfig.standard().withPlaces(
			"upscaling:24,final");
		assertEquals(Set.of(PluginPlace.FINAL, PluginPlace.UPSCALING), config
			.places());
		assertEquals(256, config.width(PluginPlace.FINAL, 256));
		assertEquals(24, config.width(PluginPlace.UPSCALING, 256));
	}

	@Test
	void isAlikeInOtherPlacesAndWithOtherAdapters() {
		final PluginConfig more = PluginConfig.standard().withPlaces(
			"final,upscaling:24");
		final PluginConfig fewer = PluginConfig.standard().withPlaces("final");
		assertTrue(fewer.isAlike(more));
		assertTrue(more.isAlike(fewer));
		assertTrue(fewer.withAdapters("none").isAlike(more));
		assertTrue(fewer.withAdapters("final:7").isAlike(more));
		assertFalse(fewer.withOffsetScale(2).isAlike(more));
		assertFalse(fewer.withOutputs(1, 2).isAlike(more));
		assertFalse(more.isAlike(PluginConfig.standard().withPlaces(
			"final,upscaling:25")));
	}

	private static void assertNamed(final String key,
		final Map<String, String> entries)
	{
		final String message = assertThrows(StableSamException.class,
			() -> PluginConfig.fromMetadata(entries)).getMessage();
		assertTrue(message.contains("'" + key + "'"), message);
	}

	@Test
	void refusesNonsense() {
		final PluginConfig config = PluginConfig.standard();
		assertThrows(IllegalArgumentException.class, () -> config.withOutputs(-1,
			0));
		assertThrows(IllegalArgumentException.class, () -> config.withPlaces(Set
			.of()));
		assertThrows(IllegalArgumentException.class, () -> config.withPasses(0));
		assertThrows(IllegalArgumentException.class, () -> config.withPlaces(
			"final:0"));
		assertThrows(IllegalArgumentException.class, () -> config.withAdapters(
			"upscaling"));
		assertThrows(IllegalArgumentException.class, () -> config.withAdapters(""));
	}
}
