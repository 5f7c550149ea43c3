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

import java.util.List;
import java.util.function.Function;

import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Prompt;

/**
 * Answers boxes in images of which the plugin knows little with the weighted
 * mean of what is found with it and without. What is smaller with it, and
 * within the box, is mostly a part that is an object of its own in images that
 * it knows, as a nucleus is: the plugin is not heard then. What a careless box
 * misses is beyond it. Where both are different objects, the box is careless,
 * and the plugin knows better which one is meant, unless its object hardly fits
 * the box: the network alone is asked once more, with the box of that object,
 * and if it finds it too, draws its outline.
 */
final class SharedBoxes {

	/** Masks of more IoU are of the same object. */
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
	 * @param box a prompt of a box and nothing else
	 * @param stable found for it with the plugin
	 * @param alone found for it without
	 */
	Candidate answer(final Prompt box, final Candidate stable,
		final Candidate alone)
	{
		final Box drawn = box.box().orElseThrow();
		final double overlap = stable.overlap(alone);
		final boolean part = isPart(drawn, stable.mask(), alone.mask());
		if (!part && overlap < HeardPlugin.OTHER && BoxFit.overlap(drawn, stable
			.mask()) > MEANT)
		{
			final Candidate again = plain.apply(List.of(Prompt.of(Box.around(stable
				.mask().interval())))).get(0);
			if (stable.overlap(again) > SAME) return stable.sharedWith(again, heard
				.outlines());
		}
		return stable.sharedWith(alone, share(part, overlap));
	}

	/** @return of the plugin in the mean of what is found with it and without */
	double share(final Box drawn, final Candidate stable, final Candidate alone) {
		return share(isPart(drawn, stable.mask(), alone.mask()), stable.overlap(
			alone));
	}

	private double share(final boolean part, final double overlap) {
		return part ? heard.outlines() : heard.boxes(overlap);
	}

	private static boolean isPart(final Box drawn, final Mask stable,
		final Mask alone)
	{
		return stable.area() < alone.area() && (stable.isEmpty() || drawn.contains(
			Box.around(stable.interval())));
	}
}
