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

package sc.fiji.stablesam.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.image.Mirror;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.mask.MaskQuality;
import sc.fiji.stablesam.model.StabilityPlugin;
import sc.fiji.stablesam.prompt.Prompt;

/**
 * Answers prompts with the mean of the logits that are found in an image and in
 * its mirror images: where the network is not sure, it finds something else in
 * each, and what most of them have is mostly right.
 */
final class MirroredAnswers {

	private final EncodedImage image;
	private final EncodedViews<Mirror> mirrors;
	private final MaskChoice choice;
	private final Optional<StabilityPlugin> plugin;
	private final Progress progress;

	MirroredAnswers(final EncodedImage image, final EncodedViews<Mirror> mirrors,
		final MaskChoice choice, final Optional<StabilityPlugin> plugin,
		final Progress progress)
	{
		this.image = image;
		this.mirrors = mirrors;
		this.choice = choice;
		this.plugin = plugin;
		this.progress = progress;
	}

	/** @return whether the answer may become better */
	boolean isFor(final Answer answer) {
		return choice == MaskChoice.AUTO && answer.isUnsure();
	}

	/**
	 * @param prompts of one {@link PromptBatches form}
	 * @return one answer a prompt, in their order
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	List<Answer> answer(final List<Prompt> prompts) {
		// NB: once more, as the logits of all answers would take too much memory.
		final List<Candidate> found = answering(image).found(prompts);
		final List<MeanLogits> means = found.stream().map(MeanLogits::new).collect(
			Collectors.toList());
		for (final Mirror mirror : Mirror.values())
			add(new Reflection(mirror, image.frame()), answering(mirrors.of(mirror,
				progress)), prompts, means);
		final List<Answer> answers = new ArrayList<>();
		for (int i = 0; i < means.size(); i++)
			answers.add(new Answer(prompts.get(i), found.get(i).output(), means.get(i)
				.mask(image.masks())));
		return answers;
	}

	private Answering answering(final EncodedImage view) {
		return new Answering(view, choice, plugin);
	}

	private static void add(final Reflection reflection,
		final Answering answering, final List<Prompt> prompts,
		final List<MeanLogits> means)
	{
		final List<Candidate> found = answering.found(prompts.stream().map(
			reflection::of).collect(Collectors.toList()));
		for (int i = 0; i < found.size(); i++)
			means.get(i).add(found.get(i), reflection);
	}

	/** What was found in several views for one prompt. */
	private static final class MeanLogits {

		private final OptionalDouble routingWeight;
		private final float[] sum;
		private double belief;
		private int views = 1;

		MeanLogits(final Candidate found) {
			routingWeight = found.mask().quality().routingWeight();
			sum = found.logits();
			belief = found.predictedIou();
		}

		void add(final Candidate found, final Reflection reflection) {
			final float[] more = reflection.of(found.logits());
			for (int i = 0; i < sum.length; i++)
				sum[i] += more[i];
			belief += found.predictedIou();
			views++;
		}

		/** NB: A mask is where logits are above zero, of the sum or the mean. */
		Mask mask(final LogitMasks masks) {
			return masks.mask(sum, MaskQuality.of((float) (belief / views))
				.withRoutingWeight(routingWeight));
		}
	}
}
