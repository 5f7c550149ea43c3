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

import java.awt.Component;
import java.awt.Dimension;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.List;

import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.WindowConstants;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Prefs;
import ij.WindowManager;
import sc.fiji.stablesam.StableSamException;
import sc.fiji.stablesam.ij.drawing.Action;
import sc.fiji.stablesam.ij.drawing.DrawingStatus;
import sc.fiji.stablesam.session.SegmentationModel;

/**
 * The small window beside the images: what answers and how, the figures of what
 * is being drawn, what takes long, and a button for each key. ImageJ remembers
 * where it was and whether it was open. For the event thread.
 */
final class DrawingPanel {

	/** Its title. */
	static final String TITLE = "Stable-SAM While Drawing";

	private static final String OPEN = "stable-sam.drawing.panel";
	private static final int MARGIN = 8;
	private static final int STATUS_LINES = 2;

	private final DrawingRun run;
	private final JFrame frame = new JFrame(TITLE);
	private final WindowPlace place = new WindowPlace("stable-sam.drawing.loc",
		frame);
	private final JPanel panes = new JPanel();
	private final SettingsPane settings;
	private final JLabel device = new JLabel("<html>.<br>.</html>");
	private final FiguresPane figures = new FiguresPane();
	private final WorkPane work;
	private final ActionsPane actions;

	/** @param models the names to choose from */
	DrawingPanel(final DrawingRun run, final List<String> models) {
		this.run = run;
		settings = new SettingsPane(models, run.settings(), this::choose);
		// NB: buttons must stay where they are, however long the reason is.
		device.setPreferredSize(device.getPreferredSize());
		device.setText("");
		work = new WorkPane(STATUS_LINES, run::cancel);
		actions = new ActionsPane(this::act, this::showLabels, run::close);
		panes.setLayout(new BoxLayout(panes, BoxLayout.Y_AXIS));
		panes.setBorder(BorderFactory.createEmptyBorder(MARGIN, MARGIN, MARGIN,
			MARGIN));
		for (final JComponent pane : List.of(settings.component(), device, figures
			.component(), work.component(), actions.component()))
			add(pane);
		frame.setContentPane(panes);
		frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
		frame.addWindowListener(new WindowAdapter() {

			@Override
			public void windowClosing(final WindowEvent event) {
				leave();
			}
		});
		final ImageJ ij = IJ.getInstance();
		if (ij != null) frame.setIconImages(ij.getIconImages());
		frame.pack();
		// NB: keys are for the images, whatever was clicked here.
		frame.setFocusableWindowState(false);
		// NB: what it tells must not change its size.
		frame.setResizable(false);
	}

	private void add(final JComponent pane) {
		pane.setAlignmentX(Component.LEFT_ALIGNMENT);
		panes.add(pane);
		panes.add(Box.createRigidArea(new Dimension(0, MARGIN)));
	}

	/** @return whether it was open when it was there last */
	static boolean isWanted() {
		return Prefs.get(OPEN, true);
	}

	void open() {
		if (!frame.isVisible()) {
			place.restore();
			frame.setVisible(true);
			WindowManager.addWindow(frame);
		}
		Prefs.set(OPEN, true);
		refresh();
	}

	/** The person closes it, and draws on. */
	private void leave() {
		Prefs.set(OPEN, false);
		hide();
		IJ.showStatus(
			"Stable-SAM: still on. Choose 'Stable-SAM While Drawing' to switch it off.");
	}

	private void hide() {
		place.remember();
		WindowManager.removeWindow(frame);
		frame.setVisible(false);
	}

	/** Drawing is over. */
	void dispose() {
		hide();
		frame.dispose();
	}

	/** Something may have changed on the image in front. */
	void refresh() {
		final DrawingStatus status = run.drawing().status();
		figures.show(status, WindowManager.getCurrentImage());
		actions.show(status);
		if (status.mask().isPresent()) work.settle();
	}

	/** @param models the names to choose from, from now on */
	void offer(final List<String> models) {
		settings.offer(models);
	}

	/** @param model that answers now */
	void tell(final SegmentationModel model) {
		// NB: in HTML, so that it wraps.
		device.setText("<html>" + model.whyNoGpu().orElse("Running on " + model
			.deviceName() + ".") + "</html>");
	}

	/** @param sentence for the person */
	void tell(final String sentence) {
		work.tell(sentence);
	}

	void progress(final String task, final double fraction) {
		work.progress(task, fraction);
	}

	void endProgress() {
		work.end();
	}

	private void choose(final DrawingSettings wanted) {
		run.use(wanted);
		settings.show(run.settings());
	}

	private void act(final Action action) {
		run.drawing().act(action);
	}

	private void showLabels() {
		try {
			run.drawing().labelImage().ifPresent(ImagePlus::show);
		}
		catch (final StableSamException exc) {
			work.tell(exc.getMessage());
		}
	}
}
