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

package sc.fiji.stablesam.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Paths;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class PluginChoiceTest {

	@Test
	public void wordsAreReadInAnyCase() {
		assertEquals(PluginChoice.AUTO, PluginChoice.parse("auto"));
		assertEquals(PluginChoice.AUTO, PluginChoice.parse("Auto "));
		assertEquals(PluginChoice.NONE, PluginChoice.parse("NONE"));
		assertEquals(Optional.empty(), PluginChoice.NONE.file());
	}

	@ParameterizedTest
	@ValueSource(strings = { "auto", "none", "a folder/mine.safetensors" })
	public void choiceAndBack(final String text) {
		assertEquals(text, PluginChoice.parse(text).toString());
		assertEquals(PluginChoice.parse(text), PluginChoice.parse(PluginChoice
			.parse(text).toString()));
	}

	@Test
	public void anythingElseIsAFile() {
		final PluginChoice choice = PluginChoice.parse("none.safetensors");
		assertEquals(Paths.get("none.safetensors"), choice.file().get());
		assertEquals(PluginChoice.of(Paths.get("none.safetensors")), choice);
		assertNotEquals(PluginChoice.NONE, choice);
		assertNotEquals(PluginChoice.of(Paths.get("auto")), PluginChoice.AUTO);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "  ", "a\0b" })
	public void whatCannotBeAFileIsRefused(final String text) {
		final String message = assertThrows(IllegalArgumentException.class,
			() -> PluginChoice.parse(text)).getMessage();
		assertTrue(message.contains("auto, none or a file"), message);
	}
}
