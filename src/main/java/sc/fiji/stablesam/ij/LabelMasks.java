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

import java.awt.Rectangle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import ij.process.ImageProcessor;

import sc.fiji.stablesam.StableSamException;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.mask.MaskQuality;

/** The masks in a file of instance labels: one for each number above 0. */
final class LabelMasks {

	/** Nothing is surer than what is drawn. */
	private static final MaskQuality TRUE = MaskQuality.of(1, 1);

	private final Path file;
	private final ImageProcessor labels;

	private LabelMasks(final Path file, final ImageProcessor labels) {
		this.file = file;
		this.labels = labels;
	}

	/** @throws StableSamException if they cannot be read or are no numbers */
	static LabelMasks read(final Path file) {
		final ImageProcessor labels = ImageFiles.openImage(file).getProcessor();
		if (labels.getBitDepth() != 8 && labels.getBitDepth() != 16)
			throw new StableSamException("The labels '" + file +
				"' are not numbers of 8 or 16 bits; save them as a 16-bit grey PNG, each object with a number of its own.");
		return new LabelMasks(file, labels);
	}

	/** @throws StableSamException if these are not labels of such an image */
	void requireSize(final int width, final int height, final Path image) {
		if (labels.getWidth() != width || labels.getHeight() != height)
			throw new StableSamException("The labels '" + file + "' have " + labels
				.getWidth() + " x " + labels.getHeight() +
				" pixels, but their image '" + image + "' has " + width + " x " +
				height + "; give labels of the same size.");
	}

	/** @return the masks, by their numbers */
	List<Mask> masks() {
		final Map<Integer, Rectangle> bounds = bounds();
		final Map<Integer, BitSet> bits = new TreeMap<>();
		bounds.forEach((label, box) -> bits.put(label, new BitSet(box.width *
			box.height)));
		for (int y = 0; y < labels.getHeight(); y++)
			for (int x = 0; x < labels.getWidth(); x++) {
				final int label = labels.get(x, y);
				if (label == 0) continue;
				final Rectangle box = bounds.get(label);
				bits.get(label).set(x - box.x + (y - box.y) * box.width);
			}
		final List<Mask> masks = new ArrayList<>();
		bounds.forEach((label, box) -> masks.add(Mask.ofBits(box.x, box.y,
			box.width, box.height, bits.get(label), TRUE)));
		return masks;
	}

	private Map<Integer, Rectangle> bounds() {
		final Map<Integer, Rectangle> bounds = new TreeMap<>();
		for (int y = 0; y < labels.getHeight(); y++)
			for (int x = 0; x < labels.getWidth(); x++) {
				final int label = labels.get(x, y);
				if (label > 0) bounds.merge(label, new Rectangle(x, y, 1, 1),
					Rectangle::union);
			}
		return bounds;
	}
}
