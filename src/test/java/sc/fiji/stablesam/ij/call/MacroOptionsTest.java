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

import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests {@link MacroOptions}. */
class MacroOptionsTest {

	@Test
	void readsValuesBareBracketedAndQuoted() {
		final MacroOptions options = MacroOptions.parse(
			"a=1 b=[two words] c='it [is' d=[C:/x [1]/ü.safetensors] e= ");
		assertEquals(Optional.of("1"), options.text("a"));
		assertEquals(Optional.of("two words"), options.text("b"));
		assertEquals(Optional.of("it [is"), options.text("c"));
		assertEquals(Optional.of("C:/x [1]/ü.safetensors"), options.text("d"));
		assertThrows(IllegalArgumentException.class, () -> options.text("e"));
		assertEquals(Optional.empty(), options.text("f"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "measure", "measure=true", " measure ",
		"measure=[true]", "x=1 measure", "Measure=TRUE" })
	void takesEachWayToSetAFlag(final String text) {
		assertTrue(MacroOptions.parse(text).flag("measure"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "measure=false", "x=measure",
		"x=[a measure b]" })
	void takesEachWayNotToSetAFlag(final String text) {
		assertFalse(MacroOptions.parse(text).flag("measure"));
	}

	@Test
	void takesTheFallbackForAFlagThatIsNotGiven() {
		assertTrue(MacroOptions.parse("").flag("stability", true));
		assertFalse(MacroOptions.parse("").flag("stability", false));
		assertTrue(MacroOptions.parse("stability").flag("stability", false));
		assertFalse(MacroOptions.parse("stability=False").flag("stability", true));
	}

	@Test
	void refusesAFlagThatIsNeitherTrueNorFalse() {
		assertEquals("The option 'measure' is true or false, not 'yes'.", refusal(
			() -> MacroOptions.parse("measure=yes").flag("measure")));
	}

	@Test
	void refusesUnknownKeysAndListsWhatExists() {
		final String message = refusal(() -> MacroOptions.parse(
			"prompts=ROI Manager").allowOnly("prompts", "output"));
		assertTrue(message.startsWith(
			"There is no option 'manager'; choose from prompts, output,"), message);
		assertTrue(message.contains("brackets"), message);
	}

	@Test
	void refusesAKeyThatStandsThereTwice() {
		assertTrue(refusal(() -> MacroOptions.parse("a=1 a=2")).contains("twice"));
	}

	@Test
	void refusesABracketThatDoesNotClose() {
		assertTrue(refusal(() -> MacroOptions.parse("a=[b [c]")).contains("'a'"));
		assertTrue(refusal(() -> MacroOptions.parse("a='b")).contains("'a'"));
	}

	@Test
	void readsNumbers() {
		assertEquals(Optional.of(-1.5), MacroOptions.parse("n=-1.5").number("n"));
		assertEquals("The option 'n' is a number, not 'one'.", refusal(
			() -> MacroOptions.parse("n=one").number("n")));
	}

	@Test
	void looksUpVariablesOfTheMacro() {
		final MacroOptions options = MacroOptions.parse("a=&path b=[&path]",
			name -> name.equals("path") ? "/with a blank" : null);
		assertEquals(Optional.of("/with a blank"), options.text("a"));
		assertEquals(Optional.of("&path"), options.text("b"));
		assertTrue(refusal(() -> MacroOptions.parse("a=&pth")).contains("'pth'"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "plain", "two words", "[x]", "a [b", "'q'", "&v",
		"a\ttab", "ü/ö.pt", "a]b", "[", "it's [fine]" })
	void writesWhatItReads(final String value) {
		final MacroOptions options = MacroOptions.none().with("first", "1").with(
			"key", value).withFlag("flag", true).withFlag("other", false);
		assertEquals(options, MacroOptions.parse(options.toString()));
	}

	@Test
	void readsNothingFromNothing() {
		assertEquals(MacroOptions.none(), MacroOptions.parse(null));
		assertEquals(MacroOptions.none(), MacroOptions.parse("  "));
	}

	private static String refusal(final Runnable call) {
		return assertThrows(IllegalArgumentException.class, call::run).getMessage();
	}
}
