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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What an {@link Evaluation} measures: all objects of all pictures, three times
 * by prompts of the papers' kinds, unless told otherwise. Immutable.
 */
public final class EvaluationPlan {

	private static final int CURVE_POINTS = 9;

	private List<PromptRecipe> kinds = recipes(PromptKind.evaluated());
	private List<PromptRecipe> curve = List.of();
	private int images = Integer.MAX_VALUE;
	private int objects = Integer.MAX_VALUE;
	private int repeats = 3;
	private int corrections;
	private final long seed;

	private EvaluationPlan(final long seed) {
		this.seed = seed;
	}

	/** @param seed decides which prompts, pictures and objects are drawn */
	public static EvaluationPlan of(final long seed) {
		return new EvaluationPlan(seed);
	}

	/** @param wanted at least one */
	public EvaluationPlan withKinds(final List<PromptKind> wanted) {
		positive(wanted.size());
		return with(plan -> plan.kinds = recipes(wanted));
	}

	/** @param most so many pictures of each set, drawn at random */
	public EvaluationPlan withImages(final int most) {
		return with(plan -> plan.images = positive(most));
	}

	/** @param most so many objects of each picture, drawn at random */
	public EvaluationPlan withObjects(final int most) {
		return with(plan -> plan.objects = positive(most));
	}

	/** @param wanted prompts of each random kind for each object */
	public EvaluationPlan withRepeats(final int wanted) {
		return with(plan -> plan.repeats = positive(wanted));
	}

	/**
	 * @param clicks on what is wrong, at least one
	 * @return this and also all kinds as a person works who draws: at first, and
	 *         after each of so many clicks that correct
	 */
	public EvaluationPlan withCorrections(final int clicks) {
		return with(plan -> plan.corrections = positive(clicks));
	}

	/** @return this and also boxes of growing noise, from 0 to 0.8 */
	public EvaluationPlan withCurve() {
		return with(plan -> plan.curve = IntStream.range(0, CURVE_POINTS).mapToObj(
			i -> PromptRecipe.noisyBox(i / 10.0)).collect(Collectors
				.toUnmodifiableList()));
	}

	private EvaluationPlan with(final Consumer<EvaluationPlan> change) {
		final EvaluationPlan copy = new EvaluationPlan(seed);
		copy.kinds = kinds;
		copy.curve = curve;
		copy.images = images;
		copy.objects = objects;
		copy.repeats = repeats;
		copy.corrections = corrections;
		change.accept(copy);
		return copy;
	}

	private static List<PromptRecipe> recipes(final List<PromptKind> kinds) {
		return kinds.stream().distinct().map(PromptRecipe::of).collect(Collectors
			.toUnmodifiableList());
	}

	private static int positive(final int number) {
		if (number < 1) throw new IllegalArgumentException(
			"At least one is wanted, not " + number + ".");
		return number;
	}

	/** @return how many prompts of each random kind each object gets */
	public int repeats() {
		return repeats;
	}

	public long seed() {
		return seed;
	}

	/** @return all that counts as a kind, with corrections and without */
	List<PromptRecipe> kinds() {
		final List<PromptRecipe> all = new ArrayList<>(kinds);
		for (final PromptRecipe recipe : corrected())
			for (int clicks = 0; clicks <= corrections; clicks++)
				all.add(recipe.corrected(clicks));
		return all;
	}

	/** @return what is also measured as a person works who draws, if anything */
	List<PromptRecipe> corrected() {
		return corrections == 0 ? List.of() : kinds;
	}

	/** @return the clicks that correct; 0 if there are none */
	int corrections() {
		return corrections;
	}

	/** @return how the prompts of the curve are drawn; there may be none */
	List<PromptRecipe> curve() {
		return curve;
	}

	/** @return all that is answered at once, each once */
	Set<PromptRecipe> recipes() {
		final Set<PromptRecipe> recipes = new LinkedHashSet<>(kinds);
		recipes.addAll(curve);
		return recipes;
	}

	AnnotatedSet pictures(final AnnotatedSet set) {
		return set.sample(images, seed);
	}

	/** @return places in {@link AnnotatedPicture#objects} */
	int[] objects(final AnnotatedPicture picture) {
		return Draws.some(picture.objects().size(), objects, Draws.random(seed,
			"objects of " + picture.name()));
	}
}
