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

import sc.fiji.stablesam.image.ImageFrame;

/**
 * The two generations of Segment Anything, which tell prompt encoder and mask
 * decoder apart: everything but the image encoder.
 */
enum Generation {

		/**
		 * Segment Anything (Kirillov et al., ICCV 2023), and what others made of
		 * it.
		 */
		SAM_1(""),

		/** SAM 2 and 2.1 (Ravi et al., ICLR 2025), for images. */
		SAM_2("sam_");

	private static final float LARGEST_LOGIT = 32;

	private final String prefix;

	Generation(final String prefix) {
		this.prefix = prefix;
	}

	Parameters promptEncoder(final Parameters p) {
		return p.of(prefix + "prompt_encoder");
	}

	Parameters maskDecoder(final Parameters p) {
		return p.of(prefix + "mask_decoder");
	}

	/** @return how an image of that size lies in the network's picture */
	ImageFrame frame(final long width, final long height) {
		return this == SAM_2 ? ImageFrame.stretched(width, height,
			SamConfig.IMAGE_SIZE) : ImageFrame.padded(width, height,
				SamConfig.IMAGE_SIZE);
	}

	/** @return whether prompts with a box, too, end with a point that is none */
	boolean padsBoxes() {
		return this == SAM_2;
	}

	/** @return whether a token asks if the object is there at all */
	boolean scoresObjects() {
		return this == SAM_2;
	}

	/** @return whether predicted IoU is kept from 0 to 1 by a sigmoid */
	boolean boundsIou() {
		return this == SAM_2;
	}

	/** @return whether the decoder sees fine features of the image encoder */
	boolean hasHighResolution() {
		return this == SAM_2;
	}

	/**
	 * @return whether the best multimask output stands in for a single-mask
	 *         output that is unstable
	 */
	boolean replacesUnstable() {
		return this == SAM_2;
	}

	/** @return beyond which logits are cut */
	float largestLogit() {
		return this == SAM_2 ? LARGEST_LOGIT : Float.MAX_VALUE;
	}
}
