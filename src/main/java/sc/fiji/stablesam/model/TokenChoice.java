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
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * Which places of the token map a pass of the mask decoder looks at: all of
 * them, or those that a {@link MaskRegion} counts, of which the prompt tokens
 * may read fewer, each as often as it stands for.
 */
final class TokenChoice {

	/** [K] of type INT64; null for all */
	private final NDArray counted;
	/** [R] of type INT64: which of the counted ones are read; null for all */
	private final NDArray read;
	/** [R] of type INT64 */
	private final NDArray which;
	/** [L] of type INT64 */
	private final NDArray nearest;
	private final NDArray weights;
	/** null for all places */
	private final MaskRegion region;
	private final TorchOps ops;

	/** All places. */
	private TokenChoice(final NDManager manager, final TorchOps ops) {
		this.ops = ops;
		region = null;
		counted = null;
		read = null;
		which = manager.create(LongStream.range(0, PromptEncoder.SIDE *
			PromptEncoder.SIDE).toArray());
		nearest = which;
		weights = manager.zeros(new Shape(1));
	}

	private TokenChoice(final MaskRegion region, final NDManager manager,
		final TorchOps ops)
	{
		this.ops = ops;
		this.region = region;
		final long[] places = region.counted();
		counted = region.isAll() ? null : manager.create(places);
		final int[] reading = region.read();
		read = reading.length == places.length ? null : manager.create(Arrays
			.stream(reading).asLongStream().toArray());
		which = manager.create(Arrays.stream(reading).mapToLong(i -> places[i])
			.toArray());
		nearest = manager.create(region.nearest());
		weights = manager.create(region.weights());
	}

	/** @return all places, in arrays of the manager */
	static TokenChoice all(final NDManager manager, final TorchOps ops) {
		return new TokenChoice(manager, ops);
	}

	/** @return those of the region, in arrays of the manager */
	static TokenChoice of(final MaskRegion region, final NDManager manager,
		final TorchOps ops)
	{
		return new TokenChoice(region, manager, ops);
	}

	/** @return the same places, all of them read that are counted */
	TokenChoice readThoroughly() {
		return read == null ? this : new TokenChoice(region.readThoroughly(), which
			.getManager(), ops);
	}

	/**
	 * @param taker of the arrays, as functions take them: which places are read,
	 *          [R] of type INT64, from 0 to L - 1; for each place of the token
	 *          map the one that stands for it, as its index among these, [L] of
	 *          type INT64; then the weights
	 */
	void forEach(final Consumer<NDArray> taker) {
		taker.accept(which);
		taker.accept(nearest);
		taker.accept(weights);
	}

	/** @return [R], or [1] for all, to be added to scores of the places */
	NDArray weights() {
		return weights;
	}

	/**
	 * @param x with L places along an axis
	 * @return the K that are counted, owned by the choice's manager; x itself if
	 *         that is all
	 */
	NDArray of(final NDArray x, final int axis) {
		if (counted == null) return x;
		try (Scope scope = Scope.in(which.getManager())) {
			return scope.leave(some(scope.enter(x), axis, counted));
		}
	}

	/**
	 * @param x with K places along the first axis
	 * @return the R that are read, owned by x's manager; x itself if that is all
	 */
	NDArray read(final NDArray x) {
		return read == null ? x : some(x, 0, read);
	}

	/** {@link #read(NDArray)} of each. */
	NDList read(final NDList list) {
		return read == null ? list : list.stream().map(this::read).collect(
			Collectors.toCollection(NDList::new));
	}

	private NDArray some(final NDArray x, final int axis, final NDArray which) {
		return ops.run("some", x, axis, which).singletonOrThrow();
	}
}
