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

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import sc.fiji.stablesam.image.ImageFrame;
import sc.fiji.stablesam.model.MaskProposals;
import sc.fiji.stablesam.model.PromptBatch;
import sc.fiji.stablesam.model.PromptBatch.Label;
import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Click;
import sc.fiji.stablesam.prompt.MaskHint;
import sc.fiji.stablesam.prompt.Prompt;

/** Turns prompts in image coordinates into the network's. */
final class PromptTranslator {

	private static final int SIDE = MaskProposals.SIDE;

	private final ImageFrame frame;

	PromptTranslator(final ImageFrame frame) {
		this.frame = frame;
	}

	/**
	 * @param prompts of one {@link PromptBatches form}
	 * @throws IllegalArgumentException if a prompt is empty or a part of it lies
	 *           wholly outside the image
	 */
	PromptBatch translate(final List<Prompt> prompts) {
		return PromptBatch.of(points(prompts), prompts.stream().flatMap(
			prompt -> prompt.hint().stream()).map(this::logits).collect(Collectors
				.toList()));
	}

	/**
	 * {@link #translate} for prompts that have the same hint, if any.
	 */
	PromptBatch translateSharing(final List<Prompt> prompts) {
		return prompts.get(0).hint().map(hint -> PromptBatch.ofSharing(points(
			prompts), logits(hint))).orElseGet(() -> PromptBatch.of(points(prompts)));
	}

	private List<PromptBatch.Points> points(final List<Prompt> prompts) {
		return prompts.stream().map(this::points).collect(Collectors.toList());
	}

	private PromptBatch.Points points(final Prompt prompt) {
		if (prompt.isEmpty()) throw new IllegalArgumentException(
			"The prompt is empty.");
		final PromptBatch.Points points = new PromptBatch.Points();
		prompt.box().ifPresent(box -> add(box, points));
		prompt.clicks().forEach(click -> add(click, points));
		return points;
	}

	private void add(final Box box, final PromptBatch.Points points) {
		final Optional<Box> clipped = box.clippedTo(Box.of(frame.minX(), frame
			.minY(), frame.width(), frame.height()));
		final Box b = clipped.orElseThrow(() -> new IllegalArgumentException(
			"The " + box + " lies outside the image of " + frame.width() + " x " +
				frame.height() + " pixels."));
		points.add(frame.toModelX(b.minX()), frame.toModelY(b.minY()),
			Label.BOX_MIN);
		points.add(frame.toModelX(b.maxX()), frame.toModelY(b.maxY()),
			Label.BOX_MAX);
	}

	private void add(final Click click, final PromptBatch.Points points) {
		if (!frame.contains(click.x(), click.y()))
			throw new IllegalArgumentException("The click " + click +
				" lies outside the image of " + frame.width() + " x " + frame.height() +
				" pixels.");
		points.add(frame.toModelX(click.x()), frame.toModelY(click.y()), click
			.isForeground() ? Label.FOREGROUND : Label.BACKGROUND);
	}

	private float[] logits(final MaskHint hint) {
		if (hint.isDrawn()) return DrawnHint.logits(hint.drawnMask(), frame
			.withSide(SIDE));
		final float[] logits = hint.logits();
		if (logits.length != SIDE * SIDE) throw new IllegalArgumentException(
			"Low-resolution logits have " + SIDE + " x " + SIDE + " values, not " +
				logits.length + ".");
		return logits;
	}
}
