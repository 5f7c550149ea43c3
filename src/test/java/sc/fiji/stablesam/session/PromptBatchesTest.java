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

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Click;
import sc.fiji.stablesam.prompt.MaskHint;
import sc.fiji.stablesam.prompt.Prompt;

public class PromptBatchesTest {

	private static final Prompt BOX = Prompt.of(Box.of(1, 2, 3, 4));
	private static final Click ON = Click.foreground(1, 2);
	private static final Click OFF = Click.background(3, 4);
	private static final MaskHint HINT = MaskHint.logits(new float[1]);

	@Test
	public void formTellsWhatFitsIntoOneBatch() {
		assertEquals(List.of(List.of(0, 1)), PromptBatches.of(List.of(BOX, Prompt
			.of(Box.of(5, 5, 9, 9)))));
		// NB: A box is two points to the network, but another kind of prompt.
		assertEquals(List.of(List.of(0, 2), List.of(1)), PromptBatches.of(List.of(
			Prompt.of(ON, OFF), BOX, Prompt.of(OFF, OFF))));
		assertEquals(List.of(List.of(0, 3), List.of(1), List.of(2), List.of(4)),
			PromptBatches.of(List.of(Prompt.of(ON), Prompt.of(ON, ON), Prompt.of(ON)
				.with(HINT), Prompt.of(OFF), BOX.with(ON))));
	}

	@Test
	public void fullBatchesAreFollowedByOthers() {
		final List<Prompt> prompts = new ArrayList<>(Collections.nCopies(19, BOX));
		prompts.add(10, Prompt.of(ON));
		final List<List<Integer>> batches = PromptBatches.of(prompts);
		assertEquals(List.of(0, 1, 2, 3, 4, 5, 6, 7), batches.get(0));
		assertEquals(List.of(8, 9, 11, 12, 13, 14, 15, 16), batches.get(1));
		assertEquals(List.of(List.of(10), List.of(17, 18, 19)), batches.subList(2,
			4));
		assertEquals(Collections.emptyList(), PromptBatches.of(List.of()));
	}
}
