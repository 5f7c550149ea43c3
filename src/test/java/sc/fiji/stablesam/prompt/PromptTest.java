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

import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;

import org.junit.jupiter.api.Test;

public class PromptTest {

	private static final Box BOX = Box.of(1, 2, 3, 4);
	private static final Box OTHER_BOX = Box.of(5, 6, 7, 8);
	private static final Click ON = Click.foreground(1, 2);
	private static final Click OFF = Click.background(3, 4);
	private static final MaskHint HINT = MaskHint.logits(new float[] { 1 });

	@Test
	public void emptySaysNothing() {
		assertTrue(Prompt.empty().isEmpty());
		assertTrue(Prompt.of().isEmpty());
		assertEquals(Optional.empty(), Prompt.empty().box());
		assertEquals(Collections.emptyList(), Prompt.empty().clicks());
		assertEquals(Optional.empty(), Prompt.empty().hint());
	}

	@Test
	public void anyPartMakesItSaySomething() {
		assertFalse(Prompt.of(BOX).isEmpty());
		assertFalse(Prompt.of(OFF).isEmpty());
		assertFalse(Prompt.empty().with(HINT).isEmpty());
	}

	@Test
	public void partsAddUp() {
		final Prompt prompt = Prompt.of(ON, OFF).with(BOX).with(HINT).with(ON);
		assertEquals(Optional.of(BOX), prompt.box());
		assertEquals(Arrays.asList(ON, OFF, ON), prompt.clicks());
		assertEquals(Optional.of(HINT), prompt.hint());
	}

	@Test
	public void boxAndHintAreReplaced() {
		final MaskHint other = MaskHint.logits(new float[] { 2 });
		final Prompt prompt = Prompt.of(BOX).with(HINT).with(OTHER_BOX).with(other);
		assertEquals(Optional.of(OTHER_BOX), prompt.box());
		assertEquals(Optional.of(other), prompt.hint());
	}

	@Test
	public void neverChanges() {
		final Prompt prompt = Prompt.of(BOX);
		prompt.with(ON);
		prompt.with(OTHER_BOX);
		prompt.with(HINT);
		assertEquals("box", prompt.kind());
		assertEquals(Optional.of(BOX), prompt.box());
		assertTrue(Prompt.empty().isEmpty());
		assertThrows(UnsupportedOperationException.class, () -> prompt.with(ON)
			.clicks().clear());
		assertThrows(UnsupportedOperationException.class, () -> prompt.clicks().add(
			ON));
	}

	@Test
	public void kindNamesTheParts() {
		assertEquals("empty", Prompt.empty().kind());
		assertEquals("box", Prompt.of(BOX).kind());
		assertEquals("point", Prompt.of(OFF).kind());
		assertEquals("points", Prompt.of(ON, OFF).kind());
		assertEquals("mask", Prompt.empty().with(HINT).kind());
		assertEquals("box+point", Prompt.of(ON).with(BOX).kind());
		assertEquals("box+points+mask", Prompt.of(ON, ON).with(HINT).with(BOX)
			.kind());
	}

	@Test
	public void missingPartsAreRefusedAtOnce() {
		assertThrows(NullPointerException.class, () -> Prompt.of((Box) null));
		assertThrows(NullPointerException.class, () -> Prompt.of((Click) null));
		assertThrows(NullPointerException.class, () -> Prompt.empty().with(
			(MaskHint) null));
	}

	@Test
	public void tellsWhereItPoints() {
		assertEquals("prompt box+points box 1.0,2.0,3.0,4.0 [+1.0,2.0, -3.0,4.0]",
			Prompt.of(ON, OFF).with(BOX).toString());
		assertEquals("prompt mask", Prompt.empty().with(HINT).toString());
	}
}
