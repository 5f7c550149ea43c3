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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Checkbox;
import java.awt.Choice;
import java.awt.EventQueue;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.nio.file.Paths;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.measure.ResultsTable;
import ij.plugin.frame.Recorder;
import ij.plugin.frame.RoiManager;
import sc.fiji.stablesam.NeedsModel;
import sc.fiji.stablesam.NeedsScreen;
import sc.fiji.stablesam.RealModel;
import sc.fiji.stablesam.TestImageJ;
import sc.fiji.stablesam.ij.call.SegmentParameters;
import sc.fiji.stablesam.ij.drawing.Hand;

/** Tests {@link SegmentRois} with the real model in a real ImageJ. */
@NeedsScreen
@NeedsModel
class SegmentRoisMacroTest {

	private static final int SETTLED_MS = 1000;
	private static final int TIME_OUT_MS = 400_000;
	private static final String HOME = "stable-sam.home";
	private static final String LABELS = "nuclei-8bit-labels";

	private String open;
	private String model;

	@BeforeEach
	void start() {
		TestImageJ.start();
		open = "open('" + Paths.get("test-images", "nuclei-8bit.tif")
			.toAbsolutePath() + "');\n";
		model = "model=[" + RealModel.file() + "]";
		System.setProperty(HOME, RealModel.file().getParent().toString());
	}

	@AfterEach
	void tidy() {
		System.clearProperty(HOME);
		if (Recorder.getInstance() != null) Recorder.getInstance().close();
		TestImageJ.tidy();
	}

	@Test
	void appendsToTheRoiManager() throws InterruptedException {
		assertEquals(Optional.empty(), TestImageJ.runMacro(open +
			"makeOval(1, 2, 3, 4);\nroiManager('add');\n" +
			"makeRectangle(29, 1, 73, 76);\n" + run("output=both measure")));
		final RoiManager manager = RoiManager.getInstance();
		assertEquals(2, manager.getCount());
		assertEquals("SAM-0001", manager.getRoi(1).getName());
		final ImagePlus labels = WindowManager.getCurrentImage();
		assertEquals(1, labels.getStatistics().max, 0);
		final ResultsTable table = ResultsTable.getResultsTable(
			ResultsWindow.TITLE);
		assertEquals(1, table.size());
		assertEquals(table.getValue("area_px", 0), manager.getRoi(1)
			.getStatistics().pixelCount, 0);
		WindowManager.getFrame(ResultsWindow.TITLE).dispose();
	}

	@ParameterizedTest
	@ValueSource(strings = { "false", "true" })
	void makesTheLabelImageTheCurrentOne(final String batch)
		throws InterruptedException
	{
		assertEquals(Optional.empty(), TestImageJ.runMacro("setBatchMode(" + batch +
			");\n" + open + "makeRectangle(29, 1, 73, 76);\n" + run(
				"output=[label image]") +
			"call('ij.Prefs.set', 'stable-sam.title', getTitle());\n" +
			"call('ij.Prefs.set', 'stable-sam.value', getPixel(65, 38));"));
		assertTrue(ij.Prefs.get("stable-sam.title", "").startsWith(LABELS), ij.Prefs
			.get("stable-sam.title", ""));
		assertEquals("1", ij.Prefs.get("stable-sam.value", ""));
	}

	@Test
	void replaysWhatIsRecorded() throws Exception {
		IJ.runMacro(open +
			"makeRectangle(29, 1, 73, 76);\nOverlay.addSelection;\n" +
			"makePoint(155, 239);\nOverlay.addSelection;\nrun('Select None');");
		final Recorder recorder = new Recorder();
		IJ.doCommand(SegmentParameters.COMMAND);
		assertTrue(waitFor(() -> GenericDialog.getInstance() != null &&
			GenericDialog.getInstance().isShowing()));
		final GenericDialog dialog = GenericDialog.getInstance();
		IJ.wait(SETTLED_MS);
		new Hand(null).screenshot("segment-dialog");
		final int precision = 4;
		((Choice) dialog.getChoices().get(precision)).select("float32");
		final int output = 6;
		((Choice) dialog.getChoices().get(output)).select("label image");
		final int stability = 1;
		((Checkbox) dialog.getCheckboxes().get(stability)).setState(false);
		press(dialog);
		assertTrue(waitFor(() -> current(LABELS)));
		final short[] expected = labels();
		final String recorded = recorder.getText().lines().filter(line -> line
			.contains(SegmentParameters.COMMAND)).findFirst().orElse("");
		assertTrue(recorded.contains("prompts=overlay"), recorder.getText());
		assertTrue(recorded.contains("plugin=auto"), recorded);
		assertTrue(recorded.contains("precision=float32"), recorded);
		assertTrue(recorded.contains("stability=false"), recorded);
		recorder.close();
		WindowManager.getCurrentImage().close();
		for (final String batch : new String[] { "", "setBatchMode(true);\n" }) {
			assertEquals(Optional.empty(), TestImageJ.runMacro(batch + recorded +
				"\nsetBatchMode('exit and display');"));
			assertArrayEquals(expected, labels());
			WindowManager.getCurrentImage().close();
		}
	}

	@Test
	void changesNothingWhenEscapeIsPressed() throws InterruptedException {
		final AtomicBoolean over = new AtomicBoolean();
		final Thread escape = new Thread(() -> {
			waitFor(() -> IJ.macroRunning());
			while (!over.get()) {
				IJ.setKeyDown(KeyEvent.VK_ESCAPE);
				IJ.wait(50);
			}
		});
		escape.start();
		TestImageJ.runMacro(open + "makeRectangle(29, 1, 73, 76);\n" + run(
			"output=both") + "newImage('Went on', '8-bit black', 9, 9, 1);");
		over.set(true);
		escape.join();
		assertNull(WindowManager.getImage("Went on"));
		assertEquals(1, WindowManager.getImageCount());
		assertNull(RoiManager.getInstance());
	}

	private String run(final String options) {
		return "run('" + SegmentParameters.COMMAND + "', '" + model +
			" device=cpu " + options + "');\n";
	}

	private static short[] labels() {
		return (short[]) WindowManager.getCurrentImage().getProcessor()
			.getPixelsCopy();
	}

	private static boolean current(final String title) {
		final ImagePlus imp = WindowManager.getCurrentImage();
		return imp != null && imp.getTitle().startsWith(title);
	}

	/**
	 * NB: A dialog that goes before its events are waited for leaves whoever
	 * showed it waiting for ever.
	 */
	private static void press(final GenericDialog dialog) {
		IJ.wait(SETTLED_MS);
		EventQueue.invokeLater(() -> dialog.actionPerformed(new ActionEvent(dialog
			.getButtons()[0], ActionEvent.ACTION_PERFORMED, "OK")));
	}

	private static boolean waitFor(final BooleanSupplier condition) {
		final long end = System.currentTimeMillis() + TIME_OUT_MS;
		while (!condition.getAsBoolean() && System.currentTimeMillis() < end)
			IJ.wait(20);
		return condition.getAsBoolean();
	}
}
