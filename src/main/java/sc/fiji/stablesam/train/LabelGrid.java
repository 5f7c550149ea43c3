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

package sc.fiji.stablesam.train;

import java.util.BitSet;
import java.util.List;

import sc.fiji.stablesam.mask.Mask;

/**
 * Tells which object each pixel of a picture belongs to; where several do, the
 * last one. Pixels are counted row by row. Immutable.
 */
final class LabelGrid {

	private final int width;
	private final int height;
	private final int[] labels;

	/** @param objects within the picture */
	LabelGrid(final int width, final int height, final List<Mask> objects) {
		this.width = width;
		this.height = height;
		labels = new int[width * height];
		for (int i = 0; i < objects.size(); i++)
			set(objects.get(i), i + 1);
	}

	private void set(final Mask object, final int label) {
		for (int y = object.minY(); y < object.minY() + object.height(); y++)
			for (int x = object.minX(); x < object.minX() + object.width(); x++)
				if (object.contains(x, y)) labels[y * width + x] = label;
	}

	/** @return 0 for none, else from 1 on */
	int label(final int pixel) {
		return labels[pixel];
	}

	/** @return the pixels within so many of an edge, on both sides of it */
	BitSet rims(final int pixels) {
		BitSet rims = new BitSet(labels.length);
		for (int i = 0; i < labels.length; i++) {
			final int right = i % width + 1 < width ? i + 1 : i;
			final int below = i + width < labels.length ? i + width : i;
			if (labels[i] != labels[right]) rims.set(i, i + 2);
			if (labels[i] == labels[below]) continue;
			rims.set(i);
			rims.set(below);
		}
		for (int i = 1; i < pixels; i++)
			rims = grown(rims);
		return rims;
	}

	private BitSet grown(final BitSet pixels) {
		final BitSet grown = (BitSet) pixels.clone();
		for (int i = pixels.nextSetBit(0); i >= 0; i = pixels.nextSetBit(i + 1)) {
			if (i % width > 0) grown.set(i - 1);
			if (i % width + 1 < width) grown.set(i + 1);
			if (i >= width) grown.set(i - width);
			if (i / width + 1 < height) grown.set(i + width);
		}
		return grown;
	}
}
