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
import java.util.function.Function;
import java.util.stream.Collectors;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.prompt.Prompt;

/** Measures one picture. */
final class PictureMeasurement {

	/** Objects that are prompted together: enough to fill the batches. */
	private static final int TOGETHER = 8;

	private final EvaluationPlan plan;
	private final Segmenter segmenter;
	private final SetTally tally;

	PictureMeasurement(final EvaluationPlan plan, final Segmenter segmenter,
		final SetTally tally)
	{
		this.plan = plan;
		this.segmenter = segmenter;
		this.tally = tally;
	}

	/** @param progress is asked whether to go on, but not reported to */
	void run(final AnnotatedPicture picture, final Progress progress) {
		final int[] objects = plan.objects(picture);
		if (objects.length == 0) return;
		final Progress quiet = progress.quietly();
		try (EncodedPicture encoded = segmenter.encode(picture.image(), quiet)) {
			for (final PromptRecipe recipe : plan.recipes())
				for (int i = 0; i < objects.length; i += TOGETHER)
					measure(recipe, picture, Arrays.copyOfRange(objects, i, Math.min(i +
						TOGETHER, objects.length)), prompts -> encoded.segment(prompts,
							quiet));
			new CorrectionMeasurement(plan, segmenter, tally).run(picture, objects,
				encoded, quiet);
		}
	}

	private void measure(final PromptRecipe recipe,
		final AnnotatedPicture picture, final int[] objects,
		final Function<List<Prompt>, List<VariantAnswer>> asking)
	{
		final List<Prompt> prompts = new ArrayList<>();
		for (final int object : objects)
			prompts.addAll(recipe.prompts(picture, object, plan.repeats(), plan
				.seed()));
		final List<VariantAnswer> answers = asking.apply(prompts);
		final int each = prompts.size() / objects.length;
		for (int i = 0; i < objects.length; i++)
			add(recipe, picture.objects().get(objects[i]), answers.subList(i * each,
				(i + 1) * each));
	}

	private void add(final PromptRecipe recipe, final Mask truth,
		final List<VariantAnswer> answers)
	{
		for (final Variant variant : segmenter.variants())
			tally.add(recipe, variant, new ObjectScore(answers.stream().map(a -> a
				.mask(variant)).collect(Collectors.toList()), truth));
		for (final VariantAnswer answer : answers)
			answer.routingWeight().ifPresent(weight -> tally.addRoutingWeight(recipe,
				weight));
	}
}
