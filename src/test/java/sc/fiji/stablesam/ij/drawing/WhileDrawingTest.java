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

import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImageJ;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.plugin.Duplicator;
import ij.plugin.frame.RoiManager;
import sc.fiji.stablesam.NeedsModel;
import sc.fiji.stablesam.NeedsScreen;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.prompt.Click;

/** A person who draws in the windows of a real ImageJ. */
@NeedsModel
@NeedsScreen
class WhileDrawingTest extends DrawingTest {

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
		final BufferedImage bare = hand.awaitLook();
		slice(2);
		final BufferedImage plain = hand.awaitOtherLook(bare);
		slice(1);
		hand.awaitLook(bare);
		tool("rectangle");
		answerBox(FIRST.bounds(2));
		Hand.see(() -> {
			imp.deleteRoi();
			return null;
		});
		final BufferedImage preview = hand.awaitOtherLook(bare);
		slice(2);
		hand.awaitLook(plain);
		hand.type(KeyEvent.VK_ENTER);
		assertNull(RoiManager.getInstance2());
		slice(1);
		hand.awaitLook(preview);
		hand.type(KeyEvent.VK_G);
		assertTrue(Hand.differences(preview, hand.look()) > 100);
	}

	/** Who has filtered the image since does not want to lose an object. */
	@Test
	void undoIsImageJsAfterAnEdit() throws Exception {
		tool("rectangle");
		answerBox(FIRST.bounds(2));
		hand.type(KeyEvent.VK_T);
		awaitRois(1);
		final int before = imp.getProcessor().get(60, 60);
		Hand.see(() -> {
			IJ.run(imp, "Add...", "value=5 slice");
			return null;
		});
		assertEquals(before + 5, imp.getProcessor().get(60, 60));
		hand.type(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
		Hand.await("undone filter", () -> imp.getProcessor().get(60, 60) == before);
		awaitRois(1);
		slice(2);
		answerBox(SECOND.bounds(5));
		hand.type(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
		assertFalse(drawing.scene(imp).present().isPresent());
		hand.type(KeyEvent.VK_CONTROL, KeyEvent.VK_Z);
		Hand.await("undone acceptance", () -> RoiManager.getInstance2()
			.getCount() == 0);
	}

	@Test
	void whatIsSavedHasNothingOfIt(@TempDir final Path folder) throws Exception {
		tool("rectangle");
		answerBox(FIRST.bounds(2));
		hand.type(KeyEvent.VK_T);
		awaitRois(1);
		assertEquals(1, imp.getOverlay().size());
		final String file = folder.resolve("saved.tif").toString();
		assertTrue(Hand.see(() -> IJ.saveAsTiff(imp, file)));
		assertNull(IJ.openImage(file).getOverlay());
		assertTrue(IJ.saveAsTiff(new Duplicator().run(imp), file));
		assertNull(IJ.openImage(file).getOverlay());
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
