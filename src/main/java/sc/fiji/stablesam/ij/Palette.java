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

import java.awt.Color;

import ij.process.LUT;

/** Colours that tell objects apart, also neighbours in number. */
final class Palette {

	/** NB: steps by the golden angle never come near an earlier hue soon. */
	private static final double GOLDEN = 0.6180339887498949;
	private static final float[] SATURATION = { 0.75f, 0.55f, 0.9f };
	private static final float[] BRIGHTNESS = { 1f, 0.95f, 0.85f };

	/** Of what a person should look at. */
	static final Color UNSTABLE = Color.MAGENTA;

	private Palette() {}

	/** @param label from 1 */
	static Color color(final int label) {
		final float hue = (float) (0.33 + label * GOLDEN) % 1f;
		return Color.getHSBColor(hue, SATURATION[label % 3], BRIGHTNESS[label / 3 %
			3]);
	}

	/** @return black for the background, and a colour for each other value */
	static LUT labelLut() {
		final byte[][] rgb = new byte[3][256];
		for (int i = 1; i < 256; i++) {
			final Color color = color(i);
			rgb[0][i] = (byte) color.getRed();
			rgb[1][i] = (byte) color.getGreen();
			rgb[2][i] = (byte) color.getBlue();
		}
		return new LUT(rgb[0], rgb[1], rgb[2]);
	}
}
