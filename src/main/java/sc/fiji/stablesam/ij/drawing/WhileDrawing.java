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
import java.awt.KeyboardFocusManager;
import java.awt.Toolkit;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.beans.PropertyChangeListener;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import javax.swing.Timer;

import ij.IJ;
import ij.ImageListener;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Roi;
import ij.gui.RoiListener;
import sc.fiji.stablesam.ij.SegmentedObject;
import sc.fiji.stablesam.session.EncodedFiles;
import sc.fiji.stablesam.session.SegmentationOptions;

/**
 * Segments while a person draws, on all images, from when it is made until it
 * is closed: follows ImageJ's own tools, shows what they point at, and takes
 * the keys of who accepts, discards and refines. Changes nothing of the user's
 * but the selections that it was drawn with. For the event thread.
 */
public final class WhileDrawing implements AutoCloseable {

	private static final String ACTIVE_WINDOW = "activeWindow";
	private static final long THREADS_KEPT_SECONDS = 2;
	/** A person who drags a slider changes an image many times a second. */
	private static final int SETTLING_MS = 250;

	private final Engine engine;
	private final Listener listener;
	private final ThreadPoolExecutor executor;
	private final Map<ImagePlus, ImageDrawing> drawings = new IdentityHashMap<>();
	private final Map<ImagePlus, Timer> settling = new IdentityHashMap<>();
	private final Pen pen = new Pen(new PenListener());
	private final Keys keys = new Keys(imp -> Optional.ofNullable(drawings.get(
		imp)));
	private final RoiListener selections = this::selectionChanged;
	private final ImageListener images = new Images();
	private final PropertyChangeListener windows = event -> prepareFront();
	private DrawingOptions options = DrawingOptions.defaults();
	private BooleanSupplier following = () -> true;
	/** Whether the selection that is being drawn is followed. */
	private boolean followed;
	private boolean closed;

	/** Told what happens, on the event thread. */
	public interface Listener {

		/** @param imp on which the object was accepted just now */
		void accepted(ImagePlus imp, SegmentedObject object);

		/** @param object accepted earlier, which was undone or replaced */
		default void withdrawn(final SegmentedObject object) {}

		/** What can be told, or done, may have changed on the image in front. */
		default void changed() {}

		/** @param why there is no answer, in a sentence for the person */
		default void troubled(final String why) {
			IJ.showStatus("Stable-SAM: " + why);
		}
	}

	/** @param engine closed with this */
	public WhileDrawing(final Engine engine, final Listener listener) {
		this.engine = engine;
		this.listener = listener;
		executor = new ThreadPoolExecutor(0, Integer.MAX_VALUE,
			THREADS_KEPT_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(),
			WhileDrawing::thread);
		Toolkit.getDefaultToolkit().addAWTEventListener(pen,
			AWTEvent.MOUSE_EVENT_MASK);
		KeyboardFocusManager.getCurrentKeyboardFocusManager().addKeyEventDispatcher(
			keys);
		KeyboardFocusManager.getCurrentKeyboardFocusManager()
			.addPropertyChangeListener(ACTIVE_WINDOW, windows);
		Roi.addRoiListener(selections);
		ImagePlus.addImageListener(images);
		prepareFront();
	}

	private static Thread thread(final Runnable work) {
		final Thread thread = new Thread(work, "Stable-SAM while drawing");
		thread.setDaemon(true);
		// NB: the engine is found through it.
		thread.setContextClassLoader(WhileDrawing.class.getClassLoader());
		return thread;
	}

	private void prepareFront() {
		final ImagePlus front = WindowManager.getCurrentImage();
		if (front != null && front.getWindow() != null && following.getAsBoolean())
			drawing(front).prepare();
		listener.changed();
	}

	private ImageDrawing drawing(final ImagePlus imp) {
		return drawings.computeIfAbsent(imp, key -> new ImageDrawing(key, engine,
			executor, () -> options, new DrawingListener(key)));
	}

	/** @param newOptions for what is drawn from now on */
	public void use(final DrawingOptions newOptions) {
		options = newOptions;
	}

	/**
	 * Has another model answer, or the same in another way: also about what is
	 * being drawn, but not about what was accepted.
	 */
	public void use(final Models models, final SegmentationOptions segmentation) {
		engine.use(new Network(models, segmentation));
		drawings.values().forEach(ImageDrawing::networkChanged);
		prepareFront();
	}

	/** @param files where encoded pictures are kept from now on */
	public void keepIn(final Optional<EncodedFiles> files) {
		engine.cache().keepIn(files);
	}

	/** @param when selections are followed, asked when one is begun */
	public void followOnly(final BooleanSupplier when) {
		following = when;
	}

	/** Ends what takes long; it is begun again when something is drawn. */
	public void cancel() {
		engine.cancel();
		drawings.values().forEach(ImageDrawing::cancelled);
	}

	/** @return of the image in front */
	public DrawingStatus status() {
		return front().map(ImageDrawing::status).orElse(DrawingStatus.NOTHING);
	}

	/** @return whether there was something to do it with on the image in front */
	public boolean act(final Action action) {
		return front().map(drawing -> drawing.act(action)).orElse(false);
	}

	/**
	 * @return an image with the numbers of what was accepted on the image in
	 *         front and is still there, not shown yet; none if nothing is
	 */
	public Optional<ImagePlus> labelImage() {
		return front().flatMap(ImageDrawing::labelImage);
	}

	private Optional<ImageDrawing> front() {
		return Optional.ofNullable(WindowManager.getCurrentImage()).map(
			drawings::get);
	}

	/** @return what is drawn and accepted on an image */
	Scene scene(final ImagePlus imp) {
		return drawings.containsKey(imp) ? drawing(imp).scene() : Scene.EMPTY;
	}

	/** @param task run each time that the image's scene was drawn */
	void whenPainted(final ImagePlus imp, final Runnable task) {
		drawing(imp).whenPainted(task);
	}

	/** @return the stage whose answer is seen on the image */
	Optional<Stage> shown(final ImagePlus imp) {
		return drawing(imp).shown();
	}

	/** @return whether the key had something to do here */
	boolean type(final KeyEvent event) {
		return keys.dispatchKeyEvent(event);
	}

	/** NB: What macros and other plugins select is theirs. */
	private void selectionChanged(final ImagePlus imp, final int id) {
		if (imp == null || !EventQueue.isDispatchThread() || !followed || !pen
			.isDown(imp)) return;
		if (id != RoiListener.DELETED) drawing(imp).drawn(imp.getRoi(), pen
			.isSubtracting());
	}

	private void changed(final ImagePlus imp) {
		if (!drawings.containsKey(imp)) return;
		settling.computeIfAbsent(imp, key -> {
			final Timer timer = new Timer(SETTLING_MS, event -> settled(key));
			timer.setRepeats(false);
			return timer;
		}).restart();
		drawings.get(imp).moved();
	}

	private void settled(final ImagePlus imp) {
		final ImageDrawing drawing = drawings.get(imp);
		if (drawing == null) return;
		drawing.changed();
		if (imp == WindowManager.getCurrentImage()) drawing.prepare();
	}

	private void forget(final ImagePlus imp) {
		final ImageDrawing drawing = drawings.remove(imp);
		if (drawing != null) drawing.close();
		final Timer timer = settling.remove(imp);
		if (timer != null) timer.stop();
	}

	/** Leaves neither listeners nor overlays; threads end when they are done. */
	@Override
	public void close() {
		if (closed) return;
		closed = true;
		Toolkit.getDefaultToolkit().removeAWTEventListener(pen);
		final KeyboardFocusManager focus = KeyboardFocusManager
			.getCurrentKeyboardFocusManager();
		focus.removeKeyEventDispatcher(keys);
		focus.removePropertyChangeListener(ACTIVE_WINDOW, windows);
		Roi.removeRoiListener(selections);
		ImagePlus.removeImageListener(images);
		new ArrayList<>(drawings.keySet()).forEach(this::forget);
		executor.execute(engine::close);
		executor.shutdown();
		IJ.showStatus("");
	}

	private final class PenListener implements Pen.Listener {

		@Override
		public void pressed(final ImagePlus imp, final MouseEvent event) {
			followed = following.getAsBoolean();
			if (followed) drawing(imp).pressed(event);
		}

		@Override
		public void released(final ImagePlus imp) {
			if (followed && drawings.containsKey(imp)) drawing(imp).released(pen
				.isSubtracting());
		}
	}

	private final class Images implements ImageListener {

		@Override
		public void imageOpened(final ImagePlus imp) {}

		@Override
		public void imageClosed(final ImagePlus imp) {
			EventQueue.invokeLater(() -> forget(imp));
		}

		@Override
		public void imageUpdated(final ImagePlus imp) {
			EventQueue.invokeLater(() -> changed(imp));
		}
	}

	private final class DrawingListener implements ImageDrawing.Listener {

		private final ImagePlus imp;

		DrawingListener(final ImagePlus imp) {
			this.imp = imp;
		}

		@Override
		public void accepted(final SegmentedObject object) {
			listener.accepted(imp, object);
		}

		@Override
		public void withdrawn(final SegmentedObject object) {
			listener.withdrawn(object);
		}

		@Override
		public void changed() {
			if (imp == WindowManager.getCurrentImage()) listener.changed();
		}

		@Override
		public void troubled(final String why) {
			listener.troubled(why);
		}
	}
}
