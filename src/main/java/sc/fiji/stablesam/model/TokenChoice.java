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

package sc.fiji.stablesam.model;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.LongStream;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * Which places of the token map a pass of the mask decoder looks at: all of
 * them, or those of a {@link MaskRegion} and, outside, every second one each
 * way, which the prompt tokens count as often as it stands for.
 */
final class TokenChoice {

	private final NDArray which;
	private final NDArray nearest;
	private final NDArray weights;
	private final boolean all;
	private final TorchOps ops;

	private TokenChoice(final NDArray which, final NDArray nearest,
		final NDArray weights, final boolean all, final TorchOps ops)
	{
		this.which = which;
		this.nearest = nearest;
		this.weights = weights;
		this.all = all;
		this.ops = ops;
	}

	/** @return all places, in arrays of the manager */
	static TokenChoice all(final NDManager manager, final TorchOps ops) {
		final NDArray every = manager.create(LongStream.range(0,
			PromptEncoder.SIDE * PromptEncoder.SIDE).toArray());
		return new TokenChoice(every, every, manager.zeros(new Shape(1)), true,
			ops);
	}

	/** @return those that the region counts, in arrays of the manager */
	static TokenChoice of(final MaskRegion region, final NDManager manager,
		final TorchOps ops)
	{
		final long[] counted = region.counted();
		final float[] weights = new float[counted.length];
		Arrays.fill(weights, region.tokens().length, counted.length, (float) Math
			.log(region.weightOutside()));
		return new TokenChoice(manager.create(counted), manager.create(region
			.nearest()), manager.create(weights), false, ops);
	}

	/**
	 * @param taker of the arrays, as functions take them: which places, [K] of
	 *          type INT64, from 0 to L - 1; for each place of the token map the
	 *          one that stands for it, as its index among these, [L] of type
	 *          INT64; then the weights
	 */
	void forEach(final Consumer<NDArray> taker) {
		taker.accept(which);
		taker.accept(nearest);
		taker.accept(weights);
	}

	/** @return [K], or [1] for all, to be added to scores of the places */
	NDArray weights() {
		return weights;
	}

	/**
	 * @param x with L places along an axis
	 * @return the chosen ones, owned by the choice's manager; x itself if that is
	 *         all
	 */
	NDArray of(final NDArray x, final int axis) {
		if (all) return x;
		try (Scope scope = Scope.in(which.getManager())) {
			return scope.leave(ops.run("some", scope.enter(x), axis, which)
				.singletonOrThrow());
		}
	}
}
