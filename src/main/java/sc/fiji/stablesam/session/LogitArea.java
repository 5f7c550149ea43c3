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

/** Where logits of a mask are positive. Immutable. */
final class LogitArea {

	private final float[] logits;
	private final double score;
	private final int size;

	/**
	 * @param logits not to be changed any more
	 * @param score how sure it is that this is an object
	 */
	LogitArea(final float[] logits, final double score) {
		this.logits = logits;
		this.score = score;
		int positive = 0;
		for (final float logit : logits)
			if (logit > 0) positive++;
		size = positive;
	}

	/** @return not to be changed */
	float[] logits() {
		return logits;
	}

	double score() {
		return score;
	}

	/** @return how many logits are positive */
	int size() {
		return size;
	}

	/** @return how many are positive in both */
	int shared(final LogitArea other) {
		int both = 0;
		for (int i = 0; i < logits.length; i++)
			if (logits[i] > 0 && other.logits[i] > 0) both++;
		return both;
	}

	/** @return 0 if there is nothing */
	double iou(final LogitArea other) {
		final int both = shared(other);
		final int any = size + other.size - both;
		return any == 0 ? 0 : (double) both / any;
	}
}
