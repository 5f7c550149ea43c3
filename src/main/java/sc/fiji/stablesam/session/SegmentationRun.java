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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.image.ImageFrame;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.prompt.Prompt;

/**
 * Answers the prompts of one call: all of them in the whole image, then those
 * of which the network is not sure again, with the mean of what is found in the
 * image as it is and turned and, part by part, of small objects in close-ups;
 * and scores their stability.
 */
final class SegmentationRun {

	private final List<Prompt> prompts;
	private final SegmentationOptions options;
	private final HeardPlugin heard;
	private final Progress progress;
	private final Answer[] answers;
	private final Mask[] masks;
	private int done;

	SegmentationRun(final List<Prompt> prompts, final SegmentationOptions options,
		final HeardPlugin heard, final Progress progress)
	{
		this.prompts = prompts;
		this.options = options;
		this.heard = heard;
		this.progress = progress;
		answers = new Answer[prompts.size()];
		masks = new Mask[prompts.size()];
	}

	/** @return one mask a prompt */
	List<Mask> masks(final EncodedImage image, final SecondLooks looks) {
		answer(answering(image).leavingExactBoxes()::answer, places(prompts
			.size()));
		if (options.hasSecondLooks()) lookAgain(image, looks);
		finish(image, places(prompts.size()));
		progress.report("Segmenting", 1);
		return Arrays.asList(masks);
	}

	private static List<Integer> places(final int size) {
		final List<Integer> places = new ArrayList<>();
		for (int i = 0; i < size; i++)
			places.add(i);
		return places;
	}

	private Answering answering(final EncodedImage image) {
		return new Answering(image, options.mask(), heard);
	}

	private void answer(final Function<List<Prompt>, List<Answer>> answering,
		final List<Integer> places)
	{
		for (final List<Integer> batch : PromptBatches.of(places.stream().map(
			prompts::get).collect(Collectors.toList())))
		{
			step();
			final List<Integer> mine = batch.stream().map(places::get).collect(
				Collectors.toList());
			final List<Answer> found = answering.apply(mine.stream().map(prompts::get)
				.collect(Collectors.toList()));
			for (int i = 0; i < found.size(); i++)
				answers[mine.get(i)] = found.get(i);
		}
	}

	private void lookAgain(final EncodedImage image, final SecondLooks looks) {
		final MeanAnswers means = new MeanAnswers(image, looks.turned(), options,
			heard, progress.quietly());
		lookCloser(means, looks.closeUps(), new CloseUpRule(image.frame()));
		turn(means);
	}

	private void lookCloser(final MeanAnswers means,
		final EncodedViews<ImageFrame> closeUps, final CloseUpRule rule)
	{
		for (final Map.Entry<ImageFrame, List<Integer>> part : parts(rule)
			.entrySet())
		{
			progress.report("Looking closer", (double) done / masks.length);
			synchronized (closeUps) {
				lookCloser(means, closeUps.of(part.getKey(), progress.quietly()), rule,
					part.getValue());
			}
		}
	}

	private void lookCloser(final MeanAnswers means, final EncodedImage part,
		final CloseUpRule rule, final List<Integer> places)
	{
		final Map<Integer, Answer> before = new LinkedHashMap<>();
		places.forEach(i -> before.put(i, answers[i]));
		answer(prompts -> means.answer(prompts, part), places);
		places.stream().filter(i -> !rule.isWithin(answers[i].mask(), part.frame()))
			.forEach(i -> answers[i] = before.get(i));
		finish(part, places.stream().filter(i -> answers[i] != before.get(i))
			.collect(Collectors.toList()));
	}

	/** NB: What was found in a close-up is finished. */
	private void turn(final MeanAnswers means) {
		final List<Integer> places = places(answers.length).stream().filter(
			i -> masks[i] == null && answers[i].isUnsure()).collect(Collectors
				.toList());
		if (places.isEmpty() || !means.isTurning()) return;
		progress.report("Looking closer", (double) done / masks.length);
		answer(means::answer, places);
	}

	private Map<ImageFrame, List<Integer>> parts(final CloseUpRule rule) {
		final Map<ImageFrame, List<Integer>> parts = new LinkedHashMap<>();
		for (int i = 0; i < answers.length; i++) {
			final Prompt prompt = prompts.get(i);
			final Optional<ImageFrame> part = rule.part(answers[i]).filter(
				frame -> prompt.clicks().stream().allMatch(click -> frame.contains(click
					.x(), click.y())));
			if (part.isPresent()) parts.computeIfAbsent(part.get(),
				frame -> new ArrayList<>()).add(i);
		}
		return parts;
	}

	/** Makes the masks that are not made yet of the answers. */
	private void finish(final EncodedImage image, final List<Integer> places) {
		for (final int i : places) {
			if (masks[i] != null) continue;
			if (options.isStabilityScored()) step();
			masks[i] = options.isStabilityScored() ? scored(answers[i], image)
				: answers[i].mask();
			done++;
		}
	}

	private Mask scored(final Answer answer, final EncodedImage image) {
		final Mask mask = answer.mask();
		final OptionalDouble stability = new StabilityScore(image, heard.mostly(
			answer.prompt())).of(answer);
		return stability.isPresent() ? mask.with(mask.quality().withStability(
			stability.getAsDouble())) : mask;
	}

	private void step() {
		progress.checkCancelled();
		progress.report("Segmenting", (double) done / masks.length);
	}
}
