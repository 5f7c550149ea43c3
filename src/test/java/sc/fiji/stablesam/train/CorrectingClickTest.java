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

package sc.fiji.stablesam.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;

import org.junit.jupiter.api.Test;

import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.mask.MaskQuality;
import sc.fiji.stablesam.prompt.Click;

class CorrectingClickTest {

	private static final Mask SQUARE = Pictures.rectangle(10, 20, 9, 9);

	@Test
	void whatIsMissedIsClickedInItsMiddle() {
		assertClick(Click.foreground(16.5, 24.5), CorrectingClick.of(Pictures
			.rectangle(10, 20, 4, 9), SQUARE));
	}

	@Test
	void whatIsTooMuchIsClickedAsBackground() {
		assertClick(Click.background(14.5, 31.5), CorrectingClick.of(Pictures
			.rectangle(10, 20, 9, 14), SQUARE));
	}

	@Test
	void theThickestMistakeCountsNotTheLongest() {
		// A column of a pixel is missed, and a square of 3 x 3 is too much.
		final Mask truth = Pictures.mask(0, 0, "###########....", "###########....",
			"###########....", "###########....", "###########....");
		final Mask found = Pictures.mask(0, 0, ".##########....", ".#############.",
			".#############.", ".#############.", ".##########....");
		assertClick(Click.background(12.5, 2.5), CorrectingClick.of(found, truth));
	}

	@Test
	void holesAreMistakesToo() {
		final Mask ring = Pictures.mask(0, 0, "#####", "#...#", "#...#", "#...#",
			"#####");
		final Mask full = Pictures.rectangle(0, 0, 5, 5);
		assertClick(Click.background(2.5, 2.5), CorrectingClick.of(full, ring));
		assertClick(Click.foreground(2.5, 2.5), CorrectingClick.of(ring, full));
	}

	@Test
	void whereNothingWasFoundTheObjectIsClicked() {
		assertClick(Click.foreground(14.5, 24.5), CorrectingClick.of(Mask.empty(
			MaskQuality.of(0, 0)), SQUARE));
	}

	@Test
	void whatIsRightIsLeft() {
		assertEquals(Optional.empty(), CorrectingClick.of(SQUARE, SQUARE));
	}

	private static void assertClick(final Click expected,
		final Optional<Click> click)
	{
		assertEquals(expected.toString(), click.orElseThrow().toString());
	}
}
