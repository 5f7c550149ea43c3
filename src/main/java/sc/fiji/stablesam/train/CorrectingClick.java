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
import java.util.Optional;

import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.prompt.Click;

/**
 * Where a person clicks who sees what is wrong with a mask: in the middle of
 * the largest mistake, the pixel that is farthest from whatever is right (as in
 * Sofiiuk et al., Reviving Iterative Training with Mask Guidance for
 * Interactive Segmentation, ICIP 2022, section 4).
 */
final class CorrectingClick {

	private CorrectingClick() {}

	/**
	 * @return on the object where it was missed, or on what is none of it;
	 *         nothing if the mask is the true one
	 */
	static Optional<Click> of(final Mask found, final Mask truth) {
		final StepsToOutside missed = StepsToOutside.of(without(truth, found));
		final StepsToOutside excess = StepsToOutside.of(without(found, truth));
		if (missed.most() == 0 && excess.most() == 0) return Optional.empty();
		final boolean isMissed = missed.most() >= excess.most();
		return Optional.of((isMissed ? missed : excess).middle(isMissed));
	}

	private static Mask without(final Mask mask, final Mask other) {
		final BitSet bits = new BitSet(mask.width() * mask.height());
		for (int y = 0; y < mask.height(); y++)
			for (int x = 0; x < mask.width(); x++)
				bits.set(x + y * mask.width(), mask.contains(mask.minX() + x, mask
					.minY() + y) && !other.contains(mask.minX() + x, mask.minY() + y));
		return Mask.ofBits(mask.minX(), mask.minY(), mask.width(), mask.height(),
			bits, mask.quality());
	}
}
