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

package sc.fiji.stablesam.mask;

import java.util.BitSet;
import java.util.Random;

/** Masks for tests. */
final class Masks {

	static final MaskQuality GOOD = MaskQuality.of(0.9f, 0.8f);

	private Masks() {}

	/** @param rows '#' for a pixel of the mask */
	static Mask of(final int x, final int y, final String... rows) {
		final String all = String.join("", rows);
		final boolean[] pixels = new boolean[all.length()];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = all.charAt(i) == '#';
		return of(pixels, x, y, rows[0].length());
	}

	static Mask of(final boolean[] pixels, final int x, final int y,
		final int width)
	{
		final BitSet bits = new BitSet();
		for (int i = 0; i < pixels.length; i++)
			bits.set(i, pixels[i]);
		return Mask.ofBits(x, y, width, pixels.length / width, bits, GOOD);
	}

	/** From none to nearly all of them set. */
	static boolean[] randomPixels(final Random random, final int n) {
		final double density = random.nextDouble();
		final boolean[] pixels = new boolean[n];
		for (int i = 0; i < n; i++)
			pixels[i] = random.nextDouble() < density * density;
		return pixels;
	}
}
