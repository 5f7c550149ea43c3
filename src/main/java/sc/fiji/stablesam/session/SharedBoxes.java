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

import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Prompt;

/**
 * Answers boxes in images of which the plugin knows little with the weighted
 * mean of what is found with it and without. Where these are different objects,
 * the box is careless, and the plugin knows better which one is meant, unless
 * its object hardly fits the box: the network alone is asked once more, with
 * the box of that object, and if it finds it too, draws its outline.
 */
final class SharedBoxes {

	/** Masks of less IoU are of different objects... */
	private static final double OTHER = 0.6;

	/** ...and those of more are of the same one. */
	private static final double SAME = 0.7;

	/** Boxes of less IoU are not meant for the same object. */
	private static final double MEANT = 0.5;

	private final Function<List<Prompt>, List<Candidate>> plain;
	private final HeardPlugin heard;

	/** @param plain finds one candidate a prompt without the plugin */
	SharedBoxes(final Function<List<Prompt>, List<Candidate>> plain,
		final HeardPlugin heard)
	{
		this.plain = plain;
		this.heard = heard;
	}

	/**
	 * @param boxes prompts of a box and nothing else
	 * @param stable found for them with the plugin
	 * @param alone found for them without it
	 * @return the answer to each, in their order
	 */
	List<Candidate> answers(final List<Prompt> boxes,
		final List<Candidate> stable, final List<Candidate> alone)
	{
		final List<Candidate> answers = new ArrayList<>();
		final List<Integer> others = new ArrayList<>();
		for (int i = 0; i < stable.size(); i++) {
			final double overlap = stable.get(i).overlap(alone.get(i));
			answers.add(stable.get(i).sharedWith(alone.get(i), heard.boxes(overlap)));
			if (overlap < OTHER && BoxFit.overlap(boxes.get(i).box().orElseThrow(),
				stable.get(i).mask()) > MEANT) others.add(i);
		}
		if (!others.isEmpty()) drawAgain(others, stable, answers);
		return answers;
	}

	private void drawAgain(final List<Integer> places,
		final List<Candidate> stable, final List<Candidate> answers)
	{
		final List<Candidate> drawn = plain.apply(places.stream().map(i -> Prompt
			.of(bounds(stable.get(i).mask()))).collect(Collectors.toList()));
		for (int i = 0; i < drawn.size(); i++) {
			final Candidate chosen = stable.get(places.get(i));
			if (chosen.overlap(drawn.get(i)) > SAME) answers.set(places.get(i), chosen
				.sharedWith(drawn.get(i), heard.outlines()));
		}
	}

	private static Box bounds(final Mask mask) {
		return Box.of(mask.minX(), mask.minY(), mask.width(), mask.height());
	}
}
