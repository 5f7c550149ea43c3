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

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SplittableRandom;

import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Click;
import sc.fiji.stablesam.prompt.MaskHint;
import sc.fiji.stablesam.prompt.Prompt;

/**
 * Draws prompts of random quality for an object (Stable-SAM, section 3.3,
 * "Robust training strategy", and the noisy boxes and points of section 4).
 * <p>
 * A prompt depends on the seed, the picture's name, the object, the kind and
 * the repeat, and on nothing else. Immutable; safe to use from any thread.
 */
public final class PromptSampler {

	/** The paper's scale of the noise of a box. */
	public static final double NOISE = 0.4;

	private static final int MOST_POINTS = 10;
	/** After so many pixels of the object there is no background to be hit. */
	private static final int TRIALS = 100;

	private final long seed;
	private final double noise;

	private PromptSampler(final long seed, final double noise) {
		this.seed = seed;
		this.noise = noise;
	}

	/** @return a sampler of boxes with the paper's noise */
	public static PromptSampler of(final long seed) {
		return new PromptSampler(seed, NOISE);
	}

	/**
	 * @param scale 0 for exact boxes; the random numbers stay the same, so that
	 *          boxes of greater noise go the same way farther
	 * @throws IllegalArgumentException unless the scale is from 0 to below 1
	 */
	public PromptSampler withNoise(final double scale) {
		if (!(scale >= 0 && scale < 1)) throw new IllegalArgumentException(
			"The noise of a box is from 0 to below 1, not " + scale + ".");
		return new PromptSampler(seed, scale);
	}

	/**
	 * @param object its place in {@link AnnotatedPicture#objects}
	 * @param repeat tells apart prompts of one kind for one object
	 */
	public Prompt sample(final AnnotatedPicture picture, final int object,
		final PromptKind kind, final int repeat)
	{
		final Mask mask = picture.objects().get(object);
		final SplittableRandom random = Draws.random(seed, kind + " in " + picture
			.name(), object, repeat);
		switch (kind) {
			case GT_BOX:
				return Prompt.of(box(mask));
			case NOISY_BOX:
				return Prompt.of(noisyBox(picture, mask, random));
			case ONE_POINT:
				return points(mask, 1, random);
			case THREE_POINTS:
				return points(mask, 3, random);
			case SOME_POINTS:
				return points(mask, 1 + random.nextInt(MOST_POINTS), random);
			case COARSE_MASK:
				return coarseMask(picture, mask, random);
			default:
				return boxAndBackground(picture, mask, random);
		}
	}

	private static Box box(final Mask mask) {
		return Box.around(mask.interval());
	}

	/**
	 * NB: The centre moves by less than half a side and so stays in the image;
	 * something is left of the box, however it is clipped.
	 */
	private Box noisyBox(final AnnotatedPicture picture, final Mask mask,
		final SplittableRandom random)
	{
		return box(mask).noisy(noise, random::nextDouble).clippedTo(picture.width(),
			picture.height()).orElseThrow();
	}

	/** @return clicks on different pixels, as long as there are any */
	private static Prompt points(final Mask mask, final int count,
		final SplittableRandom random)
	{
		final Set<Click> clicks = new LinkedHashSet<>();
		while (clicks.size() < Math.min(count, mask.area())) {
			final int x = mask.minX() + random.nextInt(mask.width());
			final int y = mask.minY() + random.nextInt(mask.height());
			if (mask.contains(x, y)) clicks.add(Click.foreground(x + 0.5, y + 0.5));
		}
		return Prompt.of(clicks.toArray(new Click[0]));
	}

	private static Prompt coarseMask(final AnnotatedPicture picture,
		final Mask mask, final SplittableRandom random)
	{
		final Mask coarse = CoarseOutline.of(random).distort(mask, picture.width(),
			picture.height());
		return Prompt.of(box(coarse)).with(MaskHint.drawn(coarse.interval()));
	}

	private Prompt boxAndBackground(final AnnotatedPicture picture,
		final Mask mask, final SplittableRandom random)
	{
		final Box box = noisyBox(picture, mask, random);
		final Box around = Box.of(box.minX() - box.width() / 2, box.minY() - box
			.height() / 2, 2 * box.width(), 2 * box.height());
		Prompt prompt = Prompt.of(box);
		for (int i = 0; i < 2 * TRIALS && prompt.clicks().isEmpty(); i++) {
			final Box place = i < TRIALS ? box : around;
			final int x = (int) Math.floor(place.minX() + random.nextDouble() * place
				.width());
			final int y = (int) Math.floor(place.minY() + random.nextDouble() * place
				.height());
			final Click click = Click.background(x + 0.5, y + 0.5);
			if (!mask.contains(x, y) && click.isInside(picture.width(), picture
				.height())) prompt = prompt.with(click);
		}
		return prompt;
	}
}
