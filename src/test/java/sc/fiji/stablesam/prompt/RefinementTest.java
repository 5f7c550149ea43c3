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

package sc.fiji.stablesam.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefinementTest {

	@ParameterizedTest
	@ValueSource(strings = { "box:10,20,30,40", "+1.5,2.5", "+0.1,7",
		"box:10.25,20,30,40 +1,2 -3.5,4", "+1,2 mask:3",
		"box:1,2,3,4 mask:2 +1,2 mask:1 -3,4 mask:3" })
	void textIsReadBack(final String text) {
		assertEquals(text, Refinement.parse(text).toString());
		assertEquals(Optional.of(text), Refinement.parse(text).text());
		assertEquals(text, Refinement.parse("  " + text.replace(" ", "   ") + " ")
			.toString());
	}

	@Test
	void eachClickIsAStep() {
		final Refinement refinement = Refinement.parse(
			"box:10,20,30,40 mask:2 +1,2 -3,4 mask:1");
		assertEquals(1, refinement.choice());
		assertEquals(List.of(Click.foreground(1, 2), Click.background(3, 4)),
			refinement.prompt().clicks());
		assertEquals(Box.of(10, 20, 30, 40), refinement.prompt().box().get());
		final Refinement before = refinement.before().get();
		assertEquals(0, before.choice());
		assertEquals(1, before.prompt().clicks().size());
		assertEquals(2, before.before().get().choice());
		assertFalse(before.before().get().before().isPresent());
	}

	@Test
	void onlyOneStepIsPlain() {
		assertTrue(Refinement.parse("box:1,2,3,4").isPlain());
		assertFalse(Refinement.parse("box:1,2,3,4 mask:1").isPlain());
		assertFalse(Refinement.parse("+1,2 +3,4").isPlain());
	}

	@Test
	void drawnMasksHaveNoText() {
		assertFalse(Refinement.of(Prompt.of(Box.of(1, 2, 3, 4)).with(MaskHint
			.logits(new float[4]))).text().isPresent());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "box", "box:1,2,3", "box:1,2,3,4,5", "-1,2",
		"mask:1", "+1", "+1,x", "+1,2 mask:-1", "+1,2 mask:0.5", "+1,2 box:1,2,3,4",
		"+1,2 3,4" })
	void otherTextsAreRefused(final String text) {
		final String message = assertThrows(IllegalArgumentException.class,
			() -> Refinement.parse(text)).getMessage();
		assertTrue(message.startsWith("'" + text + "' "), message);
	}
}
