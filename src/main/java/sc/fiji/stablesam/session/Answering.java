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
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import sc.fiji.stablesam.image.ImageFrame;
import sc.fiji.stablesam.model.MaskProposals;
import sc.fiji.stablesam.model.StabilityPlugin;
import sc.fiji.stablesam.prompt.MaskHint;
import sc.fiji.stablesam.prompt.Prompt;

/**
 * Decodes prompts and takes one of the decoder's outputs. Clicks, which say
 * nothing of an object's extent, are decoded twice, the second time with the
 * mask that was found first (as SAM's own training does, Segment Anything,
 * appendix A): what was taken for too large becomes smaller. Of both masks the
 * one is taken that the network believes more in. With a plugin the first
 * answer is the better one, unless the plugin has learnt from masks, too.
 * <p>
 * In images unlike those that a plugin has learnt from, boxes are answered as
 * {@link SharedBoxes}, and clicks with the weighted mean of what is found with
 * it and what is most like it of all that is found without, in a second look
 * too. Boxes that fit are left to what is found without it. Clicks that correct
 * what was found are answered at least by half without it, in all images.
 */
final class Answering {

	private final EncodedImage image;
	private final Decoding decoding;
	private final MaskSelection selection;
	private final HeardPlugin heard;
	private final boolean leaving;

	private interface Decoding {

		MaskProposals decode(List<Prompt> prompts,
			Optional<StabilityPlugin> plugin);
	}

	private interface Joining {

		Candidate join(Prompt asked, Candidate with, Candidate alone);
	}

	private Answering(final EncodedImage image, final Decoding decoding,
		final MaskSelection selection, final HeardPlugin heard,
		final boolean leaving)
	{
		this.image = image;
		this.decoding = decoding;
		this.selection = selection;
		this.heard = heard;
		this.leaving = leaving;
	}

	Answering(final EncodedImage image, final MaskChoice choice,
		final HeardPlugin heard)
	{
		this(image, image::decode, MaskSelection.of(choice), heard, false);
	}

	/** @return this for one prompt, looking only near it where that suffices */
	Answering nearby() {
		return new Answering(image, image::decodeNearby, selection, heard, leaving);
	}

	/** @return this for an image that is only a part of another one */
	Answering partOf(final ImageFrame whole) {
		final ImageFrame part = image.frame();
		return new Answering(image, decoding, selection.showing((double) part
			.width() * part.height() / whole.width() / whole.height()), heard,
			leaving);
	}

	/**
	 * NB: Not for close-ups, where what the network finds alone mostly fills its
	 * box, whatever it is.
	 *
	 * @return this, with boxes that are exact left to the network alone
	 */
	Answering leavingExactBoxes() {
		return new Answering(image, decoding, selection, heard, true);
	}

	/**
	 * @param prompts of one {@link PromptBatches form}
	 * @return one answer a prompt, in their order
	 * @throws IllegalArgumentException if a prompt is empty or lies outside the
	 *           image
	 */
	List<Answer> answer(final List<Prompt> prompts) {
		return Candidate.answers(found(prompts), prompts);
	}

	/**
	 * @param prompts of one {@link PromptBatches form}
	 * @return what is the answer to each, in their order
	 */
	List<Candidate> found(final List<Prompt> prompts) {
		return agreed(prompts, decoded(prompts));
	}

	private List<Candidate> agreed(final List<Prompt> prompts,
		final List<Candidate> found)
	{
		if (!heard.plugin().isPresent() || !selection.isAutomatic()) return found;
		final Prompt form = prompts.get(0);
		final Answering plain = withoutPlugin();
		if (heard.isCorrection(form)) return joined(prompts, found, plain.found(
			prompts), (asked, with, alone) -> with.sharedWith(alone, heard
				.corrections(asked)));
		if (isBox(form) && leaving) return new ExactBoxes(plain::found, image
			.frame(), heard).answers(prompts, found);
		if (heard.isAllHeard()) return found;
		if (isClicks(form)) return joined(prompts, found, plain.alike(prompts,
			found), (asked, with, alone) -> with.sharedWith(alone, heard.outlines()));
		return joined(prompts, found, plain.found(prompts), isBox(form)
			? new SharedBoxes(plain::found, heard)::answer : (asked, with,
				alone) -> with.sharedWith(alone, heard.boxes(with.overlap(alone))));
	}

	/** @param plain found without the plugin, one a prompt */
	private static List<Candidate> joined(final List<Prompt> prompts,
		final List<Candidate> found, final List<Candidate> plain,
		final Joining joining)
	{
		final List<Candidate> joined = new ArrayList<>();
		for (int i = 0; i < found.size(); i++)
			joined.add(joining.join(prompts.get(i), found.get(i), plain.get(i)));
		return joined;
	}

	/** @return whether it is a box and nothing else */
	private static boolean isBox(final Prompt prompt) {
		return prompt.box().isPresent() && prompt.clicks().isEmpty() && !prompt
			.hint().isPresent();
	}

	/** @return whether it is clicks and nothing else */
	private static boolean isClicks(final Prompt prompt) {
		return !prompt.box().isPresent() && !prompt.hint().isPresent();
	}

	/** @return for each prompt what is most like what was found, seen twice */
	private List<Candidate> alike(final List<Prompt> prompts,
		final List<Candidate> found)
	{
		final List<Candidate> first = mostAlike(prompts, found);
		return mostAlike(hinted(prompts, i -> first.get(i).hint()), found);
	}

	private List<Candidate> mostAlike(final List<Prompt> prompts,
		final List<Candidate> found)
	{
		final List<MaskProposals> pass = List.of(decoding.decode(prompts, heard
			.plugin()));
		final List<Candidate> alike = new ArrayList<>();
		for (int i = 0; i < prompts.size(); i++) {
			final List<Candidate> outputs = new ArrayList<>();
			for (int output = 0; output < MaskProposals.OUTPUTS; output++)
				outputs.add(candidate(pass.get(0), i, output, pass));
			alike.add(found.get(i).mostAlike(outputs));
		}
		return alike;
	}

	private Answering withoutPlugin() {
		return new Answering(image, decoding, selection, heard.without(), leaving);
	}

	private List<Candidate> decoded(final List<Prompt> prompts) {
		final List<MaskProposals> passes = decode(prompts);
		final List<Candidate> found = new ArrayList<>();
		for (int i = 0; i < prompts.size(); i++) {
			final MaskProposals proposals = believed(passes, i, prompts.get(i));
			found.add(candidate(proposals, i, output(proposals, i, prompts.get(i)),
				passes));
		}
		return found;
	}

	/**
	 * @return all outputs, first the one that is the answer
	 * @throws IllegalArgumentException if the prompt is empty or lies outside the
	 *           image
	 */
	List<Candidate> candidates(final Prompt prompt) {
		final List<MaskProposals> passes = decode(List.of(prompt));
		final MaskProposals proposals = believed(passes, 0, prompt);
		final int chosen = output(proposals, 0, prompt);
		final Candidate answer = agreed(List.of(prompt), List.of(candidate(
			proposals, 0, chosen, passes))).get(0);
		if (answer.fit() == BoxFit.EXACT) return withoutPlugin().candidates(prompt)
			.stream().map(Candidate::leftAlone).collect(Collectors.toList());
		final List<Candidate> candidates = new ArrayList<>();
		candidates.add(answer);
		for (int output = 0; output < MaskProposals.OUTPUTS; output++)
			if (output != chosen) candidates.add(candidate(proposals, 0, output,
				passes));
		return candidates;
	}

	/** @return with the routing weight of the first pass */
	private Candidate candidate(final MaskProposals proposals, final int prompt,
		final int output, final List<MaskProposals> passes)
	{
		return new Candidate(image.masks(), proposals, prompt, output, passes.get(0)
			.routingWeight(prompt), heard.familiarity());
	}

	private List<MaskProposals> decode(final List<Prompt> prompts) {
		final MaskProposals first = decoding.decode(prompts, heard.plugin());
		return looksAgain(prompts.get(0)) ? List.of(first, decoding.decode(hinted(
			prompts, i -> MaskHint.logits(first.logits(i, output(first, i, prompts
				.get(i))))), heard.plugin())) : List.of(first);
	}

	/** @return the pass whose answer the network believes more in */
	private MaskProposals believed(final List<MaskProposals> passes,
		final int prompt, final Prompt asked)
	{
		MaskProposals best = passes.get(0);
		for (final MaskProposals pass : passes.subList(1, passes.size()))
			if (pass.predictedIou(prompt, output(pass, prompt, asked)) > best
				.predictedIou(prompt, output(best, prompt, asked))) best = pass;
		return best;
	}

	private int output(final MaskProposals proposals, final int prompt,
		final Prompt asked)
	{
		return selection.choose(proposals, prompt, asked);
	}

	private boolean looksAgain(final Prompt prompt) {
		return selection.isAutomatic() && !prompt.box().isPresent() && !prompt
			.hint().isPresent() && heard.plugin().map(p -> p.config().passes() > 1)
				.orElse(true);
	}

	private static List<Prompt> hinted(final List<Prompt> prompts,
		final IntFunction<MaskHint> hints)
	{
		final List<Prompt> hinted = new ArrayList<>();
		for (int i = 0; i < prompts.size(); i++)
			hinted.add(prompts.get(i).with(hints.apply(i)));
		return hinted;
	}
}
