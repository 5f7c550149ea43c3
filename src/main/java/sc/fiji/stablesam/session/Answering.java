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

import sc.fiji.stablesam.model.MaskProposals;
import sc.fiji.stablesam.model.StabilityPlugin;
import sc.fiji.stablesam.prompt.Prompt;

/** Decodes each prompt once, and takes one of the decoder's outputs. */
final class DirectAnswering {

	private final EncodedImage image;
	private final MaskChoice choice;
	private final Optional<StabilityPlugin> plugin;

	DirectAnswering(final EncodedImage image, final MaskChoice choice,
		final Optional<StabilityPlugin> plugin)
	{
		this.image = image;
		this.choice = choice;
		this.plugin = plugin;
	}

	/**
	 * @param prompts of one {@link PromptBatches form}
	 * @return one answer a prompt, in their order
	 * @throws IllegalArgumentException if a prompt is empty or lies outside the
	 *           image
	 */
	List<Answer> answer(final List<Prompt> prompts) {
		final MaskProposals proposals = image.decode(prompts, plugin);
		final List<Answer> answers = new ArrayList<>();
		for (int i = 0; i < prompts.size(); i++) {
			final Prompt prompt = prompts.get(i);
			final int output = MaskSelection.choose(proposals, i, choice, prompt);
			answers.add(new Answer(prompt, output, image.masks().mask(proposals, i,
				output)));
		}
		return answers;
	}
}
