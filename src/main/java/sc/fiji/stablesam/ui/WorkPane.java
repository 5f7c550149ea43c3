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

import java.awt.BorderLayout;

import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JTextArea;

/**
 * Tells what takes long, or went wrong, and cancels it. For the event thread.
 */
final class WorkPane {

	private static final int GAP = 6;
	private static final int STEPS = 1000;

	private final JPanel panel = new JPanel(new BorderLayout(GAP, GAP));
	private final JTextArea text;
	private final JProgressBar bar = new JProgressBar(0, STEPS);
	private final JButton cancel = new JButton("Cancel");
	private boolean told;

	/** @param lines how many there are for a sentence */
	WorkPane(final int lines, final Runnable cancelling) {
		text = new JTextArea(lines, 1);
		text.setLineWrap(true);
		text.setWrapStyleWord(true);
		text.setEditable(false);
		text.setFocusable(false);
		text.setOpaque(false);
		text.setFont(cancel.getFont());
		// NB: what it tells must not change its size.
		text.setPreferredSize(text.getPreferredSize());
		cancel.addActionListener(event -> cancelling.run());
		panel.add(text, BorderLayout.NORTH);
		panel.add(bar, BorderLayout.CENTER);
		panel.add(cancel, BorderLayout.EAST);
		end();
	}

	JComponent component() {
		return panel;
	}

	void progress(final String task, final double fraction) {
		write(task);
		told = false;
		// NB: most steps cannot tell how far they are.
		bar.setIndeterminate(fraction <= 0);
		bar.setValue((int) Math.round(fraction * STEPS));
		cancel.setEnabled(true);
	}

	void end() {
		if (!told) write("");
		bar.setIndeterminate(false);
		bar.setValue(0);
		cancel.setEnabled(false);
	}

	/** @param sentence that stays until something takes long, or goes well */
	void tell(final String sentence) {
		told = true;
		write(sentence);
	}

	/** Something went well. */
	void settle() {
		if (told) write("");
		told = false;
	}

	/** NB: Cut where the window ends, but told in full by its tip. */
	private void write(final String sentence) {
		text.setText(sentence);
		text.setToolTipText(sentence.isEmpty() ? null : sentence);
	}
}
