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

package sc.fiji.stablesam.command;

import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.event.KeyEvent;

import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.KeyStroke;
import javax.swing.Timer;
import javax.swing.WindowConstants;

import ij.IJ;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.ij.call.ImageJProgress;

/**
 * A small window with a progress bar and a cancel button, which shows up when
 * the work takes longer than a moment. Passes everything on to another
 * progress.
 */
final class ProgressWindow implements Progress, AutoCloseable {

	private static final int DELAY_MS = 700;
	private static final int STEPS = 1000;
	private static final int WIDTH = 640;
	private static final int HEIGHT = 96;

	private final ImageJProgress progress;
	private JDialog dialog;
	private JLabel label;
	private JProgressBar bar;
	private Timer opening;

	private ProgressWindow(final ImageJProgress progress) {
		this.progress = progress;
	}

	/** @param progress told of everything; stays the caller's to close */
	static ProgressWindow over(final ImageJProgress progress) {
		final ProgressWindow window = new ProgressWindow(progress);
		if (!GraphicsEnvironment.isHeadless()) EventQueue.invokeLater(
			window::build);
		return window;
	}

	private void build() {
		dialog = new JDialog(IJ.getInstance(), "Stable-SAM");
		label = new JLabel("Starting...");
		bar = new JProgressBar(0, STEPS);
		final JButton cancel = new JButton("Cancel");
		cancel.addActionListener(event -> {
			cancel.setEnabled(false);
			progress.cancel();
		});
		final JPanel panel = new JPanel(new BorderLayout(8, 8));
		panel.setBorder(BorderFactory.createEmptyBorder(12, 12, 12, 12));
		panel.add(label, BorderLayout.NORTH);
		panel.add(bar, BorderLayout.CENTER);
		panel.add(cancel, BorderLayout.EAST);
		dialog.setContentPane(panel);
		dialog.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
		dialog.getRootPane().registerKeyboardAction(event -> cancel.doClick(),
			KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
			JComponent.WHEN_IN_FOCUSED_WINDOW);
		// NB: a window that pops up later must not take what the user types.
		dialog.setAutoRequestFocus(false);
		dialog.setSize(WIDTH, HEIGHT);
		dialog.setLocationRelativeTo(null);
		opening = new Timer(DELAY_MS, event -> dialog.setVisible(true));
		opening.setRepeats(false);
		opening.start();
	}

	@Override
	public void report(final String task, final double fraction) {
		progress.report(task, fraction);
		EventQueue.invokeLater(() -> {
			if (dialog == null) return;
			label.setText(task);
			// NB: most steps cannot tell how far they are.
			bar.setIndeterminate(fraction <= 0 || fraction >= 1);
			bar.setValue((int) Math.round(fraction * STEPS));
		});
	}

	@Override
	public boolean isCancelled() {
		return progress.isCancelled();
	}

	@Override
	public void close() {
		if (!GraphicsEnvironment.isHeadless()) EventQueue.invokeLater(() -> {
			opening.stop();
			dialog.dispose();
		});
	}
}
