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

package sc.fiji.stablesam.model;

/**
 * Logits of the mask decoder's outputs for a batch of prompts, at places that
 * are spread evenly over a {@link MaskRegion}, the same for all prompts.
 */
public final class MaskSamples {

	private final float[] logits;
	private final int size;

	private MaskSamples(final float[] logits, final int size) {
		this.logits = logits;
		this.size = size;
	}

	/**
	 * @param logits [size, OUTPUTS, places], taken over
	 * @param size the number of prompts
	 */
	static MaskSamples of(final float[] logits, final int size) {
		return new MaskSamples(logits, size);
	}

	/** @return the number of prompts */
	public int size() {
		return size;
	}

	/** @return the number of places */
	public int places() {
		return logits.length / MaskProposals.OUTPUTS / size;
	}

	/** @param output of the decoder, from 0 */
	public float logit(final int prompt, final int output, final int place) {
		return logits[(prompt * MaskProposals.OUTPUTS + output) * places() + place];
	}
}
