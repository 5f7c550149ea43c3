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

import java.util.OptionalDouble;

import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.model.MaskProposals;
import sc.fiji.stablesam.prompt.MaskHint;

/**
 * One of the masks that a prompt may mean, which can be fed back to be refined.
 * Made at image resolution when it is first looked at, as mostly only one of
 * them is. Immutable, thread-safe.
 */
public final class Candidate {

	private final LogitMasks masks;
	private final MaskProposals proposals;
	private final int prompt;
	private final int output;
	private final OptionalDouble routingWeight;
	private Mask mask;

	/** @param routingWeight of the pass that a plugin took part in */
	Candidate(final LogitMasks masks, final MaskProposals proposals,
		final int prompt, final int output, final OptionalDouble routingWeight)
	{
		this.masks = masks;
		this.proposals = proposals;
		this.prompt = prompt;
		this.output = output;
		this.routingWeight = routingWeight;
	}

	/** @return found without a plugin that might have taken part */
	Candidate leftAlone() {
		return new Candidate(masks, proposals, prompt, output, OptionalDouble.of(
			0));
	}

	/** @return may be empty */
	public synchronized Mask mask() {
		if (mask == null) {
			final Mask found = masks.mask(proposals, prompt, output);
			mask = found.with(found.quality().withRoutingWeight(routingWeight));
		}
		return mask;
	}

	/** @return the mask's, without making it */
	OptionalDouble routingWeight() {
		return routingWeight;
	}

	/** @return of the mask decoder */
	int output() {
		return output;
	}

	/** @return from 0 to 1 */
	float predictedIou() {
		return Math.max(0, Math.min(1, proposals.predictedIou(prompt, output)));
	}

	/** @return [256 * 256], row by row; the caller's */
	float[] logits() {
		return proposals.logits(prompt, output);
	}

	/**
	 * @return for the next prompt of the same object in the same image (Segment
	 *         Anything, appendix A, "Training algorithm")
	 */
	public MaskHint hint() {
		return MaskHint.logits(logits());
	}
}
