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

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.model.MaskProposals;
import sc.fiji.stablesam.model.StabilityPlugin;
import sc.fiji.stablesam.prompt.MaskHint;
import sc.fiji.stablesam.prompt.Prompt;
import sc.fiji.stablesam.train.DrawnAnswer;
import sc.fiji.stablesam.train.EncodedPicture;
import sc.fiji.stablesam.train.Variant;
import sc.fiji.stablesam.train.VariantAnswer;

/** An encoded image that is asked for the masks of all variants. */
final class VariantPicture implements EncodedPicture {

	private final SegmentationSession session;
	private final EncodedImage image;
	private final SegmentationOptions options;
	private final Optional<StabilityPlugin> plugin;

	/**
	 * @param session is closed with this
	 * @param choice which the plugin is the one of
	 */
	VariantPicture(final SegmentationSession session, final PluginChoice choice,
		final Optional<StabilityPlugin> plugin)
	{
		this.session = session;
		this.image = session.image();
		this.options = SegmentationOptions.defaults().with(choice)
			.withoutStability();
		this.plugin = plugin;
	}

	@Override
	public List<VariantAnswer> segment(final List<Prompt> prompts,
		final Progress progress)
	{
		final List<Mask> products = session.segment(prompts, options, progress);
		final VariantAnswer[] answers = new VariantAnswer[prompts.size()];
		for (final List<Integer> batch : PromptBatches.of(prompts)) {
			progress.checkCancelled();
			final Decoded decoded = new Decoded(batch.stream().map(prompts::get)
				.collect(Collectors.toList()));
			for (int i = 0; i < batch.size(); i++)
				answers[batch.get(i)] = decoded.answer(i, products.get(batch.get(i)));
		}
		return Arrays.asList(answers);
	}

	@Override
	public DrawnAnswer draw(final Prompt prompt, final Variant variant) {
		if (variant == Variant.PLUGIN) {
			final Candidate found = session.candidates(prompt, options).get(0);
			return DrawnAnswer.of(found.mask(), found.hint());
		}
		final MaskProposals found = image.decode(List.of(prompt),
			variant == Variant.PLUGIN_ONLY ? plugin : Optional.empty());
		final int output = output(variant, found, 0, prompt);
		return DrawnAnswer.of(image.masks().mask(found, 0, output), MaskHint.logits(
			found.logits(0, output)));
	}

	/** @return which of the outputs is a variant's answer */
	private static int output(final Variant variant, final MaskProposals found,
		final int i, final Prompt prompt)
	{
		switch (variant) {
			case BASE_SINGLE:
				return MaskSelection.of(MaskChoice.SINGLE).choose(found, i, prompt);
			case BASE_BEST:
				return MaskSelection.of(MaskChoice.BEST).choose(found, i, prompt);
			case PLUGIN_ONLY:
				return found.pluginOutput().orElseThrow(
					() -> new IllegalArgumentException("There is no plugin."));
			default:
				throw new IllegalArgumentException("The variant " + variant +
					" is more than one output.");
		}
	}

	@Override
	public void close() {
		session.close();
	}

	/** A batch of prompts, decoded without the plugin and with it. */
	private final class Decoded {

		private final List<Prompt> prompts;
		private final MaskProposals base;
		private final Optional<MaskProposals> stable;

		Decoded(final List<Prompt> prompts) {
			this.prompts = prompts;
			base = image.decode(prompts, Optional.empty());
			stable = plugin.isPresent() ? Optional.of(image.decode(prompts, plugin))
				: Optional.empty();
		}

		VariantAnswer answer(final int i, final Mask product) {
			final Map<Variant, Mask> masks = new EnumMap<>(Variant.class);
			masks.put(Variant.BASE_SINGLE, mask(Variant.BASE_SINGLE, base, i));
			masks.put(Variant.BASE_BEST, mask(Variant.BASE_BEST, base, i));
			stable.ifPresent(found -> masks.put(Variant.PLUGIN_ONLY, mask(
				Variant.PLUGIN_ONLY, found, i)));
			masks.put(Variant.PLUGIN, product);
			return VariantAnswer.of(masks, stable.map(found -> found.routingWeight(i))
				.orElse(OptionalDouble.empty()));
		}

		private Mask mask(final Variant variant, final MaskProposals found,
			final int i)
		{
			return image.masks().mask(found, i, output(variant, found, i, prompts.get(
				i)));
		}
	}
}
