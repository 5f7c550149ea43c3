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

import sc.fiji.stablesam.model.MaskProposals;
import sc.fiji.stablesam.prompt.Prompt;

/** Picks one of the mask decoder's outputs. Immutable. */
final class MaskSelection {

	/** The single-mask output of the decoder. */
	private static final int SINGLE = 0;

	/**
	 * The multimask output for what is neither a part nor a group of objects. A
	 * click, unlike a box, does not say which is meant; of cells and nuclei it is
	 * this one, more often than the one with the highest predicted IoU...
	 */
	private static final int MIDDLE = 2;

	/**
	 * ...unless that one covers so much of the image: of an object that nearly
	 * fills the image, this one is but a part...
	 */
	private static final double LARGE = 0.1;

	/**
	 * ...and unless, with a plugin, it is less stable than this: then it is no
	 * object, but all of a crowd that the network cannot tell apart...
	 */
	private static final double WHOLE = 0.9;

	/**
	 * ...as measured between thresholds so far above and below zero (as SAM's
	 * automatic mask generator does). Without a plugin, which makes them sharper,
	 * masks of large objects are no more stable than those of crowds.
	 */
	private static final float WIDE = 1;

	/** Below this stability SAM 2 distrusts the single-mask output... */
	private static final double STABLE = 0.98;

	/** ...as measured between thresholds this far above and below zero. */
	private static final float DELTA = 0.05f;

	private final MaskChoice choice;
	private final double shown;

	private MaskSelection(final MaskChoice choice, final double shown) {
		this.choice = choice;
		this.shown = shown;
	}

	/** @return for what is decoded of a whole image */
	static MaskSelection of(final MaskChoice choice) {
		return new MaskSelection(choice, 1);
	}

	/**
	 * @param share of the image's area
	 * @return for what is decoded of a part of that share
	 */
	MaskSelection showing(final double share) {
		return new MaskSelection(choice, share);
	}

	boolean isAutomatic() {
		return choice == MaskChoice.AUTO;
	}

	/** @return the output that is taken for a prompt of the batch */
	int choose(final MaskProposals proposals, final int prompt,
		final Prompt asked)
	{
		switch (choice) {
			case SINGLE:
				return single(proposals, prompt);
			case BEST:
				return best(proposals, prompt);
			default:
				return saysExtent(asked, proposals) ? ofExtent(proposals, prompt)
					: ofClicks(proposals, prompt);
		}
	}

	/**
	 * @return whether no choice is left, as it says how large the object is; what
	 *         a plugin makes of a mask that is fed back is not learnt
	 */
	private static boolean saysExtent(final Prompt asked,
		final MaskProposals proposals)
	{
		return asked.box().isPresent() || asked.hint().isPresent() && !proposals
			.pluginOutput().isPresent();
	}

	private static int ofExtent(final MaskProposals proposals, final int prompt) {
		return proposals.pluginOutput().orElseGet(() -> single(proposals, prompt));
	}

	private int ofClicks(final MaskProposals proposals, final int prompt) {
		final int best = best(proposals, prompt);
		if (covered(proposals, prompt, best) > LARGE && !isCrowd(proposals, prompt,
			best)) return best;
		return proposals.pluginOutput().orElse(MIDDLE);
	}

	private static boolean isCrowd(final MaskProposals proposals,
		final int prompt, final int output)
	{
		return proposals.pluginOutput().isPresent() && ThresholdStability.of(
			proposals.logits(prompt, output), WIDE) < WHOLE;
	}

	/** @return the share of the image that an output has for the object */
	private double covered(final MaskProposals proposals, final int prompt,
		final int output)
	{
		int inside = 0;
		final float[] logits = proposals.logits(prompt, output);
		for (final float logit : logits)
			if (logit > 0) inside++;
		return shown * inside / logits.length;
	}

	/** SAM 2's own rule for images (dynamic multimask via stability). */
	private static int single(final MaskProposals proposals, final int prompt) {
		if (!proposals.replacesUnstable()) return SINGLE;
		final double stability = ThresholdStability.of(proposals.logits(prompt,
			SINGLE), DELTA);
		return stability >= STABLE ? SINGLE : best(proposals, prompt);
	}

	private static int best(final MaskProposals proposals, final int prompt) {
		int best = SINGLE + 1;
		for (int output = best + 1; output < MaskProposals.OUTPUTS; output++)
			if (proposals.predictedIou(prompt, output) > proposals.predictedIou(
				prompt, best)) best = output;
		return best;
	}
}
