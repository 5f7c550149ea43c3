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
 * How alike the masks are that several prompts for one object give (mSF;
 * Stable-SAM, section 4): the mean IoU of each mask with the union of all.
 */
public final class MaskStability {

	private MaskStability() {}

	/**
	 * @param masks at least one
	 * @return above 0, up to 1; 1 if all masks are the same, also if all are
	 *         empty
	 */
	public static double of(final List<Mask> masks) {
		if (masks.isEmpty()) throw new IllegalArgumentException(
			"The stability is that of at least one mask.");
		final long union = union(masks);
		if (union == 0) return 1;
		// NB: a mask's intersection with the union is the mask.
		return masks.stream().mapToInt(Mask::area).average().orElseThrow() / union;
	}

	/** @return the number of pixels that are in any of the masks */
	private static int union(final List<Mask> masks) {
		int x0 = Integer.MAX_VALUE, y0 = x0, x1 = Integer.MIN_VALUE;
		for (final Mask mask : masks) {
			if (mask.isEmpty()) continue;
			x0 = Math.min(x0, mask.minX());
			y0 = Math.min(y0, mask.minY());
			x1 = Math.max(x1, mask.minX() + mask.width());
		}
		final BitSet any = new BitSet();
		for (final Mask mask : masks)
			for (int y = 0; y < mask.height(); y++)
				for (int x = 0; x < mask.width(); x++)
					if (mask.contains(mask.minX() + x, mask.minY() + y)) any.set(mask
						.minX() - x0 + x + (mask.minY() - y0 + y) * (x1 - x0));
		return any.cardinality();
	}
}
