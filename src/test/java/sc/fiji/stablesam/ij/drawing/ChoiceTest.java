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

package sc.fiji.stablesam.ij.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.awt.Rectangle;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ij.IJ;
import sc.fiji.stablesam.NeedsModel;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.RealModel;
import sc.fiji.stablesam.ij.RoiPrompt;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Click;
import sc.fiji.stablesam.prompt.Prompt;
import sc.fiji.stablesam.session.DeviceChoice;
import sc.fiji.stablesam.session.ModelCache;
import sc.fiji.stablesam.session.PluginChoice;
import sc.fiji.stablesam.session.SegmentationOptions;
import sc.fiji.stablesam.session.SegmentationSession;

/**
 * Which mask somebody means who chose it in a preview. A box that fits exactly
 * is previewed with the plugin and answered without, so that the masks for it
 * come in another order.
 */
@NeedsModel
class ChoiceTest {

	private static final int CHOSEN = 3;

	private Present present;
	private Found preview;
	private Found answer;

	@BeforeEach
	void ask() {
		final Picture picture = Picture.of(IJ.openImage("test-images/" +
			DrawingTest.STACK + ".tif"));
		final SegmentationOptions options = SegmentationOptions.defaults();
		final Prompt box;
		try (SegmentationSession session = ModelCache.shared().get(RealModel.file(),
			DeviceChoice.CPU, Progress.NONE).open(picture.render(), Progress.NONE))
		{
			box = exact(session, options.with(PluginChoice.NONE));
			preview = Found.preview(session.preview(box, options), "SAM");
			answer = Found.of(session.candidates(box, options), "SAM");
		}
		present = Present.of(picture, RoiPrompt.of("selection", box).at(picture
			.plane()));
	}

	/** @return a box that what is found for it without a plugin fills */
	private static Prompt exact(final SegmentationSession session,
		final SegmentationOptions plain)
	{
		final Rectangle bounds = DrawingTest.FIRST.bounds(1);
		Prompt box = Prompt.of(Box.of(bounds.x, bounds.y, bounds.width,
			bounds.height));
		for (int i = 0; i < 3; i++) {
			final Mask filling = session.candidates(box, plain).get(0).mask();
			box = Prompt.of(Box.around(filling.interval()));
		}
		return box;
	}

	private int mostLike(final Mask seen) {
		int best = 0;
		for (int i = 1; i < answer.choices(); i++)
			if (answer.mask(i).iou(seen) > answer.mask(best).iou(seen)) best = i;
		return best;
	}

	@Test
	void theMaskThatWasSeenIsMeant() {
		present.stage().answered(preview);
		for (int i = 1; i <= CHOSEN; i++) {
			present = present.next();
			assertEquals(i, present.choice());
		}
		final Present refined = present.with(Click.background(1, 1));
		present.stage().answered(answer);
		final int alike = mostLike(preview.mask(CHOSEN));
		assertNotEquals(CHOSEN, alike);
		assertEquals(alike, present.choice());
		assertEquals(alike, present.prompt().refinement().choice());
		assertEquals(alike, refined.stage().choice());
		assertEquals(alike, refined.prompt().refinement().before().get().choice());
		present.stage().answered(answer.with(answer.mask(0)));
		assertEquals(alike, present.choice());
		assertEquals((alike + 1) % answer.choices(), present.next().choice());
	}

	/** Who chose nothing gets what the options choose. */
	@Test
	void nothingElseIsMeantThanTheFirst() {
		present.stage().answered(preview);
		present.stage().answered(answer);
		assertEquals(0, present.choice());
		present = present.next().next();
		assertEquals(2, present.choice());
		assertEquals(2, present.anew().choice());
	}
}
