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
import java.awt.event.AWTEventListener;
import java.awt.event.MouseEvent;

import ij.ImagePlus;
import ij.gui.ImageCanvas;

/**
 * Knows whether a mouse button is down on an image, and tells when it goes down
 * (before ImageJ's tools know) and up (after they knew). ImageJ tells listeners
 * that a selection changes, but neither by what nor when it is finished. For
 * the event thread.
 */
final class Pen implements AWTEventListener {

	/** Told what the mouse does. */
	interface Listener {

		/** @param event on the image's canvas, not handled yet */
		void pressed(ImagePlus imp, MouseEvent event);

		/** The button was released, and the tool has done what it does then. */
		void released(ImagePlus imp);
	}

	private final Listener listener;
	private ImagePlus down;
	private boolean subtracting;

	Pen(final Listener listener) {
		this.listener = listener;
	}

	/** @return whether the button is down on the image */
	boolean isDown(final ImagePlus imp) {
		return down == imp;
	}

	/** @return whether Alt was down when the button went down */
	boolean isSubtracting() {
		return subtracting;
	}

	@Override
	public void eventDispatched(final AWTEvent event) {
		if (!(event.getSource() instanceof ImageCanvas)) return;
		final MouseEvent mouse = (MouseEvent) event;
		if (mouse.getID() == MouseEvent.MOUSE_PRESSED) press(mouse);
		if (mouse.getID() == MouseEvent.MOUSE_RELEASED && down != null) release();
	}

	private void press(final MouseEvent event) {
		if (event.getButton() != MouseEvent.BUTTON1 || event.isPopupTrigger())
			return;
		down = ((ImageCanvas) event.getSource()).getImage();
		subtracting = event.isAltDown();
		listener.pressed(down, event);
	}

	private void release() {
		final ImagePlus imp = down;
		// NB: ImageJ's own listeners come after this one.
		EventQueue.invokeLater(() -> {
			if (down == imp) down = null;
			listener.released(imp);
		});
	}
}
