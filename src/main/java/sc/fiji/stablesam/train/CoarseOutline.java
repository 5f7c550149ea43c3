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

import java.util.BitSet;
import java.util.SplittableRandom;

import sc.fiji.stablesam.mask.Mask;

/**
 * A random distortion of outlines, as of a mask that is drawn in haste: moved,
 * stretched, and bent in two waves. Immutable.
 */
final class CoarseOutline {

	/** How far the outline moves, in sides of the object's box... */
	private static final double SHIFT = 0.1;
	/** ...how much it is stretched, as a share... */
	private static final double STRETCH = 0.2;
	/** ...and how high its waves are, in sides of the object's box. */
	private static final double WAVE = 0.1;
	/** No pixel moves farther, in sides of the object's box. */
	private static final double REACH = 0.5;

	private final Axis horizontal;
	private final Axis vertical;

	private CoarseOutline(final Axis horizontal, final Axis vertical) {
		this.horizontal = horizontal;
		this.vertical = vertical;
	}

	static CoarseOutline of(final SplittableRandom random) {
		return new CoarseOutline(new Axis(random), new Axis(random));
	}

	/**
	 * @return the distorted mask, clipped to the image; where nothing of it would
	 *         be left, the mask as it is
	 */
	Mask distort(final Mask mask, final int imageWidth, final int imageHeight) {
		final int x0 = clip(mask.minX() - REACH * mask.width(), imageWidth);
		final int y0 = clip(mask.minY() - REACH * mask.height(), imageHeight);
		final int x1 = clip(mask.minX() + (1 + REACH) * mask.width(), imageWidth);
		final int y1 = clip(mask.minY() + (1 + REACH) * mask.height(), imageHeight);
		final BitSet bits = new BitSet((x1 - x0) * (y1 - y0));
		for (int y = y0; y < y1; y++)
			for (int x = x0; x < x1; x++)
				if (isDrawn(mask, x, y)) bits.set(x - x0 + (y - y0) * (x1 - x0));
		return bits.isEmpty() ? mask : Mask.ofBits(x0, y0, x1 - x0, y1 - y0, bits,
			mask.quality());
	}

	private static int clip(final double at, final int size) {
		return (int) Math.max(0, Math.min(size, Math.round(at)));
	}

	/** Looks where the pixel comes from; in sides of the box from its middle. */
	private boolean isDrawn(final Mask mask, final int x, final int y) {
		final double u = (x + 0.5 - mask.minX()) / mask.width() - 0.5;
		final double v = (y + 0.5 - mask.minY()) / mask.height() - 0.5;
		final double fromX = mask.minX() + (horizontal.origin(u, v) + 0.5) * mask
			.width();
		final double fromY = mask.minY() + (vertical.origin(v, u) + 0.5) * mask
			.height();
		return mask.contains((int) Math.floor(fromX), (int) Math.floor(fromY));
	}

	/** The distortion along one axis. */
	private static final class Axis {

		private final double shift;
		private final double stretch;
		private final double wave;
		private final double frequency;
		private final double phase;

		Axis(final SplittableRandom random) {
			shift = Draws.within(SHIFT, random);
			stretch = 1 + Draws.within(STRETCH, random);
			wave = WAVE * random.nextDouble();
			frequency = 0.5 + 1.5 * random.nextDouble();
			phase = random.nextDouble();
		}

		double origin(final double along, final double across) {
			return along * stretch + shift + wave * Math.sin(2 * Math.PI *
				(frequency * across + phase));
		}
	}
}
