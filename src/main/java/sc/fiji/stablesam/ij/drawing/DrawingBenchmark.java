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

import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.nio.file.Path;
import java.util.EmptyStackException;
import java.util.IdentityHashMap;
import java.util.Map;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.gui.ImageCanvas;
import sc.fiji.stablesam.StableSamException;
import sc.fiji.stablesam.ij.EventThread;

/**
 * Measures how closely previews follow a hand that drags a rectangle, in a real
 * window of ImageJ: thirty events a second for ten seconds, once to warm up and
 * once measured, as people draw for longer than Java needs to get fast.
 */
public final class DrawingBenchmark {

	private static final int EVENTS = 300;
	private static final int PERIOD_MS = 33;
	private static final int PATIENCE_MS = 60_000;
	private static final double MILLION = 1e6;

	private final ImagePlus imp;
	private final WhileDrawing drawing;
	private final Map<Stage, Integer> asked = new IdentityHashMap<>();
	private final long[] at = new long[EVENTS];
	private final double[] latencies = new double[EVENTS];
	private int answered;
	private double longestNewest;

	private DrawingBenchmark(final ImagePlus imp, final WhileDrawing drawing) {
		this.imp = imp;
		this.drawing = drawing;
		drawing.whenPainted(imp, this::painted);
	}

	/** @return whether there is a display */
	public static boolean isPossible() {
		return !GraphicsEnvironment.isHeadless();
	}

	/**
	 * Needs a display; to be called off the event thread.
	 *
	 * @param imageFile a picture that ImageJ opens
	 * @param engine closed afterwards
	 */
	public static DrawingFigures run(final Path imageFile, final Engine engine) {
		if (IJ.getInstance() == null) new ImageJ(ImageJ.NO_SHOW);
		final ImagePlus imp = IJ.openImage(imageFile.toString());
		if (imp == null) throw new StableSamException("The picture '" + imageFile +
			"' cannot be opened.");
		final WatchedQueue queue = new WatchedQueue();
		final WhileDrawing[] drawing = new WhileDrawing[1];
		EventThread.run(() -> {
			imp.show();
			IJ.setTool("rectangle");
			drawing[0] = new WhileDrawing(engine, (image, object) -> {});
		});
		try {
			final DrawingBenchmark benchmark = new DrawingBenchmark(imp, drawing[0]);
			benchmark.warmUp();
			benchmark.drag();
			Toolkit.getDefaultToolkit().getSystemEventQueue().push(queue);
			benchmark.drag();
			return new DrawingFigures(benchmark.latencies, benchmark.longestNewest,
				queue.longestMillis());
		}
		finally {
			queue.end();
			EventThread.run(() -> {
				drawing[0].close();
				imp.changes = false;
				imp.close();
			});
		}
	}

	/** The picture is encoded, and all that draws is there. */
	private void warmUp() {
		EventThread.run(() -> {
			mouse(MouseEvent.MOUSE_PRESSED, 5, 5);
			mouse(MouseEvent.MOUSE_DRAGGED, 50, 50);
		});
		await(() -> drawing.scene(imp).present().flatMap(Present::found)
			.isPresent());
		EventThread.run(() -> mouse(MouseEvent.MOUSE_RELEASED, 50, 50));
		await(() -> drawing.scene(imp).present().flatMap(Present::found).filter(
			Found::isThorough).isPresent());
	}

	private void drag() {
		final ImageCanvas canvas = imp.getCanvas();
		final int w = canvas.getWidth();
		final int h = canvas.getHeight();
		EventThread.run(() -> {
			answered = 0;
			longestNewest = 0;
			imp.deleteRoi();
			mouse(MouseEvent.MOUSE_PRESSED, w / 10, h / 10);
		});
		final long start = System.nanoTime();
		for (int i = 0; i < EVENTS; i++) {
			sleepUntil(start + (long) (i * PERIOD_MS * MILLION));
			final int event = i;
			// NB: To and fro, so that each event means another box.
			final double way = 0.5 - 0.4 * Math.cos(i * 0.05);
			final int x = (int) (w * (0.15 + 0.8 * way));
			final int y = (int) (h * (0.15 + 0.8 * way)) + i % 3;
			at[event] = System.nanoTime();
			EventQueue.invokeLater(() -> dragTo(event, x, y));
		}
		await(() -> answered == EVENTS);
		EventThread.run(() -> mouse(MouseEvent.MOUSE_RELEASED, w / 2, h / 2));
	}

	private void dragTo(final int event, final int x, final int y) {
		mouse(MouseEvent.MOUSE_DRAGGED, x, y);
		drawing.scene(imp).present().ifPresent(present -> asked.put(present.stage(),
			event));
	}

	/** All events up to the one whose answer is seen are answered now. */
	private void painted() {
		final long now = System.nanoTime();
		final int shown = drawing.shown(imp).map(stage -> asked.getOrDefault(stage,
			-1)).orElse(-1);
		if (answered <= shown) longestNewest = Math.max(longestNewest, (now -
			at[shown]) / MILLION);
		for (; answered <= shown; answered++)
			latencies[answered] = (now - at[answered]) / MILLION;
		// NB: Answers are large.
		asked.values().removeIf(event -> event <= shown);
	}

	private void mouse(final int id, final int x, final int y) {
		final ImageCanvas canvas = imp.getCanvas();
		canvas.dispatchEvent(new MouseEvent(canvas, id, System.currentTimeMillis(),
			InputEvent.BUTTON1_DOWN_MASK, x, y, 1, false, MouseEvent.BUTTON1));
	}

	private static void sleepUntil(final long nanos) {
		try {
			Thread.sleep(Math.max(0, (long) ((nanos - System.nanoTime()) / MILLION)));
		}
		catch (final InterruptedException exc) {
			throw interrupted();
		}
	}

	private interface Condition {

		boolean holds();
	}

	private static void await(final Condition condition) {
		final long end = System.nanoTime() + (long) (PATIENCE_MS * MILLION);
		final boolean[] holds = new boolean[1];
		while (!holds[0]) {
			if (System.nanoTime() > end) throw new StableSamException(
				"There was no preview for a minute; is something in the way of the window?");
			EventThread.run(() -> holds[0] = condition.holds());
			sleepUntil(System.nanoTime() + (long) (5 * MILLION));
		}
	}

	private static StableSamException interrupted() {
		Thread.currentThread().interrupt();
		return new StableSamException("The benchmark was interrupted.");
	}

	/** Knows how long the longest event took. */
	private static final class WatchedQueue extends EventQueue {

		private volatile long longest;

		@Override
		protected void dispatchEvent(final AWTEvent event) {
			final long start = System.nanoTime();
			super.dispatchEvent(event);
			longest = Math.max(longest, System.nanoTime() - start);
		}

		double longestMillis() {
			return longest / MILLION;
		}

		void end() {
			try {
				pop();
			}
			catch (final EmptyStackException exc) {
				// NB: then it was never put to work.
			}
		}
	}
}
