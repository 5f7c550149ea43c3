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

import java.awt.EventQueue;
import java.awt.Rectangle;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.RealModel;
import sc.fiji.stablesam.session.DeviceChoice;
import sc.fiji.stablesam.session.EncodedFiles;
import sc.fiji.stablesam.session.ModelCache;
import sc.fiji.stablesam.session.SegmentationOptions;

/** A test image in a window of a real ImageJ, with drawing switched on. */
abstract class DrawingTest {

	static final String STACK = "nuclei-16bit-stack";
	static final Truth FIRST = Truth.of(STACK + "-1");
	static final Truth SECOND = Truth.of(STACK + "-2");

	private static final long ROOM = 1_000_000_000;

	/** Pictures that are seen in many tests are encoded once. */
	@TempDir
	static Path encoded;

	ImagePlus imp;
	Hand hand;
	WhileDrawing drawing;

	@BeforeEach
	final void open() throws Exception {
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
		final Engine engine = new Engine(loading -> models.get(RealModel.file(),
			DeviceChoice.CPU, loading), SegmentationOptions.defaults(), 500_000_000,
			Progress.NONE);
		engine.cache().keepIn(Optional.of(new EncodedFiles(encoded, ROOM)));
		EventQueue.invokeAndWait(() -> drawing = new WhileDrawing(engine, (image,
			object) -> {}));
	}

	@AfterEach
	final void close() throws Exception {
		EventQueue.invokeAndWait(() -> {
			drawing.close();
			imp.changes = false;
			imp.close();
			if (RoiManager.getInstance2() != null) RoiManager.getInstance2().close();
		});
	}

	void slice(final int slice) throws InterruptedException {
		Hand.see(() -> {
			imp.setSlice(slice);
			return null;
		});
		// NB: ImageJ draws on a thread of its own.
		Thread.sleep(600);
	}

	/** @param tool as macros call it */
	static void tool(final String tool) throws InterruptedException {
		Hand.see(() -> IJ.setTool(tool));
	}

	/** A loose rectangle round an object; the button stays down. */
	void drawBox(final Rectangle bounds) {
		final double x0 = bounds.x - 0.1 * bounds.width;
		final double y0 = bounds.y - 0.1 * bounds.height;
		hand.move(x0, y0);
		hand.press();
		hand.drag(x0, y0, bounds.getMaxX() + 0.1 * bounds.width, bounds.getMaxY() +
			0.1 * bounds.height);
	}

	/** A loose rectangle round an object that has been answered. */
	void answerBox(final Rectangle bounds) throws InterruptedException {
		drawBox(bounds);
		hand.release();
		awaitAnswer("answer to the rectangle", 0);
	}

	void clickOn(final Rectangle bounds) {
		hand.click(bounds.getCenterX(), bounds.getCenterY());
	}

	void awaitAnswer(final String what, final int clicks)
		throws InterruptedException
	{
		Hand.await(what, () -> drawing.scene(imp).present().filter(
			present -> present.stage().prompt().clicks().size() == clicks).flatMap(
				Present::found).filter(Found::isThorough).isPresent());
	}

	Present present() throws InterruptedException {
		return Hand.see(() -> drawing.scene(imp).present().get());
	}

	static void awaitRois(final int count) throws InterruptedException {
		Hand.await(count + " ROIs", () -> RoiManager.getInstance2() != null &&
			RoiManager.getInstance2().getCount() == count);
	}

	static Roi roi(final int index) throws InterruptedException {
		return Hand.see(() -> RoiManager.getInstance2().getRoi(index));
	}
}
