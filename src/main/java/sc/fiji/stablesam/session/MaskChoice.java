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

import java.util.Locale;

/** Which of the mask decoder's outputs becomes the answer to a prompt. */
public enum MaskChoice {

		/**
		 * What serves best for the kind of prompt: {@link #SINGLE} for boxes, the
		 * middle multimask output for all else, unless the best one is large and no
		 * crowd.
		 */
		AUTO,
		/**
		 * The single-mask output, or, with SAM 2, where that is unstable, the best
		 * of the multimask output.
		 */
		SINGLE,
		/** The multimask output with the highest predicted IoU. */
		BEST;

	/**
	 * @param name {@code auto}, {@code single} or {@code best}, in any case
	 * @throws IllegalArgumentException if it is none of them
	 */
	public static MaskChoice parse(final String name) {
		return ChoiceName.find(MaskChoice.class, name, "mask choice");
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}
}
