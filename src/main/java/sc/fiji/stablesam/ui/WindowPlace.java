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

import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Point;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;

import ij.Prefs;

/**
 * Where a window was when it was closed last, so that it opens there again. For
 * the event thread.
 */
final class WindowPlace {

	private final String key;
	private final Frame frame;
	private Point wanted;

	/** @param key under which ImageJ remembers it */
	WindowPlace(final String key, final Frame frame) {
		this.key = key;
		this.frame = frame;
		frame.addComponentListener(new ComponentAdapter() {

			@Override
			public void componentShown(final ComponentEvent event) {
				EventQueue.invokeLater(WindowPlace.this::insist);
			}
		});
	}

	/** To be called before the window is shown. */
	void restore() {
		wanted = Prefs.getLocation(key);
		if (wanted == null) frame.setLocationByPlatform(true);
		else frame.setLocation(wanted);
	}

	/** NB: now and then X11 shows a window that was just made in the corner. */
	private void insist() {
		if (wanted != null && frame.isShowing() && !frame.getLocation().equals(
			wanted)) frame.setLocation(wanted);
	}

	/** To be called while the window is still shown. */
	void remember() {
		if (frame.isVisible()) Prefs.saveLocation(key, frame.getLocation());
	}
}
