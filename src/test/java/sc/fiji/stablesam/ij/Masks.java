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

import java.util.BitSet;
import java.util.Collections;
import java.util.Random;

import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.mask.MaskQuality;

/** Masks for tests. */
final class Masks {

	private static final MaskQuality GOOD = MaskQuality.of(0.9f, 0.8f);

	private Masks() {}

	/** @param rows '#' for a pixel of the mask */
	static Mask of(final int x, final int y, final String... rows) {
		return of(0.9f, x, y, rows);
	}

	static Mask of(final float iou, final int x, final int y,
		final String... rows)
	{
		final int width = rows[0].length();
		final BitSet bits = new BitSet();
		for (int i = 0; i < rows.length; i++)
			for (int j = 0; j < width; j++)
				if (rows[i].charAt(j) == '#') bits.set(j + i * width);
		return Mask.ofBits(x, y, width, rows.length, bits, MaskQuality.of(iou,
			0.8f));
	}

	/** @param density the share of pixels in the mask */
	static Mask random(final int width, final int height, final double density,
		final Random random)
	{
		final BitSet bits = new BitSet();
		for (int i = 0; i < width * height; i++)
			bits.set(i, random.nextDouble() < density);
		return Mask.ofBits(random.nextInt(50), random.nextInt(50), width, height,
			bits, GOOD);
	}

	/** @return all of a box */
	static Mask rectangle(final int x, final int y, final int width,
		final int height)
	{
		return of(x, y, Collections.nCopies(height, "#".repeat(width)).toArray(
			new String[0]));
	}

	static Mask empty() {
		return Mask.empty(MaskQuality.of(0.1f, 0));
	}
}
