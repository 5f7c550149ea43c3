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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.EventQueue;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.io.RoiEncoder;
import ij.plugin.Duplicator;
import ij.plugin.frame.RoiManager;
import ij.process.ImageProcessor;
import ij.process.LUT;
import sc.fiji.stablesam.NeedsModel;
import sc.fiji.stablesam.NeedsScreen;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.RealModel;
import sc.fiji.stablesam.ij.PointsMode;
import sc.fiji.stablesam.session.DeviceChoice;
import sc.fiji.stablesam.session.EncodedFiles;
import sc.fiji.stablesam.session.ModelCache;
import sc.fiji.stablesam.session.SegmentationOptions;

/**
 * Thousands of things that a person may do, in any order. Nothing of theirs may
 * be lost or altered.
 */
@NeedsModel
@NeedsScreen
class LongSessionTest {

	private static final int EVENTS = 2500;
	private static final long SEED = 20;
	/** Events from one wait for an answer to the next. */
	private static final int PAUSE = 125;
	/** Looks, of which there are fifty a second. */
	private static final int PATIENCE = 500;
	private static final String[] TOOLS = { "rectangle", "oval", "polygon",
		"freehand", "line", "point", "multipoint" };
	private static final int[] KEYS = { KeyEvent.VK_ENTER, KeyEvent.VK_T,
		KeyEvent.VK_ESCAPE, KeyEvent.VK_TAB, KeyEvent.VK_G };

	private static final long ROOM = 1_000_000_000;

	/** What has been seen before is there at once, as on another day. */
	@TempDir
	static Path encoded;

	private final Random random = new Random(SEED);
	private final List<ImagePlus> images = new ArrayList<>();
	private final List<Roi> overlaid = Arrays.asList(new Roi(3, 4, 50, 60),
		new Roi(70, 20, 10, 10));
	private WhileDrawing drawing;
	private byte[][] managed;
	private int accepted;

	@BeforeEach
	void open() throws Exception {
		if (IJ.getInstance() == null) new ImageJ();
		EventQueue.invokeAndWait(() -> {
			show("nuclei-16bit-stack", 20);
			show("phase-contrast", 600);
			final Overlay overlay = new Overlay();
			overlaid.forEach(overlay::add);
			// NB: else a double click and a drag would move them, as ImageJ does.
			overlay.selectable(false);
			images.get(0).setOverlay(overlay);
			final RoiManager manager = RoiManager.getRoiManager();
			manager.addRoi(new Roi(1, 2, 3, 4));
			manager.addRoi(new Roi(30, 40, 50, 60));
			managed = bytes(manager);
			switchOn();
		});
	}

	private void show(final String name, final int x) {
		final ImagePlus imp = IJ.openImage("test-images/" + name + ".tif");
		imp.show();
		imp.getWindow().setLocation(x, 150);
		images.add(imp);
	}

	/** NB: the faster it answers, the more there is to be lost. */
	private void switchOn() {
		final Engine engine = new Engine(loading -> ModelCache.shared().get(
			RealModel.file(), DeviceChoice.CPU, loading), SegmentationOptions
				.defaults().withoutSecondLooks(), 200_000_000, Progress.NONE);
		engine.cache().keepIn(Optional.of(new EncodedFiles(encoded, ROOM)));
		drawing = new WhileDrawing(engine, (image, object) -> {});
	}

	@AfterEach
	void close() throws Exception {
		EventQueue.invokeAndWait(() -> {
			drawing.close();
			for (final ImagePlus imp : images) {
				imp.changes = false;
				imp.close();
			}
			if (RoiManager.getInstance2() != null) RoiManager.getInstance2().close();
		});
	}

	private static byte[][] bytes(final RoiManager manager) {
		return Arrays.stream(manager.getRoisAsArray()).map(
			RoiEncoder::saveAsByteArray).toArray(byte[][]::new);
	}

	private static List<Object> pixels(final ImagePlus imp) {
		final List<Object> pixels = new ArrayList<>();
		for (int i = 1; i <= imp.getStackSize(); i++) {
			final ImageProcessor plane = imp.getStack().getProcessor(i);
			pixels.add(Arrays.hashCode(plane.getFloatArray()[0]));
			for (final float[] column : plane.getFloatArray())
				pixels.add(Arrays.hashCode(column));
		}
		return pixels;
	}

	@Test
	void nothingOfThePersonsIsLost() throws Exception {
		final List<List<Object>> before = new ArrayList<>();
		for (final ImagePlus imp : images)
			before.add(pixels(imp));
		final Overlay overlay = images.get(0).getOverlay();
		for (int i = 0; i < EVENTS; i++) {
			final int event = i;
			Hand.see(() -> {
				act(images.get(random.nextInt(images.size())));
				assertKept(overlay, event);
				return null;
			});
			if (i % PAUSE == 0) awaitAnswers();
			if (i % (5 * PAUSE) == 0) Hand.see(this::restart);
		}
		assertTrue(accepted > 5, "only " + accepted + " objects were accepted");
		Hand.see(() -> {
			drawing.close();
			return null;
		});
		assertKept(overlay, EVENTS);
		assertEquals(overlaid, others(overlay));
		final Overlay second = images.get(1).getOverlay();
		assertTrue(second == null || second.size() > 0 && others(second).isEmpty());
		for (int i = 0; i < before.size(); i++)
			assertEquals(before.get(i), pixels(images.get(i)));
		Hand.await("end of the threads", () -> Thread.getAllStackTraces().keySet()
			.stream().noneMatch(thread -> thread.getName().startsWith(
				"Stable-SAM while")));
	}

	/** A person waits, now and then, and accepts what there is. */
	private void awaitAnswers() throws InterruptedException {
		final ImagePlus imp = images.get(random.nextInt(images.size()));
		Hand.see(() -> {
			imp.deleteRoi();
			IJ.setTool("rectangle");
			drag(imp.getCanvas(), 20 + random.nextInt(40), 20 + random.nextInt(40));
			return null;
		});
		for (int i = 0; i < PATIENCE && !Hand.see(() -> isAnswered(imp)); i++)
			Thread.sleep(20);
		Hand.see(() -> {
			final int rois = RoiManager.getInstance2().getCount();
			press(imp, KeyEvent.VK_T, 0);
			if (RoiManager.getInstance2().getCount() > rois) accepted++;
			return null;
		});
	}

	private boolean isAnswered(final ImagePlus imp) {
		return drawing.scene(imp).present().map(present -> present.found()
			.isPresent()).orElse(true);
	}

	private void assertKept(final Overlay overlay, final int event) {
		final String when = "after event " + event;
		assertSame(overlay, images.get(0).getOverlay(), when);
		for (int i = 0; i < overlaid.size(); i++)
			assertSame(overlaid.get(i), overlay.get(i), when);
		final byte[][] now = bytes(RoiManager.getInstance2());
		assertTrue(now.length >= managed.length, when);
		for (int i = 0; i < managed.length; i++)
			assertArrayEquals(managed[i], now[i], when);
	}

	private static List<Roi> others(final Overlay overlay) {
		return Arrays.stream(overlay.toArray()).filter(roi -> roi
			.getName() == null || !roi.getName().startsWith("SAM-")).collect(
				Collectors.toList());
	}

	private void act(final ImagePlus imp) {
		final int what = random.nextInt(100);
		if (what < 45) stroke(imp);
		else if (what < 75) type(imp);
		else if (what < 82) imp.setSlice(1 + random.nextInt(imp.getStackSize()));
		else if (what < 83) look(imp);
		else if (what < 89) zoom(imp.getCanvas());
		else if (what < 91) imp.setHideOverlay(random.nextBoolean());
		else if (what < 93) deleteOneOfOurs();
		else if (what < 95) duplicate(imp);
		else if (what < 96) imp.deleteRoi();
		else if (what < 97) changeHabits();
		else imp.setRoi(new Roi(random.nextInt(50), random.nextInt(50), 40, 30));
	}

	private void changeHabits() {
		drawing.use(DrawingOptions.defaults().with(random.nextBoolean()
			? PointsMode.EACH : PointsMode.TOGETHER).with(random.nextInt(3) == 0
				? Target.OVERLAY : Target.ROI_MANAGER).acceptingAll(random
					.nextBoolean()));
		if (random.nextInt(4) == 0) drawing.cancel();
	}

	/** Presses, moves and releases, or does only some of it. */
	private void stroke(final ImagePlus imp) {
		final String tool = TOOLS[random.nextInt(TOOLS.length)];
		IJ.setTool(tool);
		// NB: ImageJ would ask a person to do this.
		if (!tool.equals("multipoint") && imp.getRoi() instanceof PointRoi && imp
			.getRoi().size() > 1) imp.deleteRoi();
		final ImageCanvas canvas = imp.getCanvas();
		final int w = canvas.getWidth();
		final int h = canvas.getHeight();
		final int modifiers = InputEvent.BUTTON1_DOWN_MASK | (random.nextInt(4) == 0
			? InputEvent.ALT_DOWN_MASK : 0);
		int x = random.nextInt(w);
		int y = random.nextInt(h);
		mouse(canvas, MouseEvent.MOUSE_PRESSED, modifiers, x, y);
		for (int i = random.nextInt(6); i > 0; i--) {
			x = Math.max(-5, Math.min(w + 5, x + random.nextInt(60) - 25));
			y = Math.max(-5, Math.min(h + 5, y + random.nextInt(60) - 25));
			mouse(canvas, MouseEvent.MOUSE_DRAGGED, modifiers, x, y);
		}
		mouse(canvas, MouseEvent.MOUSE_RELEASED, modifiers, x, y);
	}

	private static void drag(final ImageCanvas canvas, final int x, final int y) {
		final int button = InputEvent.BUTTON1_DOWN_MASK;
		mouse(canvas, MouseEvent.MOUSE_PRESSED, button, x, y);
		mouse(canvas, MouseEvent.MOUSE_DRAGGED, button, x + 60, y + 50);
		mouse(canvas, MouseEvent.MOUSE_RELEASED, button, x + 60, y + 50);
	}

	private static void mouse(final ImageCanvas canvas, final int id,
		final int modifiers, final int x, final int y)
	{
		canvas.dispatchEvent(new MouseEvent(canvas, id, System.currentTimeMillis(),
			modifiers, x, y, 1, false, MouseEvent.BUTTON1));
	}

	private void type(final ImagePlus imp) {
		final int rois = RoiManager.getInstance2().getCount();
		if (random.nextInt(4) > 0) press(imp, KEYS[random.nextInt(KEYS.length)], 0);
		else press(imp, KeyEvent.VK_Z, InputEvent.CTRL_DOWN_MASK | (random.nextInt(
			3) == 0 ? InputEvent.SHIFT_DOWN_MASK : 0));
		if (RoiManager.getInstance2().getCount() > rois) accepted++;
	}

	private void press(final ImagePlus imp, final int key, final int modifiers) {
		drawing.type(new KeyEvent(imp.getCanvas(), KeyEvent.KEY_PRESSED, System
			.currentTimeMillis(), modifiers, key, KeyEvent.CHAR_UNDEFINED));
	}

	private void look(final ImagePlus imp) {
		if (random.nextBoolean()) imp.setDisplayRange(10, random.nextBoolean() ? 300
			: 900);
		else imp.setLut(LUT.createLutFromColor(random.nextBoolean() ? Color.GREEN
			: Color.WHITE));
		imp.updateAndDraw();
	}

	private void zoom(final ImageCanvas canvas) {
		if (random.nextBoolean()) canvas.zoomIn(10, 10);
		else canvas.zoomOut(10, 10);
	}

	private void deleteOneOfOurs() {
		final RoiManager manager = RoiManager.getInstance2();
		if (manager.getCount() > managed.length) manager.delete(managed.length +
			random.nextInt(manager.getCount() - managed.length));
	}

	private void duplicate(final ImagePlus imp) {
		imp.deleteRoi();
		final ImagePlus copy = new Duplicator().run(imp);
		copy.show();
		copy.changes = false;
		copy.close();
	}

	private Void restart() {
		drawing.close();
		switchOn();
		return null;
	}
}
