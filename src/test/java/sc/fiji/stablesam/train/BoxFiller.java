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
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.mask.MaskQuality;
import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Click;
import sc.fiji.stablesam.prompt.MaskHint;
import sc.fiji.stablesam.prompt.Prompt;

/**
 * Answers with what is pointed at and no more: the whole box, or the pixel that
 * was clicked; the base's best mask is always empty. Who draws gets the same,
 * and also what else was clicked, if the last answer is fed back.
 */
final class BoxFiller implements Segmenter {

	/** No picture is larger. */
	private static final int SIDE = 64;

	private final OptionalDouble routingWeight;
	private int encoded;
	private int open;

	BoxFiller(final OptionalDouble routingWeight) {
		this.routingWeight = routingWeight;
	}

	/** @return how many pictures were encoded */
	int encoded() {
		return encoded;
	}

	/** @return how many of them were not closed */
	int open() {
		return open;
	}

	@Override
	public String model() {
		return "filler";
	}

	@Override
	public String plugin() {
		return "none";
	}

	@Override
	public List<Variant> variants() {
		return List.of(Variant.BASE_SINGLE, Variant.BASE_BEST);
	}

	@Override
	public EncodedPicture encode(final RandomAccessibleInterval<ARGBType> image,
		final Progress progress)
	{
		encoded++;
		open++;
		return new EncodedPicture() {

			@Override
			public List<VariantAnswer> segment(final List<Prompt> prompts,
				final Progress asked)
			{
				asked.checkCancelled();
				return prompts.stream().map(BoxFiller.this::answer).collect(Collectors
					.toCollection(ArrayList::new));
			}

			@Override
			public DrawnAnswer draw(final Prompt prompt, final Variant variant) {
				return DrawnAnswer.of(variant == Variant.BASE_SINGLE ? drawn(prompt)
					: answer(prompt).mask(variant), hint(prompt));
			}

			@Override
			public void close() {
				open--;
			}
		};
	}

	private VariantAnswer answer(final Prompt prompt) {
		return VariantAnswer.of(Map.of(Variant.BASE_SINGLE, prompt.box().map(
			BoxFiller::fill).orElseGet(() -> pixel(prompt.clicks().get(0))),
			Variant.BASE_BEST, Mask.empty(MaskQuality.of(0, 0))), routingWeight);
	}

	/** @return tells how many clicks there were */
	private static MaskHint hint(final Prompt prompt) {
		return MaskHint.logits(new float[] { prompt.clicks().size() });
	}

	/** @return with the clicks, the last of which is new */
	private static Mask drawn(final Prompt prompt) {
		final int clicks = prompt.clicks().size();
		final Mask first = prompt.box().isPresent() ? fill(prompt.box().get())
			: pixel(prompt.clicks().get(0));
		if (!prompt.hint().isPresent()) return first;
		if (prompt.hint().get().logits()[0] != clicks - 1) throw new AssertionError(
			"Not the last answer is fed back.");
		return clicked(first, prompt.clicks());
	}

	private static Mask clicked(final Mask mask, final List<Click> clicks) {
		final BitSet bits = new BitSet();
		for (int y = 0; y < SIDE; y++)
			for (int x = 0; x < SIDE; x++)
				bits.set(x + y * SIDE, mask.contains(x, y));
		for (final Click click : clicks)
			bits.set((int) click.x() + (int) click.y() * SIDE, click.isForeground());
		return Mask.ofBits(0, 0, SIDE, SIDE, bits, mask.quality());
	}

	private static Mask fill(final Box box) {
		final int x = (int) Math.round(box.minX());
		final int y = (int) Math.round(box.minY());
		return Pictures.rectangle(x, y, (int) Math.round(box.maxX()) - x, (int) Math
			.round(box.maxY()) - y);
	}

	private static Mask pixel(final Click click) {
		return Pictures.rectangle((int) click.x(), (int) click.y(), 1, 1);
	}
}
