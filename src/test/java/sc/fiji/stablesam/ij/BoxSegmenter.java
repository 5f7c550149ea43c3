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
import java.util.BitSet;
import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.mask.MaskQuality;
import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Refinement;

/**
 * Answers a box by what is brighter than half in it, and anything else by
 * nothing. Stands in for a network where the plumbing round it is tested.
 */
final class BoxSegmenter implements PlaneSegmenter {

	int planes;

	@Override
	public String name() {
		return "threshold";
	}

	@Override
	public List<Mask> segment(final RandomAccessibleInterval<ARGBType> plane,
		final List<Refinement> prompts, final Progress progress)
	{
		planes++;
		final List<Mask> masks = new ArrayList<>();
		for (final Refinement prompt : prompts) {
			progress.report("Thresholding", (double) masks.size() / prompts.size());
			progress.checkCancelled();
			masks.add(prompt.prompt().box().map(box -> bright(plane, box)).orElse(
				Masks.empty()));
		}
		return masks;
	}

	private static Mask bright(final RandomAccessibleInterval<ARGBType> plane,
		final Box box)
	{
		final int width = (int) plane.dimension(0);
		final int height = (int) plane.dimension(1);
		final BitSet bits = new BitSet();
		for (int y = (int) box.minY(); y < box.maxY(); y++)
			for (int x = (int) box.minX(); x < box.maxX(); x++)
				bits.set(x + y * width, (plane.getAt(x, y).get() & 255) > 127);
		return Mask.ofBits(0, 0, width, height, bits, MaskQuality.of(0.75f, 0.5f));
	}
}
