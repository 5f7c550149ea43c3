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
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import sc.fiji.stablesam.StableSamException;
import sc.fiji.stablesam.mask.Mask;

/** Paints masks into a label image. */
public final class LabelImage {

	private static final int MOST_IN_16_BITS = 65535;

	private LabelImage() {}

	/**
	 * @param image whose planes the objects are on
	 * @param objects with different labels
	 * @return of the image's size, calibration and position, not shown; 0 for
	 *         background and the objects' labels; 16-bit, or 32-bit float above
	 *         65 535 objects
	 * @throws StableSamException if it does not fit into memory
	 */
	public static ImagePlus of(final SourceImage image,
		final List<SegmentedObject> objects)
	{
		final StackShape shape = image.shape();
		final int channels = shape.isMixed() ? 1 : shape.channels();
		final ImageStack stack;
		try {
			stack = paint(image, objects, channels);
		}
		catch (final OutOfMemoryError e) {
			throw new StableSamException("The label image of '" + image.title() +
				"' does not fit into memory; give ImageJ more of it or duplicate fewer planes first.",
				e);
		}
		final ImagePlus labels = new ImagePlus(image.title() + "-labels", stack);
		labels.setDimensions(channels, shape.slices(), shape.frames());
		if (labels.getNDimensions() > 3) labels.setOpenAsHyperStack(true);
		labels.setCalibration(spatial(image.calibration()));
		final PlanePosition current = shape.current();
		labels.setPosition(Math.min(current.channel(), channels), current.slice(),
			current.frame());
		show(labels, objects.size());
		return labels;
	}

	private static ImageStack paint(final SourceImage image,
		final List<SegmentedObject> objects, final int channels)
	{
		final StackShape shape = image.shape();
		final ImageStack stack = new ImageStack(image.width(), image.height());
		final List<ImageProcessor> planes = new ArrayList<>();
		for (int i = 0; i < channels * shape.slices() * shape.frames(); i++) {
			planes.add(blank(image, objects.size()));
			stack.addSlice(planes.get(i));
		}
		for (final SegmentedObject object : worstFirst(objects)) {
			final PlanePosition p = object.plane();
			final int index = Math.max(1, p.channel()) - 1 + channels * (p.slice() -
				1 + shape.slices() * (p.frame() - 1));
			paint(object.mask(), object.label(), planes.get(index));
		}
		return stack;
	}

	private static ImageProcessor blank(final SourceImage image, final int n) {
		return n > MOST_IN_16_BITS ? new FloatProcessor(image.width(), image
			.height()) : new ShortProcessor(image.width(), image.height());
	}

	/** NB: what is painted later wins; of equals, the earlier prompt. */
	private static List<SegmentedObject> worstFirst(
		final List<SegmentedObject> objects)
	{
		final List<SegmentedObject> sorted = new ArrayList<>(objects);
		Collections.reverse(sorted);
		sorted.sort(Comparator.comparingDouble(LabelImage::score));
		return sorted;
	}

	private static double score(final SegmentedObject object) {
		final float iou = object.mask().quality().predictedIou();
		return Float.isNaN(iou) ? Double.NEGATIVE_INFINITY : iou;
	}

	static void paint(final Mask mask, final int label,
		final ImageProcessor plane)
	{
		for (int y = mask.minY(); y < mask.minY() + mask.height(); y++)
			for (int x = mask.minX(); x < mask.minX() + mask.width(); x++)
				if (mask.contains(x, y)) plane.setf(x, y, label);
	}

	/** NB: labels have no density, whatever the source's pixel values mean. */
	private static Calibration spatial(final Calibration calibration) {
		calibration.disableDensityCalibration();
		return calibration;
	}

	private static void show(final ImagePlus labels, final int n) {
		labels.setLut(Palette.labelLut());
		labels.setDisplayRange(0, Math.max(n, 255));
	}
}
