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
import java.util.function.Function;
import java.util.stream.Collectors;

import sc.fiji.stablesam.image.ImageFrame;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.model.MaskProposals;
import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Prompt;

/**
 * Leaves boxes that are {@link BoxFit#EXACT} to the network alone, and answers
 * those that are {@link BoxFit#CLOSE} with the mean of what is found with the
 * plugin and without; where the plugin is heard less, with less of it, and all
 * others as {@link SharedBoxes}.
 */
final class ExactBoxes {

	private final Function<List<Prompt>, List<Candidate>> plain;
	private final double pixel;
	private final HeardPlugin heard;
	private final SharedBoxes loose;

	/**
	 * @param plain finds one candidate a prompt without the plugin
	 * @param image that it finds them in
	 * @param heard the plugin, as it is in answers to boxes that are loose
	 */
	ExactBoxes(final Function<List<Prompt>, List<Candidate>> plain,
		final ImageFrame image, final HeardPlugin heard)
	{
		final ImageFrame logits = image.withSide(MaskProposals.SIDE);
		this.plain = plain;
		this.heard = heard;
		loose = new SharedBoxes(plain, heard);
		pixel = 1 / Math.sqrt(logits.scaleX() * logits.scaleY());
	}

	/**
	 * @param boxes prompts of a box and nothing else
	 * @param stable found for them with the plugin
	 * @return the answer to each, in their order
	 */
	List<Candidate> answers(final List<Prompt> boxes,
		final List<Candidate> stable)
	{
		final List<Candidate> answers = new ArrayList<>(stable);
		final List<Integer> places = new ArrayList<>();
		for (int i = 0; i < boxes.size(); i++)
			if (!heard.isAllHeard() || BoxFit.mayBeClose(box(boxes.get(i)), stable
				.get(i).mask())) places.add(i);
		if (places.isEmpty()) return answers;
		final List<Candidate> alone = plain.apply(places.stream().map(boxes::get)
			.collect(Collectors.toList()));
		for (int i = 0; i < alone.size(); i++) {
			final int place = places.get(i);
			answers.set(place, answer(boxes.get(place), alone.get(i), stable.get(
				place)));
		}
		return answers;
	}

	private Candidate answer(final Prompt drawn, final Candidate alone,
		final Candidate stable)
	{
		switch (fit(box(drawn), alone.mask(), stable.mask())) {
			case EXACT:
				return alone.leftAlone().scoredAs(stable);
			case CLOSE:
				return stable.agreedWith(alone, loose.share(box(drawn), stable, alone) /
					2);
			default:
				return heard.isAllHeard() ? stable : loose.answer(drawn, stable, alone);
		}
	}

	private BoxFit fit(final Box drawn, final Mask alone, final Mask stable) {
		return BoxFit.mayBeClose(drawn, stable) ? BoxFit.of(drawn, alone, stable,
			pixel) : BoxFit.LOOSE;
	}

	private static Box box(final Prompt prompt) {
		return prompt.box().orElseThrow();
	}
}
