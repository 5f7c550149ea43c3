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

import java.util.Locale;
import java.util.OptionalDouble;

import javax.swing.JComponent;
import javax.swing.JLabel;

import ij.ImagePlus;
import ij.measure.Calibration;
import sc.fiji.stablesam.ij.drawing.DrawingStatus;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.mask.MaskQuality;

/** The figures of the object that is being drawn. For the event thread. */
final class FiguresPane {

	private static final String NONE = "\u2013";

	private final Rows rows = new Rows();
	private final JLabel area = new JLabel(NONE);
	private final JLabel iou = new JLabel(NONE);
	private final JLabel stability = new JLabel(NONE);
	private final JLabel routing = new JLabel(NONE);
	private final JLabel familiarity = new JLabel(NONE);
	private final JLabel choice = new JLabel(NONE);
	private final JLabel accepted = new JLabel(NONE);

	FiguresPane() {
		rows.add("Area", area);
		rows.add("Predicted IoU", iou);
		rows.add("Stability", stability);
		rows.add("Routing weight", routing);
		rows.add("Familiarity", familiarity);
		rows.add("Mask", choice);
		rows.add("Accepted", accepted);
	}

	JComponent component() {
		return rows.panel();
	}

	/** @param imp the image in front; may be null */
	void show(final DrawingStatus status, final ImagePlus imp) {
		final Mask mask = status.mask().orElse(null);
		area.setText(mask == null ? NONE : area(mask.area(), imp));
		iou.setText(mask == null ? NONE : figure(mask.quality().predictedIou()));
		stability.setText(mask == null ? NONE : stability(mask.quality()));
		routing.setText(mask == null ? NONE : figure(mask.quality()
			.routingWeight()));
		familiarity.setText(mask == null ? NONE : familiarity(mask.quality()));
		choice.setText(mask == null ? NONE : status.choice() + 1 + " of " + status
			.choices());
		accepted.setText(Integer.toString(status.accepted()));
	}

	private static String area(final int pixels, final ImagePlus imp) {
		final String text = pixels + (pixels == 1 ? " pixel" : " pixels");
		if (imp == null || !imp.getCalibration().scaled()) return text;
		final Calibration scale = imp.getCalibration();
		return String.format(Locale.ROOT, "%s (%.4g %s\u00b2)", text, pixels *
			scale.pixelWidth * scale.pixelHeight, scale.getUnit());
	}

	private static String stability(final MaskQuality quality) {
		return figure(quality.stability()) + (quality.isUnstable() ? " (look at it)"
			: "");
	}

	/** NB: That one is low is nothing that the one who draws can change. */
	private static String familiarity(final MaskQuality quality) {
		return figure(quality.familiarity()) + (quality.isUnfamiliar()
			? " (mostly SAM alone)" : "");
	}

	private static String figure(final OptionalDouble figure) {
		return figure.isPresent() ? figure(figure.getAsDouble()) : NONE;
	}

	private static String figure(final double figure) {
		return String.format(Locale.ROOT, "%.2f", figure);
	}
}
