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

package sc.fiji.stablesam.ij.drawing;

import sc.fiji.stablesam.mask.Mask;

/**
 * Which of the masks for a stage is meant. The masks of a preview need not come
 * in the order of the answer's; who chose one of them means that of the answer
 * that is most like it. Immutable.
 */
final class Choice {

	/** What the options choose. */
	static final Choice FIRST = new Choice(0, null);

	private final int number;
	/** What was chosen in a preview; null if it was an answer. */
	private final Mask seen;

	private Choice(final int number, final Mask seen) {
		this.number = number;
		this.seen = seen;
	}

	/**
	 * @param number from 0, which is what the options choose
	 * @param found what is seen when it is chosen
	 */
	static Choice of(final int number, final Found found) {
		return new Choice(number, number > 0 && found.isPreview() ? found.mask(
			number) : null);
	}

	/** @return the number of the mask that is meant */
	int in(final Found found) {
		return seen == null || found.isPreview() ? number : found.mostLike(seen);
	}

	/** @return the number of the mask while there is no answer */
	int number() {
		return number;
	}
}
