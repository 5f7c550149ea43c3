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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import sc.fiji.stablesam.image.ImageFrame;
import sc.fiji.stablesam.mask.Mask;

class TrueLogitsTest {

	@Test
	void cellsHaveTheirShareOfPixels() {
		final Mask mask = Pictures.mask(1, 0, "##", ".#");
		assertArrayEquals(new float[] { 0.25f, 0.5f, 0, 0 }, TrueLogits.of(mask,
			ImageFrame.stretched(4, 4, 2)));
	}

	@Test
	void largePixelsFillSeveralCells() {
		final Mask mask = Pictures.mask(1, 0, "#");
		assertArrayEquals(new float[] { 0, 0.5f, 1, 0, 0.5f, 1, 0, 0.5f, 1 },
			TrueLogits.of(mask, ImageFrame.stretched(2, 1, 3)), 1e-6f);
	}

	@Test
	void theAreaStays() {
		final Mask disc = Pictures.disc(13, 17, 31);
		final ImageFrame frame = ImageFrame.stretched(97, 71, 64);
		double sum = 0;
		for (final float cell : TrueLogits.of(disc, frame))
			sum += cell;
		assertEquals(disc.area() * 64.0 * 64 / 97 / 71, sum, 1e-3);
	}
}
