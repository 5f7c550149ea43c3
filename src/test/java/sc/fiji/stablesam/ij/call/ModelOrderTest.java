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

package sc.fiji.stablesam.ij.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Paths;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests {@link ModelOrder}. */
class ModelOrderTest {

	private static ModelOrder order(final String options) {
		return ModelOrder.of(MacroOptions.parse(options));
	}

	@Test
	void optionsSayWhichModelAndFromWhere() {
		final ModelOrder fetched = order("fetch=[SAM 2.1 Hiera-T]");
		assertEquals("SAM 2.1 Hiera-T", fetched.model());
		assertFalse(fetched.file().isPresent());
		final ModelOrder imported = order("import=[/some folder/ä.pt] name=mine");
		assertEquals(Optional.of(Paths.get("/some folder/ä.pt")), imported.file());
		assertEquals(Optional.of("mine"), imported.name());
		assertEquals(Optional.empty(), order("import=ä.pt").name());
	}

	@ParameterizedTest
	@ValueSource(strings = { "fetch=[SAM 2.1 Hiera-T]",
		"import=[/some folder/ä.pt]", "import=a.pt name=[My cells]" })
	void recordedOptionsMeanTheSame(final String options) {
		assertEquals(order(options), order(order(options).toMacroOptions()
			.toString()));
	}

	@ParameterizedTest
	@CsvSource({ "'', fetch=[SAM 2.1 Hiera-T]", "fetch=a import=b, one model",
		"fetch=a name=b, 'name'", "feth=a, 'feth'", "fetch, 'fetch'",
		"name=b, one model" })
	void otherOptionsAreRefused(final String options, final String why) {
		final String message = assertThrows(IllegalArgumentException.class,
			() -> order(options)).getMessage();
		assertTrue(message.contains(why), message);
	}
}
