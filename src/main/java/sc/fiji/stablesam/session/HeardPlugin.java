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

import java.util.Optional;
import java.util.OptionalDouble;

import sc.fiji.stablesam.mask.MaskQuality;
import sc.fiji.stablesam.model.KnownImages;
import sc.fiji.stablesam.model.StabilityPlugin;
import sc.fiji.stablesam.prompt.Prompt;

/**
 * The plugin that takes part in the answers to the prompts of an image, if any,
 * and how much it is heard. What it has learnt holds for images like those that
 * it has learnt from; the less an image is like them, the more what is found
 * without it counts. Immutable.
 */
final class HeardPlugin {

	/** An image that is no farther from known ones is like them... */
	private static final double NEAR = 0.95;

	/** ...and one that is as far as this or farther is not at all. */
	private static final double FAR = 1.1;

	/**
	 * What a careless box means the plugin knows a little everywhere: where it
	 * finds much the same as is found without it, this much of it is heard.
	 */
	private static final double LEAST = 0.25;

	/**
	 * Even in images like known ones: clicks that correct a mask say by
	 * themselves what is meant, and that mask is nothing that the plugin has
	 * learnt to read.
	 */
	private static final double CORRECTED = 0.5;

	/** IoU from which on two masks are much the same... */
	private static final double SAME = 0.8;

	/**
	 * ...and below which they are of different objects: the box is so doubtful
	 * then that the plugin decides.
	 */
	static final double OTHER = 0.6;

	private final Optional<StabilityPlugin> plugin;
	private final OptionalDouble familiarity;

	private HeardPlugin(final Optional<StabilityPlugin> plugin,
		final OptionalDouble familiarity)
	{
		this.plugin = plugin;
		this.familiarity = familiarity;
	}

	/**
	 * @param image all of it; of its parts and other views the same counts
	 * @param plugin that does not say what it has learnt from is all heard
	 */
	static HeardPlugin in(final EncodedImage image,
		final Optional<StabilityPlugin> plugin)
	{
		final Optional<KnownImages> known = plugin.flatMap(
			StabilityPlugin::knownImages);
		return new HeardPlugin(plugin, known.map(images -> OptionalDouble.of(
			familiarity(images.distance(image.meanToken())))).orElse(OptionalDouble
				.empty()));
	}

	/** @param familiarity of the image, from 0 to 1 */
	static HeardPlugin of(final Optional<StabilityPlugin> plugin,
		final double familiarity)
	{
		return new HeardPlugin(plugin, OptionalDouble.of(familiarity));
	}

	/** @return the same image without it */
	HeardPlugin without() {
		return new HeardPlugin(Optional.empty(), familiarity);
	}

	/**
	 * @param distance of an image from the known ones
	 * @return how like them it is, from 0 to 1
	 */
	static double familiarity(final double distance) {
		return between(FAR, NEAR, distance);
	}

	Optional<StabilityPlugin> plugin() {
		return plugin;
	}

	/** @return of the image, if the plugin says what it has learnt from */
	OptionalDouble familiarity() {
		return familiarity;
	}

	private double likeness() {
		return familiarity.orElse(1);
	}

	/** @return whether nothing is to be found without it */
	boolean isAllHeard() {
		return likeness() == 1;
	}

	/**
	 * @param overlap IoU of what is found with it and without
	 * @return its share of the logits of answers to boxes and drawn masks, above
	 *         0; the others are found without it
	 */
	double boxes(final double overlap) {
		final double least = LEAST + (1 - LEAST) * between(SAME, OTHER, overlap);
		return least + (1 - least) * likeness();
	}

	/** @return 0 up to none, 1 from all on, between them in between */
	private static double between(final double none, final double all,
		final double value)
	{
		return Math.max(0, Math.min(1, (value - none) / (all - none)));
	}

	/**
	 * @return whether it is of clicks and a mask that they correct, which the
	 *         plugin has not learnt to read
	 */
	boolean isCorrection(final Prompt prompt) {
		return prompt.hint().isPresent() && !prompt.clicks().isEmpty() && plugin
			.map(p -> p.config().passes() == 1).orElse(false);
	}

	/**
	 * @param prompt of clicks that correct
	 * @return its share of the logits of answers to it; what a box means it knows
	 *         a little everywhere
	 */
	double corrections(final Prompt prompt) {
		final double least = prompt.box().isPresent() ? LEAST : 0;
		return least + (CORRECTED - least) * likeness();
	}

	/**
	 * @return its share of the logits of what it chooses of all that is found
	 *         without it, as for clicks, from 0
	 */
	double outlines() {
		return likeness();
	}

	/**
	 * @return what answers to a prompt depend on more: the plugin or, as nothing,
	 *         none
	 */
	Optional<StabilityPlugin> mostly(final Prompt prompt) {
		final double share = isCorrection(prompt) ? corrections(prompt)
			: likeness();
		return plugin.filter(any -> share >= MaskQuality.FAMILIAR);
	}
}
