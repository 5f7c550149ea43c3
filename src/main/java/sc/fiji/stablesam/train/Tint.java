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

import java.util.SplittableRandom;

/** Gives brightnesses colours: from one for the dark to one for the bright. */
final class Tint {

	private static final double COLOURED = 0.3;
	private static final double DARKER = 0.6;
	private static final double BRIGHTER = 0.5;

	private final double[] dark = { 0, 0, 0 };
	private final double[] bright = { 1, 1, 1 };

	/** Mostly grey. */
	Tint(final SplittableRandom random) {
		if (random.nextDouble() >= COLOURED) return;
		for (int c = 0; c < dark.length; c++) {
			dark[c] = DARKER * random.nextDouble();
			bright[c] = BRIGHTER + (1 - BRIGHTER) * random.nextDouble();
		}
		if (random.nextBoolean()) swap();
	}

	private void swap() {
		final double[] was = dark.clone();
		System.arraycopy(bright, 0, dark, 0, dark.length);
		System.arraycopy(was, 0, bright, 0, bright.length);
	}

	/**
	 * @param brightness from 0 to 1
	 * @return ARGB, opaque
	 */
	int of(final double brightness) {
		int argb = 255;
		for (int c = 0; c < dark.length; c++)
			argb = argb << 8 | (int) Math.round(255 * (dark[c] + brightness *
				(bright[c] - dark[c])));
		return argb;
	}
}
