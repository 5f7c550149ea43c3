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

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import sc.fiji.stablesam.prompt.Prompt;

/** How the prompts of one measurement are drawn. Immutable. */
public final class PromptRecipe {

	/** Of prompts that are answered once and for all, second looks included. */
	private static final int AT_ONCE = -1;

	private final PromptKind kind;
	private final double noise;
	private final int corrections;

	private PromptRecipe(final PromptKind kind, final double noise,
		final int corrections)
	{
		this.kind = kind;
		this.noise = noise;
		this.corrections = corrections;
	}

	/** @return prompts of this kind, boxes with the paper's noise */
	public static PromptRecipe of(final PromptKind kind) {
		return new PromptRecipe(kind, PromptSampler.NOISE, AT_ONCE);
	}

	/** @param noise as in {@link PromptSampler#withNoise} */
	static PromptRecipe noisyBox(final double noise) {
		return new PromptRecipe(PromptKind.NOISY_BOX, noise, AT_ONCE);
	}

	/**
	 * @param clicks on what is wrong that follow, 0 or more
	 * @return the same prompts, answered as while somebody draws
	 */
	PromptRecipe corrected(final int clicks) {
		return new PromptRecipe(kind, noise, clicks);
	}

	/**
	 * @return the name in reports: that of the kind, or, as while somebody draws,
	 *         with the number of clicks that correct, such as {@code 1_point+2}
	 */
	public String name() {
		return corrections == AT_ONCE ? kind.toString() : kind + "+" + corrections;
	}

	public PromptKind kind() {
		return kind;
	}

	/** @return the scale of the noise of boxes */
	public double noise() {
		return noise;
	}

	/** @return whether two prompts for one object can differ */
	public boolean isRandom() {
		return kind != PromptKind.GT_BOX && (kind != PromptKind.NOISY_BOX ||
			noise > 0);
	}

	/**
	 * @param object its place in {@link AnnotatedPicture#objects}
	 * @param repeats how many are wanted; if all would be the same, there is one
	 */
	List<Prompt> prompts(final AnnotatedPicture picture, final int object,
		final int repeats, final long seed)
	{
		final PromptSampler sampler = PromptSampler.of(seed).withNoise(noise);
		final List<Prompt> prompts = new ArrayList<>();
		for (int repeat = 0; repeat < (isRandom() ? repeats : 1); repeat++)
			prompts.add(sampler.sample(picture, object, kind, repeat));
		return prompts;
	}

	@Override
	public boolean equals(final Object o) {
		return o instanceof PromptRecipe && ((PromptRecipe) o).kind == kind &&
			((PromptRecipe) o).noise == noise &&
			((PromptRecipe) o).corrections == corrections;
	}

	@Override
	public int hashCode() {
		return Objects.hash(kind, noise, corrections);
	}

	@Override
	public String toString() {
		return name() + " (noise " + noise + ")";
	}
}
