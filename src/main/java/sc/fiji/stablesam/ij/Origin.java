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

import java.util.Locale;
import java.util.Objects;

import ij.gui.Roi;

import sc.fiji.stablesam.mask.MaskQuality;

/** Where objects come from: the image and the model; outlines them. */
final class Origin {

	/** The ROI property that holds the predicted IoU, from 0 to 1. */
	static final String IOU = "stable-sam.iou";
	/** The ROI property that holds the stability, from 0 to 1, if measured. */
	static final String STABILITY = "stable-sam.stability";
	/** The ROI property that holds the routing weight, if there is a plugin. */
	static final String ROUTING = "stable-sam.routing";
	/** The ROI property that holds the familiarity, if the plugin knows it. */
	static final String FAMILIARITY = "stable-sam.familiarity";
	/** The ROI property that holds the kind of prompt. */
	static final String PROMPT = "stable-sam.prompt";
	/** The ROI property that holds the model's name. */
	static final String MODEL = "stable-sam.model";

	/** How thick unstable outlines are, in pixels. */
	private static final double UNSTABLE_WIDTH = 3;

	private final SourceImage image;
	private final String modelName;

	Origin(final SourceImage image, final String modelName) {
		this.image = Objects.requireNonNull(image);
		this.modelName = Objects.requireNonNull(modelName);
	}

	PlanePosition planeOf(final RoiPrompt prompt) {
		return image.plane(prompt.position());
	}

	/** @param object with pixels */
	Roi outline(final SegmentedObject object) {
		final Roi roi = MaskRois.of(object.mask());
		final MaskQuality quality = object.mask().quality();
		roi.setName(object.name());
		new RoiPositions(image.shape()).set(roi, object.prompt().position());
		roi.setGroup(object.prompt().group());
		if (quality.isUnstable()) {
			roi.setStrokeColor(Palette.UNSTABLE);
			roi.setStrokeWidth(UNSTABLE_WIDTH);
		}
		roi.setProperty(IOU, number(quality.predictedIou()));
		quality.stability().ifPresent(stability -> roi.setProperty(STABILITY,
			number(stability)));
		quality.routingWeight().ifPresent(weight -> roi.setProperty(ROUTING, number(
			weight)));
		quality.familiarity().ifPresent(likeness -> roi.setProperty(FAMILIARITY,
			number(likeness)));
		roi.setProperty(PROMPT, object.prompt().prompt().kind());
		roi.setProperty(MODEL, modelName);
		return roi;
	}

	private static String number(final double value) {
		return String.format(Locale.ROOT, "%.4f", value);
	}
}
