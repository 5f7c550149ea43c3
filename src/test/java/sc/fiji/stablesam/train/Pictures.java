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

import java.util.Arrays;
import java.util.BitSet;

import net.imglib2.img.array.ArrayImgs;

import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.mask.MaskQuality;

/** Annotated pictures and masks for tests. */
final class Pictures {

	private Pictures() {}

	/** @param rows '#' for a pixel of the mask */
	static Mask mask(final int x, final int y, final String... rows) {
		final String all = String.join("", rows);
		final BitSet bits = new BitSet();
		for (int i = 0; i < all.length(); i++)
			bits.set(i, all.charAt(i) == '#');
		return Mask.ofBits(x, y, rows[0].length(), rows.length, bits, MaskQuality
			.of(1, 1));
	}

	static Mask rectangle(final int x, final int y, final int width,
		final int height)
	{
		final BitSet bits = new BitSet();
		bits.set(0, width * height);
		return Mask.ofBits(x, y, width, height, bits, MaskQuality.of(1, 1));
	}

	/** A disc whose box is (x, y, size, size). */
	static Mask disc(final int x, final int y, final int size) {
		final BitSet bits = new BitSet();
		for (int i = 0; i < size * size; i++)
			bits.set(i, Math.hypot(i % size + 0.5 - size / 2.0, i / size + 0.5 -
				size / 2.0) <= size / 2.0);
		return Mask.ofBits(x, y, size, size, bits, MaskQuality.of(1, 1));
	}

	/** A black picture with these objects. */
	static AnnotatedPicture of(final String name, final int width,
		final int height, final Mask... objects)
	{
		return AnnotatedPicture.of(name, ArrayImgs.argbs(width, height), Arrays
			.asList(objects));
	}
}
