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

package sc.fiji.stablesam.ij;

import java.awt.GraphicsEnvironment;
import java.util.List;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.plugin.frame.Recorder;
import ij.plugin.frame.RoiManager;
import sc.fiji.stablesam.StableSamException;

/** The places in ImageJ that ROIs can be added to. */
public final class RoiSinks {

	private RoiSinks() {}

	/**
	 * @return the ROI Manager, opened when the first ROIs come
	 * @throws StableSamException if there is no display
	 */
	public static RoiSink roiManager() {
		if (GraphicsEnvironment.isHeadless()) throw new StableSamException(
			"There is no ROI Manager without a display; choose the overlay or files as output instead.");
		return rois -> EventThread.run(() -> addToManager(rois));
	}

	/**
	 * @param imp its overlay is kept and added to
	 * @return the image's overlay
	 */
	public static RoiSink overlay(final ImagePlus imp) {
		final boolean hadWindow = imp.getWindow() != null;
		return rois -> EventThread.run(() -> {
			if (imp.getProcessor() == null || hadWindow && imp.getWindow() == null)
				throw new StableSamException("The image '" + imp.getTitle() +
					"' was closed before its outlines could be added; open it and run again.");
			addToOverlay(rois, imp);
		});
	}

	/** @return a plain list */
	public static RoiSink list(final List<Roi> list) {
		return list::addAll;
	}

	private static void addToManager(final List<Roi> rois) {
		if (rois.isEmpty()) return;
		final RoiManager open = RoiManager.getInstance2();
		final RoiManager manager = open == null ? RoiManager.getRoiManager() : open;
		// NB: a recorded macro repeats the command, so it must not also record
		// each single addition.
		Recorder.suspendRecording();
		try {
			final int last = rois.size() - 1;
			for (final Roi roi : rois.subList(0, last))
				manager.add((ImagePlus) null, roi, -1);
			// NB: this way of adding also refreshes what the image shows.
			manager.addRoi(rois.get(last));
		}
		finally {
			Recorder.resumeRecording();
		}
	}

	private static void addToOverlay(final List<Roi> rois, final ImagePlus imp) {
		final Overlay overlay = imp.getOverlay() == null ? new Overlay() : imp
			.getOverlay();
		for (final Roi roi : rois)
			overlay.add(roi);
		imp.setOverlay(overlay);
	}
}
