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

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/**
 * How far logits are from a true mask: dice, and binary cross-entropy in units
 * of the object's area. Immutable.
 */
final class MaskLoss {

	private static final int[] CELLS = { 1 };
	/** Root of the mean square of evened logits. */
	private static final double SURE = 3;
	private static final double EPSILON = 1e-6;

	private final double diceWeight;
	private final double entropyWeight;
	private final double lovaszWeight;

	MaskLoss(final double diceWeight, final double entropyWeight,
		final double lovaszWeight)
	{
		this.diceWeight = diceWeight;
		this.entropyWeight = entropyWeight;
		this.lovaszWeight = lovaszWeight;
	}

	/**
	 * @param logits [B, L]
	 * @param truth [B, L], shares from 0 to 1
	 * @param weights [B, L], how many cells each cell stands for
	 * @return the sum over the batch, one number
	 */
	NDArray sum(final NDArray logits, final NDArray truth,
		final NDArray weights)
	{
		NDArray sum = logits.getManager().zeros(new Shape(logits.getShape().get(
			0)));
		if (diceWeight != 0) sum = sum.add(Scaling.times(dice(logits, truth,
			weights), diceWeight));
		if (entropyWeight != 0) sum = sum.add(Scaling.times(entropy(logits, truth,
			weights), entropyWeight));
		if (lovaszWeight != 0) sum = sum.add(Scaling.times(LovaszHinge.loss(evened(
			logits, weights), truth, weights), lovaszWeight));
		return sum.sum();
	}

	/** @return [B] */
	private static NDArray dice(final NDArray logits, final NDArray truth,
		final NDArray weights)
	{
		final NDArray found = logits.getNDArrayInternal().sigmoid().mul(weights);
		final NDArray both = found.mul(truth).sum(CELLS);
		final NDArray either = found.sum(CELLS).add(truth.mul(weights).sum(CELLS));
		return Scaling.times(both, 2).add(1).div(either.add(1)).neg().add(1);
	}

	/**
	 * NB: To be less sure everywhere is the first thing that is learnt of sure
	 * mistakes, and of no use; so the mean square of each row's logits is made
	 * the same.
	 */
	private static NDArray evened(final NDArray logits, final NDArray weights) {
		final NDArray square = logits.square().mul(weights).sum(CELLS, true).div(
			weights.sum(CELLS, true));
		return Scaling.times(logits.div(square.add(EPSILON).sqrt()), SURE);
	}

	/**
	 * NB: Divided by what is found as well, a few prompts whose mask is far too
	 * large do not outweigh all others.
	 *
	 * @return [B], of a cell of the object or of what is found
	 */
	private static NDArray entropy(final NDArray logits, final NDArray truth,
		final NDArray weights)
	{
		final NDArray object = truth.mul(weights).sum(CELLS);
		final NDArray found = logits.getNDArrayInternal().sigmoid().stopGradient()
			.mul(weights).sum(CELLS);
		final NDArray cells = logits.getNDArrayInternal().softPlus().sub(logits.mul(
			truth));
		return cells.mul(weights).sum(CELLS).div(object.add(found).add(1));
	}
}
