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

package sc.fiji.stablesam.ij;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Click;
import sc.fiji.stablesam.prompt.Prompt;

/** Fits prompts to an image, wherever they come from. */
final class PromptClipping {

	private PromptClipping() {}

	/** @return the prompts, clipped; those outside the image are skipped */
	static PromptSet clip(final PromptSet prompts, final SourceImage image) {
		final List<RoiPrompt> inside = new ArrayList<>();
		final List<SkippedRoi> skipped = new ArrayList<>(prompts.skipped());
		for (final RoiPrompt prompt : prompts.prompts()) {
			final Optional<String> problem = image.shape().problem(prompt.position());
			final Prompt clipped = clip(prompt.prompt(), image);
			if (problem.isPresent()) skipped.add(SkippedRoi.of(prompt.name(), problem
				.get()));
			else if (clipped.isEmpty()) skipped.add(SkippedRoi.of(prompt.name(),
				UnusableRoiException.OUTSIDE));
			else inside.add(clipped(prompt, clipped));
		}
		return PromptSet.of(inside, skipped);
	}

	/** NB: Each step of several must be where it was; the network clips, too. */
	private static RoiPrompt clipped(final RoiPrompt prompt,
		final Prompt clipped)
	{
		return prompt.refinement().isPlain() ? prompt.with(clipped) : prompt;
	}

	private static Prompt clip(final Prompt prompt, final SourceImage image) {
		final Optional<Box> box = prompt.box().flatMap(b -> b.clippedTo(image
			.width(), image.height()));
		Prompt clipped = box.map(Prompt::of).orElse(Prompt.empty());
		for (final Click click : prompt.clicks())
			if (click.isInside(image.width(), image.height())) clipped = clipped.with(
				click);
		if (clipped.isEmpty() && !prompt.clicks().isEmpty()) return clipped;
		if (prompt.box().isPresent() && !box.isPresent()) return Prompt.empty();
		return prompt.hint().map(clipped::with).orElse(clipped);
	}
}
