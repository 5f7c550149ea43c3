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

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.mask.MaskQuality;
import sc.fiji.stablesam.model.MaskProposals;
import sc.fiji.stablesam.prompt.MaskHint;
import sc.fiji.stablesam.prompt.Prompt;

/**
 * One of the masks that a prompt may mean, which can be fed back to be refined.
 * Made at image resolution when it is first looked at, as mostly only one of
 * them is. Immutable, thread-safe.
 */
public final class Candidate {

	private final LogitMasks masks;
	private final Supplier<float[]> logits;
	private final MaskQuality quality;
	private final int output;
	private final BoxFit fit;
	private Mask mask;

	private Candidate(final LogitMasks masks, final Supplier<float[]> logits,
		final MaskQuality quality, final int output, final BoxFit fit)
	{
		this.masks = masks;
		this.logits = logits;
		this.quality = quality;
		this.output = output;
		this.fit = fit;
	}

	/**
	 * @param routingWeight of the pass that a plugin took part in
	 * @param familiarity of the image
	 */
	Candidate(final LogitMasks masks, final MaskProposals proposals,
		final int prompt, final int output, final OptionalDouble routingWeight,
		final OptionalDouble familiarity)
	{
		this(masks, () -> proposals.logits(prompt, output), MaskQuality.of(Math.max(
			0, Math.min(1, proposals.predictedIou(prompt, output))))
			.withRoutingWeight(routingWeight).withFamiliarity(familiarity), output,
			BoxFit.LOOSE);
	}

	/**
	 * @return found without a plugin that might have taken part, as the box that
	 *         was drawn seems exact
	 */
	Candidate leftAlone() {
		return new Candidate(masks, logits, quality.withRoutingWeight(OptionalDouble
			.of(0)), output, BoxFit.EXACT);
	}

	/** @return copies of its prompt are to be answered as those of the other */
	Candidate scoredAs(final Candidate other) {
		return new Candidate(masks, logits, quality, other.output, fit);
	}

	/**
	 * @param plain found without the plugin, in the same image
	 * @param share of this in the weighted mean of both masks' logits
	 * @return that mean, as the box that was drawn may be exact
	 */
	Candidate agreedWith(final Candidate plain, final double share) {
		final Candidate mean = mean(plain, logits -> logits, share);
		return new Candidate(masks, mean.logits, mean.quality, output,
			BoxFit.CLOSE);
	}

	/**
	 * @param plain found without the plugin, in the same image
	 * @param share of this, from 0 to 1
	 * @return the weighted mean of both masks' logits; copies of its prompt are
	 *         to be answered as those of the one that it has more of
	 */
	Candidate sharedWith(final Candidate plain, final double share) {
		final Candidate mean = mean(plain, logits -> logits, share);
		return share < 0.5 ? mean.scoredAs(plain) : mean;
	}

	/** @return how well the box that was drawn fits */
	BoxFit fit() {
		return fit;
	}

	/**
	 * @param others in the same image, at least one
	 * @return the one whose mask has the largest IoU with this one's
	 */
	Candidate mostAlike(final List<Candidate> others) {
		final LogitArea mine = area();
		Candidate nearest = null;
		double largest = -1;
		for (final Candidate other : others) {
			final double iou = mine.iou(other.area());
			if (iou > largest) nearest = other;
			largest = Math.max(largest, iou);
		}
		return nearest;
	}

	/** @return the IoU of both masks, 0 if there is nothing */
	double overlap(final Candidate other) {
		return area().iou(other.area());
	}

	private LogitArea area() {
		return new LogitArea(logits(), quality.predictedIou());
	}

	/**
	 * @param candidates for prompts, one each
	 * @param others for the same prompts, which count as much
	 * @param grid carries logits of the others to the places of the first ones
	 * @return the means of their logits, in the place of the first ones
	 */
	static List<Candidate> means(final List<Candidate> candidates,
		final List<Candidate> others, final UnaryOperator<float[]> grid)
	{
		final List<Candidate> means = new ArrayList<>();
		for (int i = 0; i < candidates.size(); i++)
			means.add(candidates.get(i).mean(others.get(i), grid, 0.5));
		return means;
	}

	private Candidate mean(final Candidate other,
		final UnaryOperator<float[]> grid, final double share)
	{
		final float[] mean = logits();
		final float[] others = grid.apply(other.logits());
		for (int i = 0; i < mean.length; i++)
			mean[i] = between(mean[i], others[i], share);
		return new Candidate(masks, mean::clone, quality.withPredictedIou(between(
			quality.predictedIou(), other.quality.predictedIou(), share)), output,
			fit);
	}

	private static float between(final float one, final float other,
		final double share)
	{
		return (float) (share * one + (1 - share) * other);
	}

	/** @return what is answered to each prompt, if it is its candidate */
	static List<Answer> answers(final List<Candidate> candidates,
		final List<Prompt> prompts)
	{
		final List<Answer> answers = new ArrayList<>();
		for (int i = 0; i < candidates.size(); i++)
			answers.add(new Answer(prompts.get(i), candidates.get(i).output,
				candidates.get(i).mask(), candidates.get(i).fit));
		return answers;
	}

	/** @return may be empty */
	public synchronized Mask mask() {
		if (mask == null) mask = masks.mask(logits(), quality);
		return mask;
	}

	/** @return [256 * 256], row by row; the caller's */
	private float[] logits() {
		return logits.get();
	}

	/**
	 * @return for the next prompt of the same object in the same image (Segment
	 *         Anything, appendix A, "Training algorithm")
	 */
	public MaskHint hint() {
		return MaskHint.logits(logits());
	}
}
