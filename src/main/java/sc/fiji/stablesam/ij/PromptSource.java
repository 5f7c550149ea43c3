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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;

import sc.fiji.stablesam.StableSamException;

/** Where the ROIs that serve as prompts come from. */
public enum PromptSource {

		ACTIVE_SELECTION("active selection"), OVERLAY("overlay"), ROI_MANAGER(
			"ROI Manager");

	private final String label;

	PromptSource(final String label) {
		this.label = label;
	}

	/**
	 * Reads the ROIs as they are now; they are copied, so that the user may go on
	 * drawing.
	 *
	 * @param imp the image that the ROIs lie on
	 * @throws sc.fiji.stablesam.StableSamException if there are no ROIs, or, for
	 *           the ROI Manager, if there is no display
	 */
	public PromptSet read(final ImagePlus imp, final PointsMode mode) {
		final SourceImage image = SourceImage.of(imp);
		final List<Roi> copies = new ArrayList<>();
		for (final Roi roi : rois(imp))
			copies.add((Roi) roi.clone());
		if (this == ACTIVE_SELECTION) {
			final Roi selection = copies.get(0);
			if (selection.getName() == null) selection.setName("selection");
		}
		return RoiPrompts.of(copies, image, mode == PointsMode.AUTO ? usualMode()
			: mode);
	}

	private PointsMode usualMode() {
		return this == ACTIVE_SELECTION ? PointsMode.TOGETHER : PointsMode.EACH;
	}

	private List<Roi> rois(final ImagePlus imp) {
		switch (this) {
			case ACTIVE_SELECTION:
				if (imp.getRoi() == null) throw new StableSamException("The image '" +
					imp.getTitle() + "' has no selection; draw a ROI on it first.");
				return Collections.singletonList(imp.getRoi());
			case OVERLAY:
				if (imp.getOverlay() == null || imp.getOverlay().size() == 0)
					throw new StableSamException("The image '" + imp.getTitle() +
						"' has no overlay; add ROIs to its overlay first.");
				return Arrays.asList(imp.getOverlay().toArray());
			default:
				return managed();
		}
	}

	private static List<Roi> managed() {
		if (GraphicsEnvironment.isHeadless()) throw new StableSamException(
			"There is no ROI Manager without a display; put the ROIs on the image's overlay instead.");
		final RoiManager manager = RoiManager.getInstance2();
		if (manager == null || manager.getCount() == 0)
			throw new StableSamException(
				"The ROI Manager is empty; add ROIs to it first.");
		return Arrays.asList(manager.getRoisAsArray());
	}

	/** @return the label for people and macros */
	@Override
	public String toString() {
		return label;
	}
}
