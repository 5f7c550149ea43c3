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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import sc.fiji.stablesam.image.ImageFrame;
import sc.fiji.stablesam.image.Mirror;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.mask.MaskQuality;
import sc.fiji.stablesam.model.MaskProposals;
import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Click;
import sc.fiji.stablesam.prompt.Prompt;

class ReflectionTest {

	private static final int SIDE = MaskProposals.SIDE;
	private static final ImageFrame STRETCHED = ImageFrame.stretched(200, 100,
		1024);
	/** Ends between two logits. */
	private static final ImageFrame PADDED = ImageFrame.padded(300, 101, 1024);

	@Test
	void promptsChangeSides() {
		final Prompt prompt = Prompt.of(Box.of(10, 20, 30, 40)).with(Click
			.background(15, 25));
		final Prompt mirrored = new Reflection(Mirror.LEFT_RIGHT, STRETCHED).of(
			prompt);
		assertEquals(Box.of(160, 20, 30, 40), mirrored.box().get());
		assertEquals(Click.background(185, 25), mirrored.clicks().get(0));
		final Prompt below = new Reflection(Mirror.TOP_BOTTOM, STRETCHED).of(
			prompt);
		assertEquals(Box.of(10, 40, 30, 40), below.box().get());
		assertEquals(Click.background(15, 75), below.clicks().get(0));
	}

	@ParameterizedTest
	@EnumSource
	void twiceIsNothing(final Mirror mirror) {
		final Reflection reflection = new Reflection(mirror, STRETCHED);
		final Prompt prompt = Prompt.of(Box.of(10, 20, 30, 40)).with(Click
			.foreground(15, 25));
		final Prompt back = reflection.of(reflection.of(prompt));
		assertEquals(prompt.box(), back.box());
		assertEquals(prompt.clicks(), back.clicks());
		final float[] logits = rectangle(STRETCHED, 20, 30, 50, 60);
		assertArrayEquals(logits, reflection.of(reflection.of(logits)), 1e-4f);
	}

	@ParameterizedTest
	@EnumSource
	void masksChangeSidesInAPaddedPictureToo(final Mirror mirror) {
		for (final ImageFrame frame : new ImageFrame[] { STRETCHED, PADDED }) {
			final Mask here = mask(rectangle(frame, 20, 30, 50, 60), frame);
			final int width = (int) frame.width();
			final int height = (int) frame.height();
			final Mask wanted = mask(rectangle(frame, mirror.isInX() ? width - 50
				: 20, mirror.isInY() ? height - 60 : 30, mirror.isInX() ? width - 20
					: 50, mirror.isInY() ? height - 30 : 60), frame);
			final Mask there = mask(new Reflection(mirror, frame).of(rectangle(frame,
				20, 30, 50, 60)), frame);
			assertTrue(there.iou(wanted) > 0.97, frame + ": " + there.iou(wanted));
			assertTrue(there.iou(here) < 0.7, frame + ": " + there.iou(here));
		}
	}

	private static Mask mask(final float[] logits, final ImageFrame frame) {
		return new LogitMasks(frame.withSide(SIDE)).mask(logits, MaskQuality.of(1));
	}

	/** @return logits that fall with the distance from the rectangle's edges */
	private static float[] rectangle(final ImageFrame frame, final double x0,
		final double y0, final double x1, final double y1)
	{
		final ImageFrame logits = frame.withSide(SIDE);
		final float[] values = new float[SIDE * SIDE];
		for (int i = 0; i < values.length; i++) {
			final double x = logits.toImageX(i % SIDE);
			final double y = logits.toImageY(i / SIDE);
			values[i] = (float) Math.min(Math.min(x - x0, x1 - x), Math.min(y - y0,
				y1 - y));
		}
		return values;
	}
}
