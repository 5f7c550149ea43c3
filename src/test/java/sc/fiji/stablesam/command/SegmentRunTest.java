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

package sc.fiji.stablesam.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

import ij.ImagePlus;
import ij.gui.NewImage;
import ij.gui.Overlay;
import ij.gui.Roi;
import sc.fiji.stablesam.NeedsScreen;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.SmallModel;
import sc.fiji.stablesam.StableSamException;
import sc.fiji.stablesam.TestImageJ;
import sc.fiji.stablesam.ij.call.SegmentParameters;

/** Tests {@link SegmentRun}. */
class SegmentRunTest {

	private static final SegmentParameters OVERLAY = SegmentParameters.builder()
		.prompts("overlay").output("overlay").device("cpu").build();

	@Test
	void refusesToRunWithoutAnImage() {
		assertTrue(assertThrows(StableSamException.class, () -> SegmentRun.of(null,
			OVERLAY)).getMessage().contains("no image"));
	}

	@Test
	void refusesToRunWithoutRois() {
		final ImagePlus imp = NewImage.createByteImage("empty", 9, 9, 1, 0);
		assertTrue(assertThrows(StableSamException.class, () -> SegmentRun.of(imp,
			OVERLAY)).getMessage().contains("'empty'"));
	}

	@Test
	void namesARoiThatCannotBeUsed() {
		final ImagePlus imp = NewImage.createByteImage("ramp", 64, 48, 1,
			NewImage.FILL_RAMP);
		final Roi outside = new Roi(500, 500, 20, 20);
		outside.setName("far away");
		imp.setOverlay(new Overlay(outside));
		final SegmentRun run = SegmentRun.of(imp, OVERLAY);
		final String message = assertThrows(StableSamException.class, () -> run
			.delivery(SmallModel.file(), Progress.NONE)).getMessage();
		assertTrue(message.contains("'far away'"), message);
	}

	@Test
	void leavesEverythingAsItWasWhenCancelledAtAnyStep() {
		final ImagePlus imp = withBox();
		SegmentRun.of(imp, OVERLAY).delivery(SmallModel.file(), Progress.NONE);
		final CountingProgress all = new CountingProgress(Integer.MAX_VALUE);
		SegmentRun.of(imp, OVERLAY).delivery(SmallModel.file(), all);
		assertTrue(all.asked > 3, "asked " + all.asked + " times");
		for (final int step : new int[] { 1, all.asked / 2, all.asked - 1,
			all.asked })
			assertThrows(CancellationException.class, () -> SegmentRun.of(imp,
				OVERLAY).delivery(SmallModel.file(), new CountingProgress(step)));
		assertEquals(1, imp.getOverlay().size());
		assertNull(imp.getRoi());
	}

	@NeedsScreen
	@Test
	void stopsWhenTheImageIsClosed() {
		TestImageJ.start();
		final ImagePlus imp = withBox();
		imp.show();
		final SegmentRun run = SegmentRun.of(imp, OVERLAY);
		final String message = assertThrows(StableSamException.class, () -> run
			.delivery(SmallModel.file(), new CountingProgress(Integer.MAX_VALUE)
			{

				@Override
				public void report(final String task, final double fraction) {
					imp.close();
				}
			})).getMessage();
		assertTrue(message.contains("'ramp' was closed"), message);
	}

	private static ImagePlus withBox() {
		final ImagePlus imp = NewImage.createByteImage("ramp", 64, 48, 1,
			NewImage.FILL_RAMP);
		imp.setOverlay(new Overlay(new Roi(10, 10, 20, 20)));
		return imp;
	}

	/** Cancels when it is asked for the nth time. */
	private static class CountingProgress implements Progress {

		private final int limit;
		private int asked;

		CountingProgress(final int limit) {
			this.limit = limit;
		}

		@Override
		public void report(final String task, final double fraction) {}

		@Override
		public synchronized boolean isCancelled() {
			return ++asked >= limit;
		}
	}
}
