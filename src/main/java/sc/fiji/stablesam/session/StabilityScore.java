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
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import sc.fiji.stablesam.image.ImageFrame;
import sc.fiji.stablesam.model.MaskRegion;
import sc.fiji.stablesam.model.MaskSamples;
import sc.fiji.stablesam.model.StabilityPlugin;
import sc.fiji.stablesam.prompt.Prompt;

/**
 * Measures how little a mask depends on how exactly its prompt was drawn: the
 * mean IoU of the masks from {@value #COPIES} {@link PromptJitter jittered}
 * copies of the prompt with their union (mSF; Stable-SAM, section 4). The
 * copies, clicks too, are decoded once, with the same output of the decoder as
 * the mask; with a plugin they share where it reads for the prompt itself. They
 * are compared as {@link MaskSamples} of the {@link MaskRegion} round the mask
 * and all the copies, so that of a mask that leaves the region the rest does
 * not count.
 */
final class StabilityScore {

	/** How often the prompt is drawn again. */
	static final int COPIES = 8;

	private final EncodedImage image;
	private final Optional<StabilityPlugin> plugin;

	StabilityScore(final EncodedImage image,
		final Optional<StabilityPlugin> plugin)
	{
		this.image = image;
		this.plugin = plugin;
	}

	/**
	 * @return from 0 to 1, 1 if all copies find the same, even if it is nothing;
	 *         absent if there is only a mask hint, which cannot be jittered
	 */
	OptionalDouble of(final Answer answer) {
		if (!PromptJitter.canMove(answer.prompt())) return OptionalDouble.empty();
		final ImageFrame frame = image.frame();
		final List<Prompt> copies = new PromptJitter(answer.mask(), frame).copies(
			answer.prompt(), COPIES);
		final int leaders = plugin.isPresent() ? 1 : 0;
		final List<Prompt> all = new ArrayList<>(Collections.nCopies(leaders, answer
			.prompt()));
		all.addAll(copies);
		return OptionalDouble.of(agreement(image.sample(all, plugin, region(answer,
			copies)), leaders, answer.output()));
	}

	private MaskRegion region(final Answer answer, final List<Prompt> copies) {
		PromptRegion region = new PromptRegion(image.frame(), MaskRegion.sampled())
			.with(answer.mask());
		for (final Prompt copy : copies)
			region = region.with(copy);
		return region.region();
	}

	/**
	 * @param first the masks before this one do not count
	 * @param output of the decoder that makes the masks
	 * @return the mean IoU of each mask with the union of all
	 */
	static double agreement(final MaskSamples samples, final int first,
		final int output)
	{
		int union = 0;
		long areas = 0;
		for (int i = 0; i < samples.places(); i++) {
			int masks = 0;
			for (int prompt = first; prompt < samples.size(); prompt++)
				if (samples.logit(prompt, output, i) > 0) masks++;
			areas += masks;
			if (masks > 0) union++;
		}
		// NB: a mask's intersection with the union is the mask.
		return union == 0 ? 1 : (double) areas / (samples.size() - first) / union;
	}
}
