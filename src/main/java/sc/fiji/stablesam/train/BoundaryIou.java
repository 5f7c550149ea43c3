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

import sc.fiji.stablesam.mask.Mask;

/**
 * The IoU of the boundary bands of a mask and the true one (mBIoU; Cheng et
 * al., Boundary IoU, 2021): unlike that of the masks, it does not forgive a bad
 * outline where the object is large.
 * <p>
 * A band is what an erosion by so many steps, each of which takes the pixels
 * away that have one of four neighbours outside, takes from a mask. Beyond the
 * image's border all is outside, as in the reference code, so that a cut object
 * has a boundary there too.
 */
public final class BoundaryIou {

	/** The width of the bands, as a share of the object's diagonal. */
	private static final double SHARE = 0.02;

	private BoundaryIou() {}

	/**
	 * @param truth decides how wide both bands are: 2 % of the diagonal of its
	 *          box, at least a pixel
	 * @return from 0 to 1; 1 if both masks are empty
	 */
	public static double of(final Mask mask, final Mask truth) {
		final int width = width(truth);
		return band(mask, width).iou(band(truth, width));
	}

	/** @return in pixels */
	static int width(final Mask truth) {
		return (int) Math.max(1, Math.round(SHARE * Math.hypot(truth.width(), truth
			.height())));
	}

	/** @return the pixels that lie no more than so many steps from outside */
	static Mask band(final Mask mask, final int width) {
		if (mask.isEmpty()) return mask;
		final StepsToOutside steps = StepsToOutside.of(mask);
		final BitSet bits = new BitSet(mask.width() * mask.height());
		for (int y = 0; y < mask.height(); y++)
			for (int x = 0; x < mask.width(); x++) {
				final int distance = steps.at(x, y);
				bits.set(x + y * mask.width(), distance > 0 && distance <= width);
			}
		return Mask.ofBits(mask.minX(), mask.minY(), mask.width(), mask.height(),
			bits, mask.quality());
	}
}
