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

package sc.fiji.stablesam.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import sc.fiji.stablesam.image.ImageFrame;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.mask.MaskQuality;
import sc.fiji.stablesam.model.MaskProposals;

class LogitGridTest {

	private static final int SIDE = MaskProposals.SIDE;

	private static final ImageFrame WHOLE = ImageFrame.stretched(400, 200, 1024);
	private static final ImageFrame PADDED = ImageFrame.padded(400, 200, 1024);

	@Test
	void whatIsSeenFromAfarLiesInThePartWhereItIs() {
		for (final ImageFrame whole : new ImageFrame[] { WHOLE, PADDED }) {
			final ImageFrame part = whole.part(100, 50, 100, 50);
			final Mask far = mask(disc(whole, 140, 80, 15), whole);
			final Mask near = mask(LogitGrid.between(whole, part).of(disc(whole, 140,
				80, 15)), part);
			assertTrue(near.iou(far) > 0.97, whole + ": " + near.iou(far));
			assertEquals(Math.PI * 15 * 15, near.area(), 20);
		}
	}

	@Test
	void whatLiesBeyondThePartIsNotInIt() {
		final ImageFrame part = WHOLE.part(100, 50, 100, 50);
		final LogitGrid grid = LogitGrid.between(WHOLE, part);
		assertTrue(mask(grid.of(disc(WHOLE, 300, 80, 15)), part).isEmpty());
		final Mask half = mask(grid.of(disc(WHOLE, 100, 80, 15)), part);
		assertEquals(100, half.minX());
		assertEquals(Math.PI * 15 * 15 / 2, half.area(), 20);
	}

	@Test
	void aViewIsItsOwn() {
		final float[] logits = disc(WHOLE, 140, 80, 15);
		assertArrayEquals(logits, LogitGrid.between(WHOLE, WHOLE).of(logits),
			1e-3f);
	}

	private static Mask mask(final float[] logits, final ImageFrame frame) {
		return new LogitMasks(frame.withSide(SIDE)).mask(logits, MaskQuality.of(1));
	}

	/** @return logits that fall with the distance from the centre */
	private static float[] disc(final ImageFrame frame, final double x,
		final double y, final double radius)
	{
		final ImageFrame logits = frame.withSide(SIDE);
		final float[] values = new float[SIDE * SIDE];
		for (int i = 0; i < values.length; i++)
			values[i] = (float) (radius - Math.hypot(logits.toImageX(i % SIDE) - x,
				logits.toImageY(i / SIDE) - y));
		return values;
	}
}
