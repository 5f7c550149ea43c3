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

package sc.fiji.stablesam.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.EventQueue;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.plugin.frame.Recorder;
import ij.plugin.frame.RoiManager;
import sc.fiji.stablesam.NeedsModel;
import sc.fiji.stablesam.NeedsScreen;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.RealModel;
import sc.fiji.stablesam.TestImageJ;
import sc.fiji.stablesam.ij.call.SegmentParameters;
import sc.fiji.stablesam.ij.drawing.Engine;
import sc.fiji.stablesam.ij.drawing.Hand;
import sc.fiji.stablesam.ij.SegmentedObject;
import sc.fiji.stablesam.ij.drawing.Action;
import sc.fiji.stablesam.ij.drawing.WhileDrawing;
import sc.fiji.stablesam.session.EncodedFiles;
import sc.fiji.stablesam.session.ModelCache;

/** What is recorded while a person draws makes the same objects again. */
@NeedsModel
@NeedsScreen
class DrawingRecorderTest {

	private final SegmentParameters parameters = SegmentParameters.builder()
		.model(RealModel.file().toString()).device("cpu").build();

	/** As the program has it. */
	private final class Recording implements WhileDrawing.Listener {

		private final DrawingRecorder recorder = new DrawingRecorder(
			() -> parameters);

		@Override
		public void accepted(final ImagePlus image, final SegmentedObject object) {
			recorder.accepted(image, object);
		}

		@Override
		public void withdrawn(final SegmentedObject object) {
			recorder.withdrawn(object);
		}
	}

	/** The picture that both of them draw on is encoded once. */
	@TempDir
	static Path encoded;

	private ImagePlus imp;
	private Hand hand;
	private Recorder recorder;
	private WhileDrawing drawing;

	@BeforeEach
	void open() throws Exception {
		TestImageJ.start();
		imp = IJ.openImage("test-images/nuclei-16bit-stack.tif");
		EventQueue.invokeAndWait(() -> {
			recorder = new Recorder(false);
			imp.show();
			imp.getWindow().setLocation(20, 150);
			imp.setSlice(2);
			drawing = new WhileDrawing(new Engine(loading -> ModelCache.shared().get(
				RealModel.file(), parameters.device(), loading), parameters.options(),
				500_000_000, Progress.NONE), new Recording());
			drawing.keepIn(Optional.of(new EncodedFiles(encoded, 500_000_000)));
		});
		hand = new Hand(imp);
	}

	@AfterEach
	void close() throws Exception {
		EventQueue.invokeAndWait(() -> {
			drawing.close();
			recorder.close();
			TestImageJ.tidy();
		});
	}

	private static Roi[] rois() throws InterruptedException {
		return Hand.see(() -> RoiManager.getInstance2() == null ? new Roi[0]
			: RoiManager.getInstance2().getRoisAsArray());
	}

	private void accept(final int count) throws InterruptedException {
		hand.type(KeyEvent.VK_T);
		Hand.await(count + " ROIs", () -> RoiManager.getInstance2() != null &&
			RoiManager.getInstance2().getCount() == count);
	}

	/** What was drawn is answered, thoroughly if it is the first of its masks. */
	private void settle() throws InterruptedException {
		Thread.sleep(500);
		Hand.await("an answer", () -> drawing.status().mask().filter(mask -> drawing
			.status().choice() > 0 || mask.quality().stability().isPresent())
			.isPresent());
	}

	private void acceptRectangle() throws InterruptedException {
		Hand.see(() -> IJ.setTool("rectangle"));
		hand.move(100, 60);
		hand.press();
		hand.drag(100, 60, 155, 104);
		hand.release();
		settle();
		accept(1);
	}

	@Test
	void whatIsUndoneIsNotRecorded() throws Exception {
		acceptRectangle();
		final String accepted = Hand.see(() -> recorder.getText());
		assertTrue(accepted.contains("drawn=box:100,60,"), accepted);
		Hand.see(() -> drawing.act(Action.UNDO));
		final String undone = Hand.see(() -> recorder.getText());
		assertFalse(undone.contains("drawn="), undone);
		assertFalse(undone.contains("Stack.setPosition"), undone);
		Hand.see(() -> drawing.act(Action.REDO));
		assertEquals(accepted, Hand.see(() -> recorder.getText()));
	}

	@Test
	void theMacroMakesTheSameObjects() throws Exception {
		acceptRectangle();
		Hand.see(() -> IJ.setTool("point"));
		hand.click(98, 144);
		hand.click(94, 154);
		settle();
		hand.type(KeyEvent.VK_TAB);
		hand.altClick(60, 120);
		settle();
		accept(2);
		Hand.see(() -> IJ.setTool("freehand"));
		hand.move(26, 96);
		hand.press();
		hand.drag(26, 96, 50, 84);
		hand.drag(50, 84, 56, 104);
		hand.drag(56, 104, 30, 112);
		hand.release();
		settle();
		Hand.see(() -> IJ.setTool("point"));
		hand.altClick(8, 40);
		settle();
		accept(3);
		final Roi[] drawn = rois();
		final String recorded = Hand.see(() -> recorder.getText());
		assertTrue(recorded.contains("drawn=box:100,60,"), recorded);
		assertTrue(recorded.contains(" mask:1 -"), recorded);
		assertTrue(recorded.contains(" area:"), recorded);

		EventQueue.invokeAndWait(() -> {
			drawing.close();
			recorder.close();
			RoiManager.getInstance2().reset();
			imp.setSlice(1);
		});
		final StringBuilder macro = new StringBuilder();
		for (final String line : recorded.split("\n"))
			if (line.startsWith("run(\"" + SegmentParameters.COMMAND) || line
				.startsWith("Stack.")) macro.append(line).append('\n');
		assertEquals(Optional.empty(), TestImageJ.runMacro(macro.toString()));
		final Roi[] made = rois();
		assertEquals(drawn.length, made.length, recorded);
		for (int i = 0; i < made.length; i++) {
			assertEquals(drawn[i], made[i], recorded);
			assertEquals(drawn[i].getPosition(), made[i].getPosition());
			assertEquals(drawn[i].getProperty("stable-sam.iou"), made[i].getProperty(
				"stable-sam.iou"));
		}
	}
}
