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

package sc.fiji.stablesam.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import sc.fiji.stablesam.ij.PromptSet;
import sc.fiji.stablesam.ij.RoiPrompt;
import sc.fiji.stablesam.ij.SourceImage;
import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Prompt;

/**
 * Boxes that are drawn without care, always the same ones: the noisy boxes of
 * Stable-SAM, section 4.
 */
final class CarelessBoxes {

	/** The paper's scale of the noise. */
	private static final double NOISE = 0.4;
	private static final long SEED = 1;

	private CarelessBoxes() {}

	/** @return for each prompt with a box, such a box and nothing else */
	static PromptSet of(final PromptSet prompts, final SourceImage image) {
		final Random random = new Random(SEED);
		final List<RoiPrompt> careless = new ArrayList<>();
		for (final RoiPrompt prompt : prompts.prompts()) {
			if (!prompt.prompt().box().isPresent()) continue;
			final Optional<Box> box = prompt.prompt().box().get().noisy(NOISE,
				random::nextDouble).clippedTo(image.width(), image.height());
			box.ifPresent(b -> careless.add(prompt.with(Prompt.of(b))));
		}
		return PromptSet.of(careless);
	}
}
