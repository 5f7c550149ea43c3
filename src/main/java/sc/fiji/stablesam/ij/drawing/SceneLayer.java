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

import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.Overlay;
import ij.gui.Roi;

/**
 * The one overlay element by which a scene is shown. It is always the last, so
 * that the places of the user's own elements stay as they are, cannot be
 * selected, and goes when there is nothing to show. For the event thread.
 */
final class SceneLayer {

	private final ImagePlus imp;
	private final Element element = new Element();
	private final Sprites sprites = new Sprites();
	private ScenePainter painter;
	/** How the image was painted last; may be null. */
	private volatile View seen;
	private Runnable painted = () -> {};

	SceneLayer(final ImagePlus imp) {
		this.imp = imp;
	}

	/**
	 * Draws an answer as it will be shown, so that the event thread need not.
	 * From any thread.
	 */
	void prepare(final Found found) {
		final View view = seen;
		if (view == null) found.outline(0);
		else sprites.of(found, 0, view);
	}

	/** @see ScenePainter#ScenePainter */
	void show(final Scene scene, final Present shown, final boolean hidden) {
		painter = new ScenePainter(scene, shown, hidden, sprites);
		if (painter.isEmpty()) remove();
		else add();
	}

	/** @param task run each time that the scene was drawn */
	void whenPainted(final Runnable task) {
		painted = task;
	}

	private void add() {
		Overlay overlay = imp.getOverlay();
		final int size = overlay == null ? 0 : overlay.size();
		if (size == 0 || overlay.get(size - 1) != element) {
			if (overlay == null) overlay = new Overlay();
			overlay.remove(element);
			overlay.add(element);
		}
		// NB: this also repaints.
		imp.setOverlay(overlay);
	}

	/** Leaves nothing but what is the user's. */
	void remove() {
		final Overlay overlay = imp.getOverlay();
		if (overlay == null || !overlay.contains(element)) return;
		overlay.remove(element);
		imp.setOverlay(overlay.size() == 0 ? null : overlay);
	}

	/** Draws; has no extent, so that nobody can pick it up. */
	private final class Element extends Roi {

		private static final long serialVersionUID = 1L;

		Element() {
			super(new Rectangle());
			setName("Stable-SAM");
			// NB: so is it neither numbered nor, where it is alone, saved.
			setIsCursor(true);
		}

		@Override
		public void draw(final Graphics g) {
			final Graphics2D graphics = (Graphics2D) g.create();
			try {
				final ImageCanvas canvas = imp.getCanvas();
				// NB: without its canvas this is drawn into a copy of the image.
				final boolean onScreen = canvas != null && ic == canvas;
				if (onScreen) seen = new View(canvas.getSrcRect(), canvas
					.getMagnification(), graphics.getTransform().getScaleX());
				painter.paint(graphics, imp, onScreen ? seen : View.whole(imp));
			}
			finally {
				graphics.dispose();
			}
			painted.run();
		}

		@Override
		public boolean contains(final int x, final int y) {
			return false;
		}

		@Override
		public boolean containsPoint(final double x, final double y) {
			return false;
		}

		@Override
		public Roi clone() {
			// NB: a copy of the overlay is the user's, and this is not: it is nothing
			// on a slice that no stack has, and left out of what is saved.
			final Roi nothing = new Roi(0, 0, 0, 0);
			nothing.setPosition(Integer.MAX_VALUE);
			nothing.setIsCursor(true);
			return nothing;
		}
	}
}
