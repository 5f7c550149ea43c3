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
import sc.fiji.stablesam.image.ImageFrame;
import sc.fiji.stablesam.mask.MaskQuality;
import sc.fiji.stablesam.model.StabilityPlugin;
import sc.fiji.stablesam.prompt.Prompt;

/**
 * Answers prompts with the mean of the logits that are found in several views
 * of an image: in the image itself, in the same turned by half, and in a
 * close-up. Where the network is not sure, it finds something else in each, and
 * what they have in common is mostly right.
 */
final class MeanAnswers {

	private final EncodedImage image;
	private final EncodedViews<ImageFrame> turned;
	private final boolean turning;
	private final MaskChoice choice;
	private final Optional<StabilityPlugin> plugin;
	private final Progress progress;

	MeanAnswers(final EncodedImage image, final EncodedViews<ImageFrame> turned,
		final SegmentationOptions options, final Optional<StabilityPlugin> plugin,
		final Progress progress)
	{
		this.image = image;
		this.turned = turned;
		// NB: which output is chosen by hand may mean something else when turned.
		turning = options.hasHalfTurn() && options.mask() == MaskChoice.AUTO;
		choice = options.mask();
		this.plugin = plugin;
		this.progress = progress;
	}

	/** @return whether answers are of the turned image, too */
	boolean isTurning() {
		return turning;
	}

	/**
	 * @param prompts of one {@link PromptBatches form}
	 * @return one answer a prompt, in their order, of the image as it is and
	 *         turned
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	List<Answer> answer(final List<Prompt> prompts) {
		return means(prompts).stream().map(mean -> mean.answer(image)).collect(
			Collectors.toList());
	}

	/**
	 * @param prompts of one {@link PromptBatches form}
	 * @param part of the image, which counts as much as all of {@link #answer}
	 * @return one answer a prompt, in their order; without what lies beyond the
	 *         part
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	List<Answer> answer(final List<Prompt> prompts, final EncodedImage part) {
		final LogitGrid grid = LogitGrid.between(image.frame(), part.frame());
		final List<Mean> far = means(prompts);
		final List<Candidate> near = answering(part).found(prompts);
		final List<Answer> answers = new ArrayList<>();
		for (int i = 0; i < near.size(); i++) {
			final Mean both = new Mean(prompts.get(i), near.get(i));
			both.add(grid.of(far.get(i).logits()), far.get(i).belief());
			answers.add(both.answer(part));
		}
		return answers;
	}

	private List<Mean> means(final List<Prompt> prompts) {
		// NB: once more, as the logits of all answers would take too much memory.
		final List<Candidate> found = answering(image).found(prompts);
		final List<Mean> means = new ArrayList<>();
		for (int i = 0; i < found.size(); i++)
			means.add(new Mean(prompts.get(i), found.get(i)));
		if (turning) synchronized (turned) {
			add(new HalfTurn(image.frame()), answering(turned.of(image.frame(),
				progress)), prompts, means);
		}
		return means;
	}

	private Answering answering(final EncodedImage view) {
		return new Answering(view, choice, plugin);
	}

	private static void add(final HalfTurn turn, final Answering answering,
		final List<Prompt> prompts, final List<Mean> means)
	{
		final List<Candidate> found = answering.found(prompts.stream().map(turn::of)
			.collect(Collectors.toList()));
		for (int i = 0; i < found.size(); i++)
			means.get(i).add(turn.of(found.get(i).logits()), found.get(i)
				.predictedIou());
	}

	/** What was found in several views for one prompt. */
	private static final class Mean {

		private final Prompt prompt;
		private final int output;
		private final OptionalDouble routingWeight;
		private final float[] logits;
		private double belief;
		private int views = 1;

		/** @param first of the views, in whose logits the mean is */
		Mean(final Prompt prompt, final Candidate first) {
			this.prompt = prompt;
			output = first.output();
			routingWeight = first.routingWeight();
			logits = first.logits();
			belief = first.predictedIou();
		}

		void add(final float[] more, final double moreBelief) {
			views++;
			for (int i = 0; i < logits.length; i++)
				logits[i] += (more[i] - logits[i]) / views;
			belief += (moreBelief - belief) / views;
		}

		float[] logits() {
			return logits;
		}

		double belief() {
			return belief;
		}

		/** @param view the first one */
		Answer answer(final EncodedImage view) {
			return new Answer(prompt, output, view.masks().mask(logits, MaskQuality
				.of((float) belief).withRoutingWeight(routingWeight)));
		}
	}
}
