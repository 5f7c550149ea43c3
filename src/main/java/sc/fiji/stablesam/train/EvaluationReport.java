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
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What an {@link Evaluation} has measured. Immutable. */
public final class EvaluationReport {

	private final EvaluationPlan plan;
	private final String model;
	private final String plugin;
	private final Map<String, SetTally> sets;

	/** @param sets by name; not empty, and not changed any more */
	EvaluationReport(final EvaluationPlan plan, final Segmenter segmenter,
		final Map<String, SetTally> sets)
	{
		this.plan = plan;
		this.model = segmenter.model();
		this.plugin = segmenter.plugin();
		this.sets = sets;
	}

	public EvaluationPlan plan() {
		return plan;
	}

	/** @return the model's name */
	public String model() {
		return model;
	}

	/** @return the plugin's name, or {@code none} */
	public String plugin() {
		return plugin;
	}

	/**
	 * @return one score for each kind of prompt and variant: the mean over the
	 *         sets that have objects
	 */
	public List<Score> results() {
		return only(plan.kinds(), means());
	}

	/** @return the same for each set by itself */
	public List<SetReport> sets() {
		final List<SetReport> reports = new ArrayList<>();
		sets.forEach((name, tally) -> reports.add(new SetReport(name, only(plan
			.kinds(), tally.scores()))));
		return reports;
	}

	/**
	 * @return one score for each noise of boxes and variant, by noise; none if
	 *         they were not asked for
	 */
	public List<Score> curve() {
		final List<Score> points = new ArrayList<>(only(plan.curve(), means()));
		points.sort(Comparator.comparingDouble(score -> score.prompt().noise()));
		return Collections.unmodifiableList(points);
	}

	/**
	 * @return one distribution for each kind of prompt, over all sets; none
	 *         without a plugin
	 */
	public List<RoutingWeights> routing() {
		final Map<PromptRecipe, List<Double>> weights = new LinkedHashMap<>();
		for (final SetTally tally : sets.values())
			tally.weights().forEach((recipe, some) -> weights.computeIfAbsent(recipe,
				r -> new ArrayList<>()).addAll(some));
		weights.keySet().retainAll(plan.kinds());
		return weights.entrySet().stream().map(e -> new RoutingWeights(e.getKey(), e
			.getValue())).collect(Collectors.toList());
	}

	private List<Score> means() {
		final Map<List<?>, List<Score>> alike = new LinkedHashMap<>();
		for (final SetTally tally : sets.values())
			for (final Score score : tally.scores())
				alike.computeIfAbsent(List.of(score.prompt(), score.variant()),
					key -> new ArrayList<>()).add(score);
		return alike.values().stream().map(Score::mean).collect(Collectors
			.toList());
	}

	private static List<Score> only(final Collection<PromptRecipe> recipes,
		final List<Score> scores)
	{
		return scores.stream().filter(score -> recipes.contains(score.prompt()))
			.collect(Collectors.toUnmodifiableList());
	}
}
