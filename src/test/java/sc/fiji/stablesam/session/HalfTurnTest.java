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

import java.util.List;

import org.junit.jupiter.api.Test;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;

import sc.fiji.stablesam.image.ImageFrame;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.mask.MaskQuality;
import sc.fiji.stablesam.model.MaskProposals;
import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Click;
import sc.fiji.stablesam.prompt.Prompt;

class HalfTurnTest {

	private static final int SIDE = MaskProposals.SIDE;
	private static final ImageFrame STRETCHED = ImageFrame.stretched(200, 100,
		1024);
	/** Ends between two logits. */
	private static final ImageFrame PADDED = ImageFrame.padded(300, 101, 1024);

	@Test
	void promptsChangeSides() {
		final Prompt prompt = new HalfTurn(STRETCHED).of(Prompt.of(Box.of(10, 20,
			30, 40)).with(Click.background(15, 25)).with(Click.foreground(0, 99)));
		assertEquals(Box.of(160, 40, 30, 40), prompt.box().get());
		assertEquals(List.of(Click.background(185, 75), Click.foreground(200, 1)),
			prompt.clicks());
	}

	@Test
	void pixelsChangeSides() {
		final RandomAccessibleInterval<UnsignedByteType> turned = HalfTurn.of(
			ArrayImgs.unsignedBytes(new byte[] { 1, 2, 3, 4, 5, 6 }, 3, 2));
		assertArrayEquals(new long[] { 0, 0 }, turned.minAsLongArray());
		assertEquals(6, turned.getAt(0, 0).get());
		assertEquals(4, turned.getAt(2, 0).get());
		assertEquals(3, turned.getAt(0, 1).get());
	}

	@Test
	void twiceIsNothing() {
		final HalfTurn turn = new HalfTurn(STRETCHED);
		final Prompt prompt = Prompt.of(Box.of(10, 20, 30, 40)).with(Click
			.foreground(15, 25));
		final Prompt back = turn.of(turn.of(prompt));
		assertEquals(prompt.box(), back.box());
		assertEquals(prompt.clicks(), back.clicks());
		final float[] logits = rectangle(STRETCHED, 20, 30, 50, 60);
		assertArrayEquals(logits, turn.of(turn.of(logits)), 1e-4f);
	}

	@Test
	void masksChangeSidesInAPaddedPictureToo() {
		for (final ImageFrame frame : new ImageFrame[] { STRETCHED, PADDED }) {
			final Mask here = mask(rectangle(frame, 20, 30, 50, 60), frame);
			final long width = frame.width();
			final long height = frame.height();
			final Mask wanted = mask(rectangle(frame, width - 50, height - 60, width -
				20, height - 30), frame);
			final Mask there = mask(new HalfTurn(frame).of(rectangle(frame, 20, 30,
				50, 60)), frame);
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
