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

import java.awt.KeyEventDispatcher;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.util.Optional;
import java.util.function.Function;

import javax.swing.SwingUtilities;

import ij.ImagePlus;
import ij.gui.ImageWindow;

/**
 * The keys of who draws. They work in the windows of images, before ImageJ's
 * own keys, and only where there is something for them to do; all others are
 * ImageJ's. For the event thread.
 */
final class Keys implements KeyEventDispatcher {

	private final Function<ImagePlus, Optional<ImageDrawing>> drawings;

	/** @param drawings finds what is drawn on an image, if anything */
	Keys(final Function<ImagePlus, Optional<ImageDrawing>> drawings) {
		this.drawings = drawings;
	}

	@Override
	public boolean dispatchKeyEvent(final KeyEvent event) {
		if (event.getID() != KeyEvent.KEY_PRESSED) return false;
		final Window window = SwingUtilities.windowForComponent(event
			.getComponent());
		if (!(window instanceof ImageWindow)) return false;
		return drawings.apply(((ImageWindow) window).getImagePlus()).map(
			drawing -> act(drawing, event)).orElse(false);
	}

	private static boolean act(final ImageDrawing drawing, final KeyEvent event) {
		return action(event).filter(action -> drawing.isLast() ||
			action != Action.UNDO && action != Action.REDO).map(action -> drawing.act(
				action)).orElse(false);
	}

	private static Optional<Action> action(final KeyEvent event) {
		final int menuKey = Toolkit.getDefaultToolkit().getMenuShortcutKeyMaskEx();
		final int modifiers = event.getModifiersEx();
		if (event.getKeyCode() != KeyEvent.VK_Z) return modifiers == 0 ? plain(event
			.getKeyCode()) : Optional.empty();
		if (modifiers == menuKey) return Optional.of(Action.UNDO);
		return modifiers == (menuKey | KeyEvent.SHIFT_DOWN_MASK) ? Optional.of(
			Action.REDO) : Optional.empty();
	}

	private static Optional<Action> plain(final int key) {
		switch (key) {
			case KeyEvent.VK_ENTER:
			case KeyEvent.VK_T:
				return Optional.of(Action.ACCEPT);
			case KeyEvent.VK_ESCAPE:
				return Optional.of(Action.DISCARD);
			case KeyEvent.VK_TAB:
				return Optional.of(Action.NEXT_MASK);
			case KeyEvent.VK_G:
				return Optional.of(Action.HIDE);
			default:
				return Optional.empty();
		}
	}
}
