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

package sc.fiji.stablesam.train;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How well a variant answers prompts that are drawn in one way: means over
 * objects, or over sets of such means, in percent. Immutable.
 */
public final class Score {

	private static final double PERCENT = 100;

	private final PromptRecipe prompt;
	private final Variant variant;
	private final int objects;
	private final double iou;
	private final double boundaryIou;
	private final double stability;

	/** @param objects at least one */
	Score(final PromptRecipe prompt, final Variant variant,
		final List<ObjectScore> objects)
	{
		this.prompt = prompt;
		this.variant = variant;
		this.objects = objects.size();
		iou = PERCENT * mean(objects, ObjectScore::iou);
		boundaryIou = PERCENT * mean(objects, ObjectScore::boundaryIou);
		stability = PERCENT * mean(objects, ObjectScore::stability);
	}

	private Score(final List<Score> sets) {
		prompt = sets.get(0).prompt;
		variant = sets.get(0).variant;
		objects = sets.stream().mapToInt(Score::objects).sum();
		iou = mean(sets, Score::iou);
		boundaryIou = mean(sets, Score::boundaryIou);
		stability = mean(sets, Score::stability);
	}

	/** @param sets scores of one way of drawing and one variant, at least one */
	static Score mean(final List<Score> sets) {
		return new Score(sets);
	}

	private static <T> double mean(final List<T> parts,
		final ToDoubleFunction<T> value)
	{
		return parts.stream().mapToDouble(value).average().orElseThrow();
	}

	/** @return how the prompts were drawn */
	public PromptRecipe prompt() {
		return prompt;
	}

	public Variant variant() {
		return variant;
	}

	/** @return the number of objects, of all sets */
	public int objects() {
		return objects;
	}

	/** @return mIoU, from 0 to 100 */
	public double iou() {
		return iou;
	}

	/** @return mBIoU, from 0 to 100; see {@link BoundaryIou} */
	public double boundaryIou() {
		return boundaryIou;
	}

	/** @return mSF, from 0 to 100; see {@link MaskStability} */
	public double stability() {
		return stability;
	}

	@Override
	public String toString() {
		return prompt + ", " + variant + ": mIoU " + iou + ", mBIoU " +
			boundaryIou + ", mSF " + stability + " of " + objects + " objects";
	}
}
