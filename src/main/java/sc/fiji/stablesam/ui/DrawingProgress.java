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

import ij.IJ;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.session.SegmentationModel;

/**
 * Shows what takes long in ImageJ's status bar, and in the panel if there is
 * one. Thread-safe but for the panel.
 */
final class DrawingProgress implements Progress {

	private DrawingPanel panel;
	private SegmentationModel model;

	/** On the event thread. */
	void show(final DrawingPanel newPanel) {
		panel = newPanel;
		if (model != null) panel.tell(model);
	}

	/** @param loaded what answers from now on */
	void loaded(final SegmentationModel loaded) {
		EventQueue.invokeLater(() -> {
			if (model == loaded) return;
			model = loaded;
			if (panel != null) panel.tell(loaded);
		});
	}

	@Override
	public void report(final String task, final double fraction) {
		final boolean over = fraction >= 1;
		IJ.showStatus(over ? "" : "Stable-SAM: " + task);
		IJ.showProgress(fraction);
		EventQueue.invokeLater(() -> {
			if (panel == null) return;
			if (over) panel.endProgress();
			else panel.progress(task, fraction);
		});
	}

	/** Nothing takes long any more. */
	void end() {
		report("", 1);
	}

	/** NB: Work is cancelled where it is asked for. */
	@Override
	public boolean isCancelled() {
		return false;
	}
}
