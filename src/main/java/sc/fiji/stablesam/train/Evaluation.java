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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.StableSamException;

/**
 * Measures how well a model answers prompts of random quality for annotated
 * objects, as the Stable-SAM paper does (section 4): by mIoU, mBIoU and mSF.
 * Immutable; runs one at a time.
 */
public final class Evaluation {

	private final EvaluationPlan plan;
	private final Segmenter segmenter;

	private Evaluation(final EvaluationPlan plan, final Segmenter segmenter) {
		this.plan = plan;
		this.segmenter = segmenter;
	}

	/** @param segmenter stays the caller's, to be used and closed */
	public static Evaluation of(final EvaluationPlan plan,
		final Segmenter segmenter)
	{
		return new Evaluation(plan, segmenter);
	}

	/**
	 * @param sets of different names; each counts the same, however many objects
	 *          it has
	 * @throws StableSamException if there is nothing to measure, or if a picture
	 *           cannot be read
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public EvaluationReport run(final List<AnnotatedSet> sets,
		final Progress progress)
	{
		final List<AnnotatedSet> drawn = sets.stream().map(plan::pictures).collect(
			Collectors.toList());
		final int pictures = drawn.stream().mapToInt(AnnotatedSet::size).sum();
		final Map<String, SetTally> tallies = new LinkedHashMap<>();
		int done = 0;
		for (final AnnotatedSet set : drawn) {
			final SetTally tally = new SetTally();
			tallies.put(set.name(), tally);
			for (int i = 0; i < set.size(); i++) {
				progress.checkCancelled();
				progress.report("Measuring picture " + (done + 1) + " of " + pictures,
					(double) done / pictures);
				new PictureMeasurement(plan, segmenter, tally).run(set.read(i),
					progress);
				done++;
			}
		}
		progress.report("Measuring", 1);
		requireObjects(tallies);
		return new EvaluationReport(plan, segmenter, tallies);
	}

	private static void requireObjects(final Map<String, SetTally> tallies) {
		final List<Score> scores = new ArrayList<>();
		tallies.values().forEach(tally -> scores.addAll(tally.scores()));
		if (scores.isEmpty()) throw new StableSamException(
			"There is no object of at least " + AnnotatedPicture.SMALLEST +
				" pixels in " + String.join(", ", tallies.keySet()) +
				"; give pictures whose labels have larger ones.");
	}
}
