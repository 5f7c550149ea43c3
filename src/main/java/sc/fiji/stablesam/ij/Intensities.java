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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ij.measure.Calibration;
import ij.process.ImageProcessor;

import sc.fiji.stablesam.mask.Mask;

/**
 * The mean intensities of a result's objects, in calibrated units, one for each
 * channel that the object's plane shows. NaN pixels do not count; RGB pixels
 * count as the mean of their components, as in ImageJ. Each plane is read once.
 */
final class Intensities {

	private final SourceImage image;
	private final Calibration calibration;
	private final double[][] means;

	private Intensities(final SegmentResult result) {
		image = result.image();
		calibration = image.calibration();
		means = new double[result.objects().size()][];
		final Map<PlanePosition, List<SegmentedObject>> planes =
			new LinkedHashMap<>();
		for (final SegmentedObject object : result.objects())
			planes.computeIfAbsent(object.plane(), p -> new ArrayList<>()).add(
				object);
		planes.forEach(this::measure);
	}

	static Intensities of(final SegmentResult result) {
		return new Intensities(result);
	}

	/** @return one mean for each channel; NaN for an empty mask */
	double[] means(final SegmentedObject object) {
		return means[object.label() - 1];
	}

	private void measure(final PlanePosition plane,
		final List<SegmentedObject> objects)
	{
		final List<Integer> channels = image.channelsOf(plane);
		for (int c = 0; c < channels.size(); c++) {
			final ImageProcessor pixels = image.read(plane, channels.get(c));
			for (final SegmentedObject object : objects) {
				final int i = object.label() - 1;
				if (means[i] == null) means[i] = new double[channels.size()];
				means[i][c] = mean(pixels, object.mask());
			}
		}
	}

	private double mean(final ImageProcessor pixels, final Mask mask) {
		double sum = 0;
		long n = 0;
		for (int y = mask.minY(); y < mask.minY() + mask.height(); y++)
			for (int x = mask.minX(); x < mask.minX() + mask.width(); x++) {
				if (!mask.contains(x, y)) continue;
				final double value = value(pixels, x, y);
				if (Double.isNaN(value)) continue;
				sum += value;
				n++;
			}
		return n == 0 ? Double.NaN : sum / n;
	}

	private double value(final ImageProcessor pixels, final int x, final int y) {
		if (pixels.getBitDepth() == 24) {
			final int rgb = pixels.get(x, y);
			return ((rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255)) / 3.0;
		}
		final float raw = pixels.getf(x, y);
		return pixels.getBitDepth() == 32 ? raw : calibration.getCValue(raw);
	}
}
