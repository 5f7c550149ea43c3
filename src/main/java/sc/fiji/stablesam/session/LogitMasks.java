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

import java.util.BitSet;
import java.util.function.DoubleUnaryOperator;

import sc.fiji.stablesam.image.ImageFrame;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.mask.MaskQuality;
import sc.fiji.stablesam.model.MaskProposals;

/**
 * Makes masks at image resolution of low-resolution logits: bilinear
 * upsampling, then the sign. Only where the mask can be is anything computed.
 */
final class LogitMasks {

	private final ImageFrame frame;
	private final int side;

	/** @param frame of the image in the logits */
	LogitMasks(final ImageFrame frame) {
		this.frame = frame;
		this.side = frame.side();
	}

	Mask mask(final MaskProposals proposals, final int prompt, final int output) {
		final float iou = proposals.predictedIou(prompt, output);
		return mask(proposals.logits(prompt, output), MaskQuality.of(Math.max(0,
			Math.min(1, iou))).withRoutingWeight(proposals.routingWeight(prompt)));
	}

	/** @param logits [side * side], row by row */
	Mask mask(final float[] logits, final MaskQuality quality) {
		int x0 = side, x1 = -1, y0 = side, y1 = -1;
		for (int i = 0; i < logits.length; i++) {
			if (logits[i] <= 0) continue;
			x0 = Math.min(x0, i % side);
			x1 = Math.max(x1, i % side);
			y0 = Math.min(y0, i / side);
			y1 = i / side;
		}
		if (x1 < 0) return Mask.empty(quality);
		// NB: A pixel between a positive and a negative logit can be positive.
		final Samples columns = new Samples(frame.toImageX(x0 - 1), frame.toImageX(
			x1 + 1), frame.minX(), frame.width(), frame::toModelX);
		final Samples rows = new Samples(frame.toImageY(y0 - 1), frame.toImageY(y1 +
			1), frame.minY(), frame.height(), frame::toModelY);
		// NB: All of it may lie in the padding.
		if (columns.count == 0 || rows.count == 0) return Mask.empty(quality);
		return Mask.ofBits(columns.first, rows.first, columns.count, rows.count,
			upsample(logits, columns, rows), quality);
	}

	private BitSet upsample(final float[] logits, final Samples columns,
		final Samples rows)
	{
		final BitSet bits = new BitSet(columns.count * rows.count);
		final float[] line = new float[side];
		for (int y = 0; y < rows.count; y++) {
			final int above = rows.lower[y] * side;
			final int below = rows.upper[y] * side;
			final float v = rows.weight[y];
			for (int x = columns.lower[0]; x <= columns.upper[columns.count - 1]; x++)
				line[x] = (1 - v) * logits[above + x] + v * logits[below + x];
			for (int x = 0; x < columns.count; x++) {
				final float h = columns.weight[x];
				if ((1 - h) * line[columns.lower[x]] + h * line[columns.upper[x]] > 0)
					bits.set(y * columns.count + x);
			}
		}
		return bits;
	}

	/** Where the pixels of one axis lie between the logits. */
	private final class Samples {

		private final int first;
		private final int count;
		private final int[] lower;
		private final int[] upper;
		private final float[] weight;

		/**
		 * Pixels whose centres lie from {@code min} to {@code max}.
		 *
		 * @param toLogits where a place of the image lies among the logits
		 */
		Samples(final double min, final double max, final long origin,
			final long size, final DoubleUnaryOperator toLogits)
		{
			first = (int) Math.max(origin, Math.floor(min));
			count = (int) Math.max(0, Math.min(origin + size, Math.ceil(max) + 1) -
				first);
			lower = new int[count];
			upper = new int[count];
			weight = new float[count];
			for (int i = 0; i < count; i++) {
				final double at = Math.max(0, toLogits.applyAsDouble(first + i + 0.5));
				lower[i] = Math.min(side - 1, (int) at);
				upper[i] = Math.min(side - 1, lower[i] + 1);
				weight[i] = (float) (at - lower[i]);
			}
		}
	}
}
