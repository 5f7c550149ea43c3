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
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.EventQueue;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import sc.fiji.stablesam.NeedsModel;
import sc.fiji.stablesam.NeedsScreen;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.RealModel;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.prompt.Click;
import sc.fiji.stablesam.session.DeviceChoice;
import sc.fiji.stablesam.session.ModelCache;
import sc.fiji.stablesam.session.SegmentationOptions;

/** A person who draws in the windows of a real ImageJ. */
@NeedsModel
@NeedsScreen
class WhileDrawingTest {

	private static final String STACK = "nuclei-16bit-stack";
	private static final Truth FIRST = Truth.of(STACK + "-1");
	private static final Truth SECOND = Truth.of(STACK + "-2");

	private ImagePlus imp;
	private Hand hand;
	private WhileDrawing drawing;

	@BeforeEach
	void open() throws Exception {
		if (IJ.getInstance() == null) new ImageJ();
		imp = IJ.openImage("test-images/" + STACK + ".tif");
		EventQueue.invokeAndWait(() -> {
			IJ.getInstance().setVisible(true);
			IJ.getInstance().setLocation(0, 0);
			imp.show();
			imp.getWindow().setLocation(20, 150);
			imp.getCanvas().zoomIn(0, 0);
			imp.getCanvas().zoomIn(0, 0);
		});
		hand = new Hand(imp);
		final ModelCache models = ModelCache.shared();
		EventQueue.invokeAndWait(() -> drawing = new WhileDrawing(new Engine(
			loading -> models.get(RealModel.file(), DeviceChoice.CPU, loading),
			SegmentationOptions.defaults(), 500_000_000, Progress.NONE), (image,
				object) -> {}));
	}

	@AfterEach
	void close() throws Exception {
		EventQueue.invokeAndWait(() -> {
			drawing.close();
			imp.changes = false;
			imp.close();
			if (RoiManager.getInstance2() != null) RoiManager.getInstance2().close();
		});
	}

	private void slice(final int slice) throws InterruptedException {
		Hand.see(() -> {
			imp.setSlice(slice);
			return null;
		});
		// NB: ImageJ draws on a thread of its own.
		Thread.sleep(600);
	}

	/** @param tool as macros call it */
	private static void tool(final String tool) throws InterruptedException {
		Hand.see(() -> IJ.setTool(tool));
	}

	/** A loose rectangle round an object; the button stays down. */
	private void drawBox(final Rectangle bounds) {
		final double x0 = bounds.x - 0.1 * bounds.width;
		final double y0 = bounds.y - 0.1 * bounds.height;
		hand.move(x0, y0);
		hand.press();
		hand.drag(x0, y0, bounds.getMaxX() + 0.1 * bounds.width, bounds.getMaxY() +
			0.1 * bounds.height);
	}

	/** A loose rectangle round an object that has been answered. */
	private void answerBox(final Rectangle bounds) throws InterruptedException {
		drawBox(bounds);
		hand.release();
		awaitAnswer("answer to the rectangle", 0);
	}

	private void clickOn(final Rectangle bounds) {
		hand.click(bounds.getCenterX(), bounds.getCenterY());
	}

	private void awaitAnswer(final String what, final int clicks)
		throws InterruptedException
	{
		Hand.await(what, () -> drawing.scene(imp).present().filter(
			present -> present.stage().prompt().clicks().size() == clicks).flatMap(
				Present::found).filter(Found::isThorough).isPresent());
	}

	private Present present() throws InterruptedException {
		return Hand.see(() -> drawing.scene(imp).present().get());
	}

	private static void awaitRois(final int count) throws InterruptedException {
		Hand.await(count + " ROIs", () -> RoiManager.getInstance2() != null &&
			RoiManager.getInstance2().getCount() == count);
	}

	private static Roi roi(final int index) throws InterruptedException {
		return Hand.see(() -> RoiManager.getInstance2().getRoi(index));
	}

	@Test
	void aRectangleIsAnsweredWhileItIsDrawn() throws Exception {
		tool("rectangle");
		drawBox(FIRST.bounds(1));
		Hand.await("preview", () -> drawing.scene(imp).present().flatMap(
			Present::found).isPresent());
		final Mask early = present().found().get().mask(0);
		hand.screenshot("drawing-1-preview");
		hand.drag(190, 90, 186, 130);
		hand.release();
		awaitAnswer("answer", 0);
		assertNotEquals(early, present().found().get().mask(0));
		assertNull(RoiManager.getInstance2());
		hand.screenshot("drawing-2-drawn");
		hand.type(KeyEvent.VK_ESCAPE);
		Hand.await("end", () -> !drawing.scene(imp).present().isPresent());
		assertNull(imp.getOverlay());
		assertNull(imp.getRoi());
	}

	@Test
	void objectsAreAcceptedRefinedAndUndone() throws Exception {
		tool("rectangle");
		answerBox(FIRST.bounds(1));
		hand.type(KeyEvent.VK_ENTER);
		awaitRois(1);
		assertEquals("SAM-0001", roi(0).getName());
		assertTrue(FIRST.iou(1, roi(0)) >= 0.8, "IoU " + FIRST.iou(1, roi(0)));
		assertNull(imp.getRoi());
		hand.screenshot("drawing-3-accepted");

		tool("point");
		clickOn(FIRST.bounds(3));
		awaitAnswer("answer to the click", 1);
		hand.screenshot("drawing-4-click");
		hand.click(40, 96);
		awaitAnswer("answer to two clicks", 2);
		hand.altClick(8, 40);
		awaitAnswer("answer to the Alt-click", 3);
		hand.screenshot("drawing-5-refined");
		assertEquals(List.of(true, true, false), present().stage().prompt().clicks()
			.stream().map(Click::isForeground).collect(Collectors.toList()));
		hand.type(KeyEvent.VK_TAB);
		assertEquals(1, present().choice());
		hand.screenshot("drawing-6-other-mask");
		hand.type(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
		assertEquals(0, present().choice());
		hand.type(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
		assertEquals(2, present().stage().prompt().clicks().size());
		hand.type(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_Z);
		assertEquals(3, present().stage().prompt().clicks().size());
		hand.type(KeyEvent.VK_T);
		awaitRois(2);
		assertTrue(FIRST.iou(3, roi(1)) >= 0.8, "IoU " + FIRST.iou(3, roi(1)));
		hand.type(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
		awaitRois(1);
		hand.type(KeyEvent.VK_CONTROL, KeyEvent.VK_SHIFT, KeyEvent.VK_Z);
		awaitRois(2);
		assertEquals(List.of("SAM-0001", "SAM-0002"), List.of(roi(0).getName(), roi(
			1).getName()));

		slice(2);
		tool("rectangle");
		answerBox(SECOND.bounds(5));
		hand.screenshot("drawing-7-next-slice");
		hand.type(KeyEvent.VK_T);
		awaitRois(3);
		assertTrue(SECOND.iou(5, roi(2)) >= 0.8, "IoU " + SECOND.iou(5, roi(2)));
		assertEquals(List.of(1, 1, 2), List.of(roi(0).getPosition(), roi(1)
			.getPosition(), roi(2).getPosition()));
	}

	@Test
	void anAcceptedObjectIsPickedUpAgain() throws Exception {
		tool("rectangle");
		answerBox(FIRST.bounds(2));
		hand.type(KeyEvent.VK_T);
		awaitRois(1);
		final int area = Hand.see(() -> drawing.scene(imp).accepted().get(0)
			.object().mask().area());

		tool("point");
		clickOn(FIRST.bounds(2));
		awaitAnswer("object that was picked up", 0);
		assertNull(imp.getRoi());
		awaitRois(1);
		hand.type(KeyEvent.VK_ESCAPE);
		awaitRois(1);
		assertEquals(area, roi(0).getStatistics().pixelCount);

		clickOn(FIRST.bounds(2));
		awaitAnswer("object that was picked up", 0);
		hand.click(190, 70);
		awaitAnswer("refined object", 1);
		hand.type(KeyEvent.VK_T);
		Hand.await("refined ROI", () -> RoiManager.getInstance2().getRoi(0)
			.getStatistics().pixelCount != area);
		assertEquals(1, Hand.see(() -> RoiManager.getInstance2().getCount()));
		assertEquals("SAM-0001", roi(0).getName());
		hand.type(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
		assertEquals(area, roi(0).getStatistics().pixelCount);
	}

	/** Who empties the ROI Manager does not want to see them any more. */
	@Test
	void whatIsDeletedIsNotShown() throws Exception {
		tool("rectangle");
		answerBox(FIRST.bounds(2));
		Hand.see(() -> {
			imp.deleteRoi();
			return null;
		});
		hand.type(KeyEvent.VK_T);
		awaitRois(1);
		final BufferedImage accepted = hand.look();
		Hand.see(() -> RoiManager.getInstance2().runCommand("reset"));
		Hand.see(() -> {
			imp.draw();
			return null;
		});
		assertTrue(Hand.differences(accepted, hand.look()) > 20);
		tool("point");
		clickOn(FIRST.bounds(2));
		awaitAnswer("new object", 1);
	}

	/** The other point tool keeps all points in one selection. */
	@Test
	void pointsOfOneSelectionAreClicksOnOneObject() throws Exception {
		tool("multipoint");
		clickOn(FIRST.bounds(3));
		awaitAnswer("answer to the click", 1);
		hand.click(38, 97);
		awaitAnswer("answer to two clicks", 2);
		hand.altClick(8, 40);
		awaitAnswer("answer to the Alt-click", 3);
		assertEquals(List.of(true, true, false), present().stage().prompt().clicks()
			.stream().map(Click::isForeground).collect(Collectors.toList()));
		assertEquals(3, imp.getRoi().size());
	}

	/** What belongs to one slice is not seen on another. */
	@Test
	void aPreviewStaysOnItsSlice() throws Exception {
		slice(2);
		final BufferedImage plain = hand.look();
		slice(1);
		tool("rectangle");
		answerBox(FIRST.bounds(2));
		Hand.see(() -> {
			imp.deleteRoi();
			return null;
		});
		final BufferedImage preview = hand.look();
		slice(2);
		assertEquals(0, Hand.differences(plain, hand.look()));
		hand.type(KeyEvent.VK_ENTER);
		assertNull(RoiManager.getInstance2());
		slice(1);
		assertEquals(0, Hand.differences(preview, hand.look()));
		hand.type(KeyEvent.VK_G);
		assertTrue(Hand.differences(preview, hand.look()) > 100);
	}

	@Test
	void switchedOffItLeavesNothing() throws Exception {
		final int listeners = imp.getCanvas().getMouseListeners().length;
		final Overlay overlay = new Overlay(new Roi(1, 2, 3, 4));
		Hand.see(() -> {
			imp.setOverlay(overlay);
			return null;
		});
		tool("point");
		clickOn(FIRST.bounds(4));
		awaitAnswer("answer", 1);
		assertEquals(2, imp.getOverlay().size());
		Hand.see(() -> {
			drawing.close();
			return null;
		});
		assertSame(overlay, imp.getOverlay());
		assertEquals(1, overlay.size());
		assertEquals(listeners, imp.getCanvas().getMouseListeners().length);
		clickOn(FIRST.bounds(3));
		assertEquals(1, overlay.size());
		Hand.await("end of the threads", () -> Thread.getAllStackTraces().keySet()
			.stream().noneMatch(thread -> thread.getName().startsWith(
				"Stable-SAM while")));
	}
}
