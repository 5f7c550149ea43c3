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

import ai.djl.ndarray.NDArray;

/**
 * The Lovász hinge of the Jaccard index (Berman, Triki and Blaschko, CVPR 2018,
 * section 3.1): a convex bound of 1 - IoU whose slope does not vanish where the
 * network is sure and wrong, and is never longer than 1 in all.
 */
final class LovaszHinge {

	private static final int[] CELLS = { 1 };

	private LovaszHinge() {}

	/**
	 * @param logits [B, L]
	 * @param truth [B, L], shares from 0 to 1; an object that fills no cell by
	 *          half has those that it fills most
	 * @param weights [B, L], how many cells each cell stands for
	 * @return [B]
	 */
	static NDArray loss(final NDArray logits, final NDArray truth,
		final NDArray weights)
	{
		final int cells = Math.toIntExact(logits.getShape().get(1));
		final float[] x = logits.toFloatArray();
		final float[] t = truth.toFloatArray();
		final float[] w = weights.toFloatArray();
		final float[] slopes = new float[x.length];
		final float[] constants = new float[x.length / cells];
		for (int b = 0; b < constants.length; b++)
			constants[b] = slopes(x, t, w, slopes, b * cells, cells);
		return logits.mul(logits.getManager().create(slopes, logits.getShape()))
			.sum(CELLS).add(logits.getManager().create(constants));
	}

	/**
	 * NB: The loss is piecewise linear, so that slopes and a constant tell all.
	 *
	 * @param slopes where those of a row are put
	 * @return the row's constant
	 */
	private static float slopes(final float[] x, final float[] t, final float[] w,
		final float[] slopes, final int start, final int cells)
	{
		final float enough = TrueLogits.enough(t, start, cells);
		double object = 0;
		final long[] order = new long[cells];
		int wrong = 0;
		for (int i = start; i < start + cells; i++) {
			final boolean inside = t[i] >= enough;
			if (inside) object += w[i];
			final float error = 1 - (inside ? x[i] : -x[i]);
			if (error > 0 && w[i] > 0) order[wrong++] = (long) Float.floatToIntBits(
				error) << Integer.SIZE | i;
		}
		Arrays.sort(order, 0, wrong);
		double missed = 0;
		double added = 0;
		double before = 0;
		double constant = 0;
		for (int k = wrong - 1; k >= 0; k--) {
			final int i = (int) order[k];
			final boolean inside = t[i] >= enough;
			if (inside) missed += w[i];
			else added += w[i];
			final double after = (missed + added) / (object + added);
			slopes[i] = (float) (inside ? before - after : after - before);
			constant += after - before;
			before = after;
		}
		return (float) constant;
	}
}
