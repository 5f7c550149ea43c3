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

import java.awt.GridLayout;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;

import sc.fiji.stablesam.ij.drawing.Action;
import sc.fiji.stablesam.ij.drawing.DrawingStatus;

/** A button for each key, and some more. For the event thread. */
final class ActionsPane {

	private static final int COLUMNS = 2;
	private static final int GAP = 4;

	private final JPanel panel = new JPanel(new GridLayout(0, COLUMNS, GAP, GAP));
	private final Map<Action, JButton> buttons = new EnumMap<>(Action.class);
	private final JButton labels = new JButton("Label image");

	/**
	 * @param act does an action
	 * @param showLabels shows an image of all that was accepted
	 * @param switchOff ends drawing
	 */
	ActionsPane(final Consumer<Action> act, final Runnable showLabels,
		final Runnable switchOff)
	{
		for (final Action action : Action.values())
			buttons.put(action, button(new JButton(action.toString()), action.key(),
				() -> act.accept(action)));
		button(labels, "Accepted objects as an image of numbers", showLabels);
		button(new JButton("Switch off"), "Ends segmenting while you draw",
			switchOff);
	}

	private JButton button(final JButton button, final String tip,
		final Runnable task)
	{
		button.setToolTipText(tip);
		button.addActionListener(event -> task.run());
		panel.add(button);
		return button;
	}

	JComponent component() {
		return panel;
	}

	void show(final DrawingStatus status) {
		buttons.forEach((action, button) -> button.setEnabled(status.allows(
			action)));
		labels.setEnabled(status.accepted() > 0);
	}
}
