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

import sc.fiji.stablesam.model.PromptBatch.Label;

/** What is in a batch, as tests of other packages want to see it. */
public final class BatchContents {

	private final PromptBatch batch;

	private BatchContents(final PromptBatch batch) {
		this.batch = batch;
	}

	public static BatchContents of(final PromptBatch batch) {
		return new BatchContents(batch);
	}

	public int prompts() {
		return batch.size();
	}

	/** @return the number of each prompt's points */
	public int points() {
		return batch.points();
	}

	/** @return (x, y) in pixels of the network's picture */
	public float[] point(final int prompt, final int point) {
		return batch.point(prompt, point);
	}

	public Label label(final int prompt, final int point) {
		return batch.label(prompt, point);
	}

	public boolean hasMasks() {
		return !batch.masks().isEmpty();
	}

	public int masks() {
		return batch.masks().size();
	}

	/** @return logits, row by row */
	public float[] mask(final int prompt) {
		return batch.masks().get(prompt);
	}
}
