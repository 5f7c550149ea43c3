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

import java.awt.Shape;
import java.util.List;

import sc.fiji.stablesam.ij.MaskOutline;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.prompt.MaskHint;
import sc.fiji.stablesam.session.Candidate;

/** The answer to a stage. Thread-safe. */
final class Found {

	private final List<Candidate> candidates;
	private final Mask thorough;
	private final String modelName;
	private final boolean preview;
	/** Made when they are first looked at. */
	private final Shape[] outlines;
	/** What it was compared with last, and what came out; may be null. */
	private Mask compared;
	private int alike;

	private Found(final List<Candidate> candidates, final Mask thorough,
		final String modelName, final boolean preview)
	{
		this.preview = preview;
		this.candidates = candidates;
		this.thorough = thorough;
		this.modelName = modelName;
		outlines = new Shape[candidates.size()];
	}

	static Found of(final List<Candidate> candidates, final String modelName) {
		return new Found(candidates, null, modelName, false);
	}

	/**
	 * @param candidates that were looked for in haste, to be seen while something
	 *          is drawn
	 */
	static Found preview(final List<Candidate> candidates,
		final String modelName)
	{
		return new Found(candidates, null, modelName, true);
	}

	/** @return this, with what a thorough look at the first candidate found */
	Found with(final Mask mask) {
		return new Found(candidates, mask, modelName, false);
	}

	/** @return how many masks there are to choose from */
	int choices() {
		return candidates.size();
	}

	/** @param choice from 0, which is what the options choose; may be empty */
	Mask mask(final int choice) {
		return choice == 0 && thorough != null ? thorough : candidates.get(choice)
			.mask();
	}

	/**
	 * @return which of the masks has the largest IoU with another, whatever the
	 *         thorough look found
	 */
	synchronized int mostLike(final Mask other) {
		if (other == compared) return alike;
		double best = -1;
		for (int i = 0; i < candidates.size(); i++) {
			final double iou = candidates.get(i).mask().iou(other);
			if (iou > best) alike = i;
			best = Math.max(best, iou);
		}
		compared = other;
		return alike;
	}

	/** @return to refine a mask */
	MaskHint hint(final int choice) {
		return candidates.get(choice).hint();
	}

	/** @return in image coordinates, of no extent where the mask is empty */
	synchronized Shape outline(final int choice) {
		if (outlines[choice] == null) outlines[choice] = MaskOutline.of(mask(
			choice));
		return outlines[choice];
	}

	/** @return whether the first candidate was looked at thoroughly */
	boolean isThorough() {
		return thorough != null;
	}

	/** @return whether it is only to be seen, until there is a better answer */
	boolean isPreview() {
		return preview;
	}

	String modelName() {
		return modelName;
	}
}
