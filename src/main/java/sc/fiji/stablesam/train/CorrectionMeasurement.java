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
import java.util.List;
import java.util.Optional;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.prompt.Click;
import sc.fiji.stablesam.prompt.Prompt;

/**
 * Measures one picture as a person works who draws: each variant is shown by
 * {@link CorrectingClick clicks} what is wrong with its own last mask, which is
 * fed back. Who sees nothing wrong any more stops.
 */
final class CorrectionMeasurement {

	private final EvaluationPlan plan;
	private final Segmenter segmenter;
	private final SetTally tally;

	CorrectionMeasurement(final EvaluationPlan plan, final Segmenter segmenter,
		final SetTally tally)
	{
		this.plan = plan;
		this.segmenter = segmenter;
		this.tally = tally;
	}

	/**
	 * @param objects places in {@link AnnotatedPicture#objects}
	 * @param encoded the picture
	 */
	void run(final AnnotatedPicture picture, final int[] objects,
		final EncodedPicture encoded, final Progress progress)
	{
		for (final PromptRecipe recipe : plan.corrected())
			for (final int object : objects)
				for (final Variant variant : segmenter.variants()) {
					progress.checkCancelled();
					measure(recipe, recipe.prompts(picture, object, plan.repeats(), plan
						.seed()), picture.objects().get(object), encoded, variant);
				}
	}

	private void measure(final PromptRecipe recipe, final List<Prompt> prompts,
		final Mask truth, final EncodedPicture encoded, final Variant variant)
	{
		final List<List<Mask>> courses = new ArrayList<>();
		for (final Prompt prompt : prompts)
			courses.add(course(prompt, truth, encoded, variant));
		for (int clicks = 0; clicks <= plan.corrections(); clicks++) {
			final List<Mask> masks = new ArrayList<>();
			for (final List<Mask> course : courses)
				masks.add(course.get(clicks));
			tally.add(recipe.corrected(clicks), variant, new ObjectScore(masks,
				truth));
		}
	}

	/** @return what is found at first, and after each click */
	private List<Mask> course(final Prompt first, final Mask truth,
		final EncodedPicture encoded, final Variant variant)
	{
		final List<Mask> course = new ArrayList<>();
		Prompt prompt = first;
		DrawnAnswer answer = encoded.draw(prompt, variant);
		course.add(answer.mask());
		while (course.size() <= plan.corrections()) {
			final Optional<Click> click = CorrectingClick.of(answer.mask(), truth);
			if (click.isPresent()) {
				prompt = prompt.with(click.get()).with(answer.hint());
				answer = encoded.draw(prompt, variant);
			}
			course.add(answer.mask());
		}
		return course;
	}
}
