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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import net.imglib2.RandomAccess;
import net.imglib2.type.BooleanType;

class RefinementTest {

	@ParameterizedTest
	@ValueSource(strings = { "box:10,20,30,40", "+1.5,2.5", "+0.1,7",
		"box:10.25,20,30,40 +1,2 -3.5,4", "line:1,2,3,4.5,5,6 -7,8",
		"box:1,2,3,4 line:1,2 +3,4", "box:1,2,3,2 area:1,2,3,2,1,2,2,1",
		"box:0,0,9,9 area:2,3,2,2,0,4 mask:2 +1,2", "+1,2 mask:3",
		"box:1,2,3,4 mask:2 +1,2 mask:1 -3,4 mask:3" })
	void textIsReadBack(final String text) {
		assertEquals(text, Refinement.parse(text).toString());
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
	void areasAreDrawnMasks() {
		final Prompt prompt = Refinement.parse("box:1,2,3,2 area:1,2,3,2,1,2,2,1")
			.prompt();
		final RandomAccess<? extends BooleanType<?>> mask = prompt.hint().get()
			.drawnMask().randomAccess();
		final StringBuilder pixels = new StringBuilder();
		for (int y = 2; y < 4; y++)
			for (int x = 1; x < 4; x++)
				pixels.append(mask.setPositionAndGet(x, y).get() ? '#' : '.');
		assertEquals(".##..#", pixels.toString());
		assertEquals(3, Refinement.parse("line:1,2,3,4,5,6").prompt().clicks()
			.size());
		assertTrue(Refinement.parse("line:1,2,3,4,5,6").isPlain());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "box", "box:1,2,3", "box:1,2,3,4,5", "-1,2",
		"mask:1", "+1", "+1,x", "+1,2 mask:-1", "+1,2 mask:0.5", "+1,2 box:1,2,3,4",
		"+1,2 3,4", "line:", "line:1", "line:1,2,3", "+1,2 line:1,2",
		"area:1,2,3,4,5", "+1,2 area:1,2,3,4,5", "box:1,2,3,4 area:1,2,3",
		"box:1,2,3,4 area:1,2,3,2,1,2,2,2", "box:1,2,3,4 area:1,2,3,2,1,-2,2",
		"box:1,2,3,4 area:1,2,0,2,0", "box:1,2,3,4 area:1,2,3.5,2,0,1",
		"box:1,2,3,4 area:0,0,1000000,1000000,0,1",
		"box:1,2,3,4 +1,2 area:1,2,3,2,1,2,2,1" })
	void otherTextsAreRefused(final String text) {
		final String message = assertThrows(IllegalArgumentException.class,
			() -> Refinement.parse(text)).getMessage();
		assertTrue(message.startsWith("'" + text + "' "), message);
	}
}
