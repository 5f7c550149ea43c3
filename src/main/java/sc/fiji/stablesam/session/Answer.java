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

import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.prompt.Prompt;

/** What was found for a prompt, and where it comes from. Immutable. */
final class Answer {

	/** Who believes in more than this IoU does not look again. */
	private static final double SURE = 0.95;

	private final Prompt prompt;
	private final int output;
	private final Mask mask;
	private final BoxFit fit;

	/**
	 * @param prompt what was asked last
	 * @param output of the mask decoder that answers are taken of
	 * @param fit of the prompt's box; of a prompt without one it is loose
	 */
	Answer(final Prompt prompt, final int output, final Mask mask,
		final BoxFit fit)
	{
		this.prompt = prompt;
		this.output = output;
		this.mask = mask;
		this.fit = fit;
	}

	/**
	 * NB: Other views are answered with the plugin, which is to stay out of what
	 * was left to the network alone.
	 *
	 * @return whether it is worth to look again; hints are of the whole image as
	 *         it is, and of no other view
	 */
	boolean isUnsure() {
		return fit != BoxFit.EXACT && !prompt.hint().isPresent() && mask.quality()
			.predictedIou() < SURE;
	}

	BoxFit fit() {
		return fit;
	}

	Prompt prompt() {
		return prompt;
	}

	int output() {
		return output;
	}

	Mask mask() {
		return mask;
	}
}
