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

import java.awt.AWTException;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import ij.IJ;
import ij.ImagePlus;
import ij.Prefs;
import ij.gui.ImageCanvas;
import ij.plugin.frame.RoiManager;

/** A person at mouse and keyboard. */
public final class Hand {

	private static final int STEPS = 12;
	private static final int PAUSE_MS = 20;
	private static final int PATIENCE_MS = 60_000;
	private static final int LOOKS = 10;

	private static final int[] HELD = { KeyEvent.VK_ALT, KeyEvent.VK_SHIFT,
		KeyEvent.VK_CONTROL };
	private static final Point ELSEWHERE = new Point(900, 710);

	private final Robot robot;
	private final ImagePlus imp;

	public Hand(final ImagePlus imp) throws AWTException {
		this.imp = imp;
		robot = new Robot();
		robot.setAutoDelay(PAUSE_MS);
		// NB: for ImageJ a key stays down if another window saw it go up.
		for (final int key : HELD)
			IJ.setKeyUp(key);
		// NB: on a busy machine each press is a long one, which opens a menu.
		ImageCanvas.setLongClickDelay(0);
		// NB: without a window manager it opens a little further on each time, in
		// the end above the image.
		Prefs.saveLocation(RoiManager.LOC_KEY, ELSEWHERE);
		waitUntilAtRest();
	}

	/** NB: on a busy machine a window is laid out anew after it can be seen. */
	private void waitUntilAtRest() {
		if (imp == null || imp.getCanvas() == null || !imp.getCanvas().isShowing())
			return;
		robot.waitForIdle();
		Point last = null;
		for (int same = 0; same < LOOKS; same++) {
			robot.delay(PAUSE_MS);
			final Point origin = imp.getCanvas().getLocationOnScreen();
			if (!origin.equals(last)) same = 0;
			last = origin;
		}
	}

	/** @param x in pixels of the image */
	public void move(final double x, final double y) {
		final ImageCanvas canvas = imp.getCanvas();
		Point origin;
		do {
			origin = canvas.getLocationOnScreen();
			robot.mouseMove(origin.x + canvas.screenXD(x), origin.y + canvas.screenYD(
				y));
		}
		while (!origin.equals(canvas.getLocationOnScreen()));
	}

	public void press() {
		robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
	}

	public void release() {
		robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
		robot.waitForIdle();
	}

	/** Moves with the button down, in several steps. */
	public void drag(final double x0, final double y0, final double x1,
		final double y1)
	{
		for (int i = 1; i <= STEPS; i++)
			move(x0 + (x1 - x0) * i / STEPS, y0 + (y1 - y0) * i / STEPS);
		robot.waitForIdle();
	}

	public void click(final double x, final double y) {
		// NB: two presses in a row would be a double click.
		robot.delay(400);
		move(x, y);
		press();
		release();
	}

	public void altClick(final double x, final double y) {
		robot.keyPress(KeyEvent.VK_ALT);
		click(x, y);
		robot.keyRelease(KeyEvent.VK_ALT);
	}

	/** Pushes a button. */
	public void push(final Component button) {
		robot.waitForIdle();
		final Point origin = button.getLocationOnScreen();
		robot.mouseMove(origin.x + button.getWidth() / 2, origin.y + button
			.getHeight() / 2);
		press();
		release();
	}

	/** NB: A key that is held while ImageJ works would repeat itself. */
	public void type(final int... keys) {
		for (final int key : keys)
			robot.keyPress(key);
		for (int i = keys.length - 1; i >= 0; i--)
			robot.keyRelease(keys[i]);
		robot.waitForIdle();
	}

	/** Keeps what is on the screen. */
	public void screenshot(final String name) throws IOException {
		robot.delay(200);
		robot.waitForIdle();
		final File file = new File("target/screenshots", name + ".png");
		file.getParentFile().mkdirs();
		ImageIO.write(robot.createScreenCapture(new Rectangle(Toolkit
			.getDefaultToolkit().getScreenSize())), "png", file);
	}

	/** @return the image as it is drawn on the screen, without the mouse */
	public BufferedImage look() {
		robot.mouseMove(0, 0);
		robot.delay(200);
		robot.waitForIdle();
		return robot.createScreenCapture(new Rectangle(imp.getCanvas()
			.getLocationOnScreen(), imp.getCanvas().getSize()));
	}

	/** Waits until the image is drawn like that, by ImageJ's own thread. */
	public void awaitLook(final BufferedImage expected) {
		final long end = System.currentTimeMillis() + PATIENCE_MS;
		int others;
		while ((others = differences(expected, look())) > 0)
			if (System.currentTimeMillis() > end) throw new AssertionError(others +
				" pixels differ.");
	}

	/**
	 * Waits until the image is drawn at all: a window shows before it is painted.
	 *
	 * @return as it is drawn when it stays so
	 */
	public BufferedImage awaitLook() {
		return awaitLook(look -> !isBlank(look));
	}

	/**
	 * Waits until the image is drawn otherwise, by ImageJ's own thread.
	 *
	 * @return as it is drawn when it stays so
	 */
	public BufferedImage awaitOtherLook(final BufferedImage before) {
		return awaitLook(look -> differences(before, look) > 0);
	}

	private BufferedImage awaitLook(final Predicate<BufferedImage> wanted) {
		final long end = System.currentTimeMillis() + PATIENCE_MS;
		BufferedImage last = look();
		BufferedImage now = look();
		while (!wanted.test(now) || differences(last, now) > 0) {
			if (System.currentTimeMillis() > end) throw new AssertionError(
				"It does not look as wanted, or changes without end.");
			last = now;
			now = look();
		}
		return now;
	}

	private static boolean isBlank(final BufferedImage look) {
		final int[] pixels = look.getRGB(0, 0, look.getWidth(), look.getHeight(),
			null, 0, look.getWidth());
		return IntStream.of(pixels).allMatch(pixel -> pixel == pixels[0]);
	}

	/** @return the number of pixels in which two pictures differ */
	public static int differences(final BufferedImage a, final BufferedImage b) {
		int differences = 0;
		for (int y = 0; y < a.getHeight(); y++)
			for (int x = 0; x < a.getWidth(); x++)
				if (a.getRGB(x, y) != b.getRGB(x, y)) differences++;
		return differences;
	}

	/** @return what the task returns on the event thread */
	public static <T> T see(final Callable<T> task) throws InterruptedException {
		final FutureTask<T> future = new FutureTask<>(task);
		try {
			EventQueue.invokeAndWait(future);
			return future.get();
		}
		catch (InvocationTargetException | ExecutionException exc) {
			throw new AssertionError(exc);
		}
	}

	/** Waits until something can be seen. */
	public static void await(final String what, final Callable<Boolean> seen)
		throws InterruptedException
	{
		final long end = System.currentTimeMillis() + PATIENCE_MS;
		while (!see(seen)) {
			if (System.currentTimeMillis() > end) throw new AssertionError(
				"There was no " + what + ".");
			Thread.sleep(PAUSE_MS);
		}
	}
}
