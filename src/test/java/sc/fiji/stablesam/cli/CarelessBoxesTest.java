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

package sc.fiji.stablesam.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import ij.IJ;

import org.junit.jupiter.api.Test;

import sc.fiji.stablesam.ij.PromptSet;
import sc.fiji.stablesam.ij.RoiPrompt;
import sc.fiji.stablesam.ij.SourceImage;
import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Click;
import sc.fiji.stablesam.prompt.Prompt;

public class CarelessBoxesTest {

	private static final SourceImage IMAGE = SourceImage.of(IJ.createImage("a",
		"8-bit black", 100, 80, 1));
	private static final Click CLICK = Click.foreground(5, 5);
	private static final PromptSet PROMPTS = PromptSet.of(List.of(RoiPrompt.of(
		"a", Prompt.of(Box.of(0, 0, 100, 80))), RoiPrompt.of("b", Prompt.of(CLICK)),
		RoiPrompt.of("c", Prompt.of(Box.of(40, 30, 20, 20)).with(CLICK))));

	@Test
	public void eachBoxIsDrawnAgainOnTheImage() {
		final List<RoiPrompt> boxes = CarelessBoxes.of(PROMPTS, IMAGE).prompts();
		assertEquals(2, boxes.size());
		assertEquals("a", boxes.get(0).name());
		final Box all = boxes.get(0).prompt().box().get();
		assertTrue(all.minX() >= 0 && all.maxX() <= 100 && all.maxY() <= 80, all
			.toString());
		assertEquals("c", boxes.get(1).name());
		assertEquals("box", boxes.get(1).prompt().kind());
		final Box box = boxes.get(1).prompt().box().get();
		assertNotEquals(20, box.width(), 0.1);
		assertEquals(20, box.width(), 8);
		assertEquals(40, (box.minY() + box.maxY()) / 2, 4);
	}

	@Test
	public void theSameBoxesEachTime() {
		assertEquals(CarelessBoxes.of(PROMPTS, IMAGE).prompts().toString(),
			CarelessBoxes.of(PROMPTS, IMAGE).prompts().toString());
	}
}
