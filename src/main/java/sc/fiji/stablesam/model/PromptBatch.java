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

import java.util.ArrayList;
import java.util.List;

/**
 * Prompts as the prompt encoder takes them: for each the same number of points
 * with labels, and for all or none of them a mask. Points are (x, y) in pixels
 * of the 1024-pixel picture, whole numbers at pixel centres.
 */
public final class PromptBatch {

	/** What a point stands for. */
	public enum Label {
			BACKGROUND, FOREGROUND, BOX_MIN, BOX_MAX
	}

	/** One prompt's points. */
	public static final class Points {

		private final List<float[]> coordinates = new ArrayList<>();
		private final List<Label> labels = new ArrayList<>();

		public Points add(final double x, final double y, final Label label) {
			coordinates.add(new float[] { (float) x, (float) y });
			labels.add(label);
			return this;
		}

		public int size() {
			return labels.size();
		}
	}

	private final List<Points> prompts;
	private final List<float[]> masks;

	private PromptBatch(final List<Points> prompts, final List<float[]> masks) {
		this.prompts = prompts;
		this.masks = masks;
	}

	/**
	 * @throws IllegalArgumentException if the prompts differ in their points'
	 *           number
	 */
	public static PromptBatch of(final List<Points> prompts) {
		return of(prompts, List.of());
	}

	/**
	 * @param masks logits [256 * 256] in model coordinates, one a prompt, or none
	 * @throws IllegalArgumentException if the prompts differ in their points'
	 *           number, or the masks do not fit
	 */
	public static PromptBatch of(final List<Points> prompts,
		final List<float[]> masks)
	{
		if (prompts.isEmpty()) throw new IllegalArgumentException(
			"A batch holds at least one prompt.");
		if (prompts.stream().anyMatch(p -> p.size() != prompts.get(0).size()))
			throw new IllegalArgumentException(
				"The prompts of a batch have the same number of points.");
		if (!masks.isEmpty() && masks.size() != prompts.size())
			throw new IllegalArgumentException(
				"Either all prompts of a batch have a mask, or none.");
		return new PromptBatch(List.copyOf(prompts), List.copyOf(masks));
	}

	/**
	 * @param mask logits [256 * 256] in model coordinates, which all prompts
	 *          share
	 * @throws IllegalArgumentException if the prompts differ in their points'
	 *           number
	 */
	public static PromptBatch ofSharing(final List<Points> prompts,
		final float[] mask)
	{
		return new PromptBatch(of(prompts).prompts, List.of(mask));
	}

	int size() {
		return prompts.size();
	}

	int points() {
		return prompts.get(0).size();
	}

	float[] point(final int prompt, final int point) {
		return prompts.get(prompt).coordinates.get(point);
	}

	Label label(final int prompt, final int point) {
		return prompts.get(prompt).labels.get(point);
	}

	/**
	 * @return whether its prompts have a box each
	 * @throws IllegalArgumentException if some have, and some have not
	 */
	boolean hasBoxes() {
		final long boxes = prompts.stream().filter(p -> p.labels.contains(
			Label.BOX_MIN)).count();
		if (boxes > 0 && boxes < size()) throw new IllegalArgumentException(
			"Either all prompts of a batch have a box here, or none.");
		return boxes > 0;
	}

	/** @return one a prompt, or one for all, or none */
	List<float[]> masks() {
		return masks;
	}
}
