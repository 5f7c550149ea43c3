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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How far the plugin took over when prompts were drawn in one way: the
 * distribution of its routing weights, one a prompt. Immutable.
 */
public final class RoutingWeights {

	private static final int TENTHS = 10;

	private final PromptRecipe prompt;
	private final double[] ascending;

	/** @param weights at least one */
	RoutingWeights(final PromptRecipe prompt, final List<Double> weights) {
		if (weights.isEmpty()) throw new IllegalArgumentException(
			"A distribution needs at least one weight.");
		this.prompt = prompt;
		ascending = weights.stream().mapToDouble(Double::doubleValue).sorted()
			.toArray();
	}

	/** @return how the prompts were drawn */
	public PromptRecipe prompt() {
		return prompt;
	}

	/** @return from 0 to 1 */
	public double mean() {
		return Arrays.stream(ascending).average().orElseThrow();
	}

	/**
	 * @return eleven weights in ascending order: the least, those below which one
	 *         tenth to nine tenths lie, interpolated, and the greatest
	 */
	public List<Double> deciles() {
		final List<Double> deciles = new ArrayList<>();
		for (int i = 0; i <= TENTHS; i++) {
			final double at = (ascending.length - 1) * i / (double) TENTHS;
			final double below = ascending[(int) Math.floor(at)];
			final double above = ascending[(int) Math.ceil(at)];
			deciles.add(below + (at - Math.floor(at)) * (above - below));
		}
		return deciles;
	}
}
