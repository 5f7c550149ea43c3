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

package sc.fiji.stablesam.image;

import java.util.Arrays;

import net.imglib2.type.numeric.ARGBType;

/** The colours that the brightnesses 0 to 255 are shown in. Immutable. */
public final class ColorTable {

	private static final ColorTable GREY = to(255, 255, 255);

	private final int[] argb;

	private ColorTable(final int[] argb) {
		this.argb = argb;
	}

	/** @return black to white */
	public static ColorTable grey() {
		return GREY;
	}

	/** @return black to a colour given by its components from 0 to 255 */
	public static ColorTable to(final int red, final int green, final int blue) {
		final int[] argb = new int[256];
		for (int i = 0; i < 256; i++)
			argb[i] = ARGBType.rgba(Math.round(red * i / 255f), Math.round(green * i /
				255f), Math.round(blue * i / 255f), 255);
		return new ColorTable(argb);
	}

	/**
	 * @param argb 256 colours, as {@link ARGBType} holds them; their alpha is
	 *          ignored
	 * @throws IllegalArgumentException if there are not 256
	 */
	public static ColorTable of(final int... argb) {
		if (argb.length != 256) throw new IllegalArgumentException(
			"A colour table has 256 colours, not " + argb.length + ".");
		final int[] opaque = argb.clone();
		for (int i = 0; i < 256; i++)
			opaque[i] |= 0xff000000;
		return new ColorTable(opaque);
	}

	/** @return the opaque colour of a brightness from 0 to 255 */
	public int argb(final int brightness) {
		return argb[brightness];
	}

	/**
	 * @return whether it goes from one colour to another without turning back in
	 *         any component, so that its order means intensity; false for
	 *         palettes
	 */
	public boolean isRamp() {
		for (int shift = 0; shift <= 16; shift += 8) {
			boolean rises = false;
			boolean falls = false;
			for (int i = 1; i < 256; i++) {
				final int step = (argb[i] >> shift & 255) - (argb[i - 1] >> shift &
					255);
				rises |= step > 0;
				falls |= step < 0;
			}
			if (rises && falls) return false;
		}
		return true;
	}

	@Override
	public boolean equals(final Object o) {
		return o instanceof ColorTable && Arrays.equals(((ColorTable) o).argb,
			argb);
	}

	@Override
	public int hashCode() {
		return Arrays.hashCode(argb);
	}
}
