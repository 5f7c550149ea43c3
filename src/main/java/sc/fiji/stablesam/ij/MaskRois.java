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

import java.util.concurrent.CancellationException;

import ij.gui.Roi;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;

import sc.fiji.stablesam.mask.Mask;

/** Outlines masks exactly: the ROI contains the mask's pixels and no others. */
final class MaskRois {

	private MaskRois() {}

	/**
	 * @param mask not empty
	 * @return a rectangle, a polygon, or, for holes and several parts, a
	 *         composite ROI; without name, group and position
	 */
	static Roi of(final Mask mask) {
		if (mask.isEmpty()) throw new IllegalArgumentException(
			"An empty mask has no outline.");
		final boolean full = mask.area() == mask.width() * mask.height();
		final Roi roi = full ? new Roi(mask.minX(), mask.minY(), mask.width(), mask
			.height()) : trace(mask);
		roi.setGroup(0);
		return roi;
	}

	private static Roi trace(final Mask mask) {
		final ByteProcessor pixels = new ByteProcessor(mask.width(), mask.height());
		for (int y = 0; y < mask.height(); y++)
			for (int x = 0; x < mask.width(); x++)
				if (mask.contains(mask.minX() + x, mask.minY() + y)) pixels.set(x, y,
					255);
		pixels.setThreshold(255, 255, ImageProcessor.NO_LUT_UPDATE);
		final Roi roi = new ThresholdToSelection().convert(pixels);
		// NB: the tracing gives up when its thread is interrupted.
		if (roi == null) throw new CancellationException("Cancelled.");
		roi.setLocation(mask.minX() + roi.getXBase(), mask.minY() + roi.getYBase());
		return roi;
	}
}
