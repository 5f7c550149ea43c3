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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.prompt.Prompt;
import sc.fiji.stablesam.train.Answer;
import sc.fiji.stablesam.train.EncodedPicture;
import sc.fiji.stablesam.train.Segmenter;
import sc.fiji.stablesam.train.Variant;

/**
 * Lets a model be measured in its variants. Thread-safe, as the model is; owns
 * nothing.
 */
public final class ModelVariants implements Segmenter {

	private static final Map<Variant, MaskChoice> CHOICES = new EnumMap<>(Map.of(
		Variant.BASE_SINGLE, MaskChoice.SINGLE, Variant.BASE_BEST, MaskChoice.BEST,
		Variant.PLUGIN, MaskChoice.AUTO));

	private final SegmentationModel model;

	private ModelVariants(final SegmentationModel model) {
		this.model = model;
	}

	/** @param model stays the caller's, to be closed */
	public static ModelVariants of(final SegmentationModel model) {
		return new ModelVariants(model);
	}

	@Override
	public String model() {
		return model.name();
	}

	@Override
	public String plugin() {
		return "none";
	}

	@Override
	public List<Variant> variants() {
		return new ArrayList<>(CHOICES.keySet());
	}

	@Override
	public EncodedPicture encode(final RandomAccessibleInterval<ARGBType> image,
		final Progress progress)
	{
		return new OpenPicture(model.open(image, progress));
	}

	/** A session that is asked for all variants. */
	private static final class OpenPicture implements EncodedPicture {

		private final SegmentationSession session;

		OpenPicture(final SegmentationSession session) {
			this.session = session;
		}

		@Override
		public List<Answer> segment(final List<Prompt> prompts,
			final Progress progress)
		{
			final Map<Variant, List<Mask>> masks = new EnumMap<>(Variant.class);
			CHOICES.forEach((variant, choice) -> masks.put(variant, session.segment(
				prompts, SegmentationOptions.defaults().with(choice).withoutStability(),
				progress)));
			final List<Answer> answers = new ArrayList<>();
			for (int i = 0; i < prompts.size(); i++) {
				final Map<Variant, Mask> mine = new EnumMap<>(Variant.class);
				for (final Variant variant : masks.keySet())
					mine.put(variant, masks.get(variant).get(i));
				answers.add(Answer.of(mine, OptionalDouble.empty()));
			}
			return answers;
		}

		@Override
		public void close() {
			session.close();
		}
	}
}
