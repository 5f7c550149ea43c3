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

import ij.ImagePlus;
import ij.process.ImageProcessor;

import sc.fiji.stablesam.image.Contrast;

/**
 * Tells whether a person has set a display range or ImageJ has.
 * <p>
 * ImageJ keeps no record of that, but what it sets by itself is one of these:
 * the whole range of 8 or 16 bits, or the least and greatest value of some
 * plane (the one that was current, the first, the middle one; of any channel,
 * since a composite image takes over one range for all) or of the whole stack.
 * Any other range is somebody's choice. Of a virtual stack only its first, its
 * middle and its current plane are looked at.
 */
final class DisplayRanges {

	private final PlaneReader planes;
	private final int size;
	private final int current;
	private final int bitDepth;
	private final int default16bitRange = ImagePlus.getDefault16bitRange();

	DisplayRanges(final ImagePlus imp, final PlaneReader planes) {
		this.planes = planes;
		this.size = imp.getStackSize();
		this.current = imp.getCurrentSlice();
		this.bitDepth = imp.getBitDepth();
	}

	/** @return whether it is a range that ImageJ sets without being asked */
	boolean isAutomatic(final Contrast range) {
		if (bitDepth <= 8) return isBits(range, 8);
		if (bitDepth == 16 && (isBits(range, 16) || isBits(range,
			default16bitRange))) return true;
		double min = Double.POSITIVE_INFINITY;
		double max = Double.NEGATIVE_INFINITY;
		for (final int index : looked()) {
			final ImageProcessor plane = planes.read(index);
			plane.resetMinAndMax();
			if (isEqual(range, plane.getMin(), plane.getMax())) return true;
			min = Math.min(min, plane.getMin());
			max = Math.max(max, plane.getMax());
		}
		return isEqual(range, min, max);
	}

	private int[] looked() {
		if (planes.isVirtual()) return new int[] { current, 1, 1 + size / 2 };
		final int[] all = new int[size + 1];
		all[0] = current;
		for (int i = 1; i <= size; i++)
			all[i] = i;
		return all;
	}

	private static boolean isBits(final Contrast range, final int bits) {
		return bits > 0 && isEqual(range, 0, Math.pow(2, bits) - 1);
	}

	private static boolean isEqual(final Contrast range, final double min,
		final double max)
	{
		return range.min() == min && range.max() == max;
	}
}
