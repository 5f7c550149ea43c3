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
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Point;
import java.awt.event.KeyEvent;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Menus;
import ij.Prefs;
import ij.WindowManager;
import ij.plugin.frame.RoiManager;
import sc.fiji.stablesam.NeedsModel;
import sc.fiji.stablesam.NeedsScreen;
import sc.fiji.stablesam.RealModel;
import sc.fiji.stablesam.TestImageJ;
import sc.fiji.stablesam.ij.drawing.Hand;
import sc.fiji.stablesam.session.DeviceChoice;
import sc.fiji.stablesam.session.PrecisionChoice;

/** A person who uses the panel and the tool beside the images. */
@NeedsModel
@NeedsScreen
class DrawingPanelTest {

	private static final String NONE = "\u2013";
	private static final String LABELS = "nuclei-8bit-labels";
	private static final String ON = "Stable-SAM While Drawing";

	/** Where the ROI Manager does not cover it. */
	private static final Point PLACE = new Point(740, 90);

	private static final String HOME = "stable-sam.home";

	/** Where the picture is kept that all of them draw on. */
	@TempDir
	static Path home;

	private ImagePlus imp;
	private Hand hand;

	@BeforeEach
	@SuppressWarnings("unchecked")
	void open() throws Exception {
		if (IJ.getInstance() == null) new ImageJ();
		Menus.getCommands().put(ON, WhileDrawingSwitch.class.getName());
		Menus.getCommands().put(DrawingTool.NAME, DrawingTool.class.getName());
		Prefs.set("stable-sam.drawing.model", RealModel.file().toString());
		Prefs.set("stable-sam.drawing.device", "cpu");
		Prefs.set("stable-sam.drawing.panel", true);
		Prefs.set("stable-sam.drawing.keep", true);
		System.setProperty(HOME, home.toString());
		Prefs.saveLocation("stable-sam.drawing.loc", PLACE);
		EventQueue.invokeAndWait(() -> {
			IJ.getInstance().setVisible(true);
			IJ.getInstance().setLocation(0, 0);
			imp = IJ.openImage("test-images/nuclei-8bit.tif");
			imp.show();
			imp.getWindow().setLocation(20, 130);
			IJ.setTool("rectangle");
		});
		hand = new Hand(imp);
	}

	@AfterEach
	void close() throws Exception {
		EventQueue.invokeAndWait(() -> {
			DrawingRun.current().ifPresent(DrawingRun::close);
			IJ.setTool("rectangle");
			TestImageJ.tidy();
		});
		for (final String choice : new String[] { "model", "device", "precision",
			"plugin", "each", "accept", "overlay", "keep" })
			Prefs.set("stable-sam.drawing." + choice, null);
		System.clearProperty(HOME);
	}

	@AfterAll
	static void thePictureWasKeptOnce() throws IOException {
		final Path encoded = home.resolve("encoded");
		if (!Files.exists(encoded)) return; // as without a screen
		try (Stream<Path> kept = Files.list(encoded)) {
			assertEquals(1, kept.count());
		}
	}

	private static Optional<Frame> panel() {
		return Arrays.stream(Frame.getFrames()).filter(frame -> frame.isVisible() &&
			DrawingPanel.TITLE.equals(frame.getTitle())).findFirst();
	}

	private static Stream<Component> parts(final Container container) {
		return Arrays.stream(container.getComponents()).flatMap(part -> Stream
			.concat(Stream.of(part), part instanceof Container ? parts(
				(Container) part) : Stream.empty()));
	}

	private static <C> C find(final Class<C> type, final Predicate<C> wanted) {
		return parts(panel().get()).filter(type::isInstance).map(type::cast).filter(
			wanted).findFirst().get();
	}

	private static AbstractButton button(final String text) {
		return find(AbstractButton.class, button -> text.equals(button.getText()));
	}

	/** @return what stands beside a name; for the event thread */
	private static String told(final String name) {
		return ((JLabel) find(JLabel.class, label -> name.equals(label.getText()))
			.getLabelFor()).getText();
	}

	private static String figure(final String name) throws InterruptedException {
		return Hand.see(() -> told(name));
	}

	private static void awaitFigure(final String name, final String value)
		throws InterruptedException
	{
		Hand.await(name + " " + value, () -> value.equals(told(name)));
	}

	private void push(final String text) throws InterruptedException {
		hand.push(Hand.see(() -> button(text)));
	}

	private static void switchOnOrOff() throws InterruptedException {
		Hand.see(() -> {
			IJ.run(ON);
			return null;
		});
		// NB: X11 moves new windows after Java has shown them.
		Hand.await("the panel in its place", () -> panel().map(panel -> PLACE
			.equals(panel.getLocation())).orElse(true));
	}

	private static void awaitRois(final int count) throws InterruptedException {
		Hand.await(count + " ROIs", () -> RoiManager.getInstance2() != null &&
			RoiManager.getInstance2().getCount() == count);
	}

	private void awaitStability() throws InterruptedException {
		Hand.await("figures", () -> !NONE.equals(told("Stability")));
	}

	private void drawBox() {
		hand.move(27, 2);
		hand.press();
		hand.drag(27, 2, 104, 80);
	}

	@Test
	void thePanelTellsAndDoes() throws Exception {
		switchOnOrOff();
		assertEquals(NONE, figure("Area"));
		assertFalse(Hand.see(() -> button("Accept").isEnabled()));
		drawBox();
		Hand.await("preview", () -> button("Accept").isEnabled());
		hand.screenshot("panel-1-preview");
		assertEquals(NONE, figure("Stability"));
		hand.release();
		awaitStability();
		final String area = figure("Area");
		assertTrue(area.matches("\\d+ pixels.*"), area);
		assertEquals("1 of 4", figure("Mask"));
		assertTrue(Double.parseDouble(figure("Predicted IoU")) > 0.5);
		assertTrue(Double.parseDouble(figure("Routing weight")) > 0);
		assertEquals("1.00", figure("Familiarity"));
		hand.screenshot("panel-2-answer");

		push("Next mask");
		awaitFigure("Mask", "2 of 4");
		push("Undo");
		awaitFigure("Mask", "1 of 4");
		push("Accept");
		awaitRois(1);
		awaitFigure("Accepted", "1");
		hand.screenshot("panel-4-accepted");
		assertEquals(NONE, figure("Area"));
		push("Label image");
		Hand.await("label image", () -> WindowManager.getImage(LABELS) != null);
		assertEquals(area.split(" ")[0], Integer.toString(WindowManager.getImage(
			LABELS).getProcessor().getHistogram()[1]));
	}

	@Test
	void choicesHoldAndAreRemembered() throws Exception {
		switchOnOrOff();
		drawBox();
		hand.release();
		awaitStability();
		push("Stable-SAM plugin, for careless boxes and clicks");
		Hand.await("answer without plugin", () -> !NONE.equals(told("Stability")) &&
			NONE.equals(told("Routing weight")) && NONE.equals(told("Familiarity")));
		Hand.see(() -> {
			find(JComboBox.class, box -> box.getItemCount() == 2 && "overlay".equals(
				box.getItemAt(1).toString())).setSelectedIndex(1);
			return null;
		});
		push("Accept each object when it is answered");
		hand.move(200, 100);
		hand.press();
		hand.drag(330, 60, 405, 130);
		hand.release();
		Hand.await("accepted object", () -> imp.getOverlay() != null && imp
			.getOverlay().get("SAM-0001") != null);
		assertNull(RoiManager.getInstance2());
		switchOnOrOff();
		assertFalse(panel().isPresent());
		assertEquals(1, imp.getOverlay().size());

		switchOnOrOff();
		assertTrue(Hand.see(() -> button("Accept each object when it is answered")
			.isSelected()));
		assertFalse(Hand.see(() -> button(
			"Stable-SAM plugin, for careless boxes and clicks").isSelected()));
		assertEquals(PLACE, Hand.see(() -> panel().get().getLocation()));
	}

	private static JComboBox<?> beside(final String name) {
		return (JComboBox<?>) find(JLabel.class, label -> name.equals(label
			.getText())).getLabelFor();
	}

	private static void select(final String name, final Object choice)
		throws InterruptedException
	{
		Hand.see(() -> {
			beside(name).setSelectedItem(choice);
			return null;
		});
	}

	/** There is nothing to choose on a CPU. */
	@Test
	void precisionIsChosenForOtherDevices() throws Exception {
		switchOnOrOff();
		assertFalse(Hand.see(() -> beside("Precision").isEnabled()));
		select("Device", DeviceChoice.AUTO);
		assertTrue(Hand.see(() -> beside("Precision").isEnabled()));
		select("Precision", PrecisionChoice.FLOAT32);
		hand.screenshot("panel-5-precision");
		assertTrue(Hand.see(() -> DrawingRun.current().get().settings().parameters()
			.toMacroOptions().toString()).contains("precision=float32"));
		switchOnOrOff();
		switchOnOrOff();
		assertEquals(PrecisionChoice.FLOAT32, Hand.see(() -> beside("Precision")
			.getSelectedItem()));
		select("Precision", PrecisionChoice.AUTO);
		assertFalse(Hand.see(() -> DrawingRun.current().get().settings()
			.parameters().toMacroOptions().toString()).contains("precision"));
	}

	/** It works without its window, too. */
	@Test
	void thePanelIsClosedAndDrawingGoesOn() throws Exception {
		switchOnOrOff();
		final Frame panel = Hand.see(() -> panel().get());
		Hand.see(() -> {
			panel.dispatchEvent(new WindowEvent(panel, WindowEvent.WINDOW_CLOSING));
			return null;
		});
		assertFalse(panel().isPresent());
		drawBox();
		hand.release();
		Hand.await("answer", () -> DrawingRun.current().get().drawing().status()
			.mask().isPresent());
		hand.type(KeyEvent.VK_T);
		awaitRois(1);
		switchOnOrOff();
		assertFalse(DrawingRun.current().isPresent());
		hand.move(200, 100);
		Hand.await("end of the threads", () -> Thread.getAllStackTraces().keySet()
			.stream().noneMatch(thread -> thread.getName().startsWith(
				"Stable-SAM while")));
	}

	/** One tool: dragged it is a rectangle, clicked a point. */
	@Test
	void theToolDrawsAndClicks() throws Exception {
		Hand.see(() -> {
			IJ.run(DrawingTool.NAME);
			return null;
		});
		assertEquals(DrawingTool.NAME, IJ.getToolName());
		assertFalse(DrawingRun.current().isPresent());
		hand.move(100, 100);
		hand.move(110, 110);
		Hand.await("drawing", () -> DrawingRun.current().isPresent());
		drawBox();
		hand.release();
		awaitStability();
		final String boxed = figure("Area");
		hand.altClick(20, 30);
		Hand.await("refined object", () -> DrawingRun.current().get().drawing()
			.status().mask().filter(mask -> mask.quality().stability().isPresent())
			.isPresent() && imp.getRoi() != null);
		hand.screenshot("panel-3-tool");
		hand.type(KeyEvent.VK_ENTER);
		awaitRois(1);
		hand.click(195, 140);
		awaitStability();
		assertNotEquals(boxed, figure("Area"));
		assertFalse(DrawingRun.current().get().isFollowingAll());

		Hand.see(() -> IJ.setTool("rectangle"));
		hand.type(KeyEvent.VK_ESCAPE);
		drawBox();
		hand.release();
		assertEquals(NONE, figure("Area"));
		switchOnOrOff();
		assertTrue(DrawingRun.current().get().isFollowingAll());
		push("Switch off");
		Hand.await("end", () -> !DrawingRun.current().isPresent());
	}
}
