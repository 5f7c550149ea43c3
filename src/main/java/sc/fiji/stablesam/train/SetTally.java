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
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers what is measured on the objects of one set. */
final class SetTally {

	private final Map<PromptRecipe, Map<Variant, List<ObjectScore>>> scores =
		new LinkedHashMap<>();
	private final Map<PromptRecipe, List<Double>> weights = new LinkedHashMap<>();

	void add(final PromptRecipe recipe, final Variant variant,
		final ObjectScore score)
	{
		scores.computeIfAbsent(recipe, r -> new EnumMap<>(Variant.class))
			.computeIfAbsent(variant, v -> new ArrayList<>()).add(score);
	}

	void addRoutingWeight(final PromptRecipe recipe, final double weight) {
		weights.computeIfAbsent(recipe, r -> new ArrayList<>()).add(weight);
	}

	/** @return the scores, in the order of recipes and variants */
	List<Score> scores() {
		final List<Score> all = new ArrayList<>();
		scores.forEach((recipe, variants) -> variants.forEach((variant,
			objects) -> all.add(new Score(recipe, variant, objects))));
		return all;
	}

	/** @return the weights by recipe; none without a plugin */
	Map<PromptRecipe, List<Double>> weights() {
		return weights;
	}
}
