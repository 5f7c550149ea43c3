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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import sc.fiji.stablesam.NeedsModel;
import sc.fiji.stablesam.NeedsScreen;
import sc.fiji.stablesam.RealModel;
import sc.fiji.stablesam.ij.PointsMode;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.session.DeviceChoice;
import sc.fiji.stablesam.session.ModelCache;
import sc.fiji.stablesam.session.PluginChoice;
import sc.fiji.stablesam.session.SegmentationOptions;

/** People who draw in other ways than most. */
@NeedsModel
@NeedsScreen
class DrawingHabitsTest extends DrawingTest {

	private void use(final DrawingOptions options) throws InterruptedException {
		Hand.see(() -> {
			drawing.use(options);
			return null;
		});
	}

	private static List<String> names() throws InterruptedException {
		return Hand.see(() -> Arrays.stream(RoiManager.getInstance2()
			.getRoisAsArray()).map(Roi::getName).collect(Collectors.toList()));
	}

	/** Nobody waits for answers, and no object is lost. */
	@Test
	void allThatIsDrawnIsAccepted() throws Exception {
		use(DrawingOptions.defaults().acceptingAll(true));
		tool("rectangle");
		final int[] objects = { 1, 2, 4 };
		for (final int object : objects) {
			drawBox(FIRST.bounds(object));
			hand.release();
		}
		awaitRois(objects.length);
		assertEquals(List.of("SAM-0001", "SAM-0002", "SAM-0003"), names());
		for (int i = 0; i < objects.length; i++)
			assertTrue(FIRST.iou(objects[i], roi(i)) >= 0.8, "IoU " + FIRST.iou(
				objects[i], roi(i)));
		assertFalse(drawing.scene(imp).present().isPresent());

		tool("point");
		final int area = roi(2).getStatistics().pixelCount;
		final Rectangle bounds = FIRST.bounds(4);
		hand.altClick(bounds.x + bounds.width / 4, bounds.getCenterY());
		Hand.await("refined object", () -> RoiManager.getInstance2().getRoi(2)
			.getStatistics().pixelCount != area);
		assertEquals(List.of("SAM-0001", "SAM-0002", "SAM-0003"), names());
		hand.type(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
		assertEquals(area, roi(2).getStatistics().pixelCount);
	}

	/** A preview is good enough to be seen, not to be kept. */
	@Test
	void whoAcceptsAPreviewGetsTheAnswer() throws Exception {
		tool("rectangle");
		drawBox(FIRST.bounds(1));
		Hand.await("preview", () -> drawing.scene(imp).present().flatMap(
			Present::found).isPresent());
		final Stage stage = present().stage();
		assertTrue(stage.found().get().isPreview());
		assertTrue(Hand.see(() -> drawing.act(Action.ACCEPT)));
		awaitRois(1);
		final Found found = stage.found().get();
		assertTrue(found.isThorough());
		assertEquals(found.mask(0).area(), roi(0).getStatistics().pixelCount);
		hand.release();
	}

	/** It is answered as thoroughly as if nothing had been chosen. */
	@Test
	void theMaskChosenInAPreviewIsMeantInTheAnswer() throws Exception {
		tool("rectangle");
		drawBox(FIRST.bounds(1));
		Hand.await("preview", () -> drawing.scene(imp).present().flatMap(
			Present::found).isPresent());
		assertTrue(Hand.see(() -> drawing.act(Action.NEXT_MASK)));
		assertEquals(1, present().choice());
		final Mask seen = present().found().get().mask(1);
		assertTrue(present().found().get().isPreview());
		hand.release();
		awaitAnswer("answer", 0);
		final Found found = present().found().get();
		final int meant = present().choice();
		for (int i = 1; i < found.choices(); i++)
			assertTrue(found.mask(meant).iou(seen) >= found.mask(i).iou(seen));
		assertTrue(found.mask(meant).iou(seen) > found.mask(0).iou(seen));
		assertTrue(Hand.see(() -> drawing.act(Action.ACCEPT)));
		awaitRois(1);
		assertEquals(found.mask(meant).area(), roi(0).getStatistics().pixelCount);
	}

	@Test
	void eachClickIsAnObject() throws Exception {
		use(DrawingOptions.defaults().with(PointsMode.EACH).acceptingAll(true));
		tool("point");
		clickOn(FIRST.bounds(3));
		clickOn(FIRST.bounds(4));
		awaitRois(2);
		assertTrue(FIRST.iou(4, roi(1)) > 0.5, "IoU " + FIRST.iou(4, roi(1)));

		use(DrawingOptions.defaults().with(PointsMode.EACH));
		clickOn(FIRST.bounds(1));
		awaitAnswer("answer", 1);
		hand.altClick(FIRST.bounds(1).x - 8, FIRST.bounds(1).y - 8);
		awaitAnswer("refined answer", 2);
		clickOn(FIRST.bounds(2));
		awaitAnswer("answer to another object", 1);
		awaitRois(2);
	}

	/** The overlay is the person's, too: only what is ours is undone. */
	@Test
	void objectsGoToTheOverlay() throws Exception {
		final Roi theirs = new Roi(1, 2, 3, 4);
		Hand.see(() -> {
			imp.setOverlay(new Overlay(theirs));
			return null;
		});
		use(DrawingOptions.defaults().with(Target.OVERLAY));
		tool("rectangle");
		answerBox(FIRST.bounds(1));
		hand.type(KeyEvent.VK_T);
		assertEquals("SAM-0001", imp.getOverlay().get(1).getName());
		assertTrue(FIRST.iou(1, imp.getOverlay().get(1)) >= 0.8);
		assertNull(RoiManager.getInstance2());
		hand.type(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
		assertNull(imp.getOverlay().get("SAM-0001"));
		hand.type(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_Z);
		answerBox(FIRST.bounds(2));
		use(DrawingOptions.defaults());
		hand.type(KeyEvent.VK_T);
		awaitRois(1);
		assertEquals("SAM-0002", roi(0).getName());

		final ImagePlus labels = Hand.see(() -> drawing.labelImage().get());
		final Rectangle second = FIRST.bounds(2);
		labels.setSlice(1);
		assertEquals(2, labels.getProcessor().get((int) second.getCenterX(),
			(int) second.getCenterY()));
		assertEquals(roi(0).getStatistics().pixelCount, labels.getProcessor()
			.getHistogram()[2]);
		Hand.see(() -> {
			drawing.close();
			return null;
		});
		assertEquals(2, imp.getOverlay().size());
		assertSame(theirs, imp.getOverlay().get(0));
	}

	@Test
	void anotherNetworkAnswersWhatIsDrawn() throws Exception {
		tool("rectangle");
		answerBox(FIRST.bounds(2));
		final Found before = present().found().get();
		assertTrue(before.modelName().contains(" + "), before.modelName());
		Hand.see(() -> {
			drawing.use(loading -> ModelCache.shared().get(RealModel.file(),
				DeviceChoice.CPU, loading), SegmentationOptions.defaults().with(
					PluginChoice.NONE));
			return null;
		});
		awaitAnswer("answer without plugin", 0);
		final Found after = present().found().get();
		assertFalse(after.modelName().contains(" + "), after.modelName());
		assertFalse(after.mask(0).quality().routingWeight().isPresent());
		assertNotEquals(before.mask(0), after.mask(0));
	}

	/** Who cancels can go on. */
	@Test
	void encodingIsCancelled() throws Exception {
		final CountDownLatch begun = new CountDownLatch(1);
		final CountDownLatch cancelled = new CountDownLatch(1);
		Hand.see(() -> {
			drawing.use(loading -> {
				begun.countDown();
				await(cancelled);
				loading.checkCancelled();
				return ModelCache.shared().get(RealModel.file(), DeviceChoice.CPU,
					loading);
			}, SegmentationOptions.defaults());
			return null;
		});
		tool("rectangle");
		drawBox(FIRST.bounds(1));
		hand.release();
		await(begun);
		Hand.see(() -> {
			drawing.cancel();
			return null;
		});
		cancelled.countDown();
		Thread.sleep(500);
		assertFalse(present().found().isPresent());
		answerBox(FIRST.bounds(2));
	}

	private static void await(final CountDownLatch latch) {
		try {
			assertTrue(latch.await(60, TimeUnit.SECONDS));
		}
		catch (final InterruptedException exc) {
			throw new AssertionError(exc);
		}
	}

	@Test
	void otherToolsAreLeftAlone() throws Exception {
		Hand.see(() -> {
			drawing.followOnly(() -> "point".equals(IJ.getToolName()));
			return null;
		});
		tool("rectangle");
		drawBox(FIRST.bounds(1));
		hand.release();
		assertFalse(Hand.see(() -> drawing.scene(imp).present().isPresent()));
		assertFalse(Hand.see(() -> drawing.act(Action.ACCEPT)));
		tool("point");
		clickOn(FIRST.bounds(3));
		awaitAnswer("answer", 1);
		assertTrue(Hand.see(() -> drawing.status().allows(Action.ACCEPT)));
	}
}
