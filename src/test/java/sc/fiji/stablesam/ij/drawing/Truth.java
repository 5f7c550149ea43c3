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

import java.awt.Rectangle;

import ij.IJ;
import ij.gui.Roi;
import ij.process.ImageProcessor;

/** What people drew on a plane of a test image. */
final class Truth {

	private final ImageProcessor labels;

	private Truth(final ImageProcessor labels) {
		this.labels = labels;
	}

	/** @param name of the test image, and of the plane */
	static Truth of(final String name) {
		return new Truth(IJ.openImage("src/test/resources/truth/" + name + ".png")
			.getProcessor());
	}

	/** @return in pixels */
	Rectangle bounds(final int label) {
		Rectangle bounds = null;
		for (int y = 0; y < labels.getHeight(); y++)
			for (int x = 0; x < labels.getWidth(); x++) {
				if (labels.get(x, y) != label) continue;
				final Rectangle pixel = new Rectangle(x, y, 1, 1);
				bounds = bounds == null ? pixel : bounds.union(pixel);
			}
		return bounds;
	}

	double iou(final int label, final Roi roi) {
		int both = 0;
		int either = 0;
		for (int y = 0; y < labels.getHeight(); y++)
			for (int x = 0; x < labels.getWidth(); x++) {
				final boolean wanted = labels.get(x, y) == label;
				final boolean found = roi.contains(x, y);
				if (wanted && found) both++;
				if (wanted || found) either++;
			}
		return (double) both / either;
	}
}
