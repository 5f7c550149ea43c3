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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.image.ImageFrame;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.mask.MaskQuality;
import sc.fiji.stablesam.model.MaskProposals;
import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Click;
import sc.fiji.stablesam.prompt.Prompt;

/**
 * What the network finds in an image by itself, without a plugin: it is asked
 * at a grid of points, and those of its masks stay that it is sure of, that are
 * stable, and that lie beside each other (Segment Anything, section 4, "Fully
 * automatic stage"). Each is outlined as the network answers its exact box, if
 * that is the same object. Not everything is found, but what is found mostly is
 * an object.
 */
final class FoundObjects {

	/** Points along the longer side of the image. */
	private static final int POINTS = 14;

	private static final double SURE = 0.82;
	private static final double STABLE = 0.88;
	private static final float STABILITY_OFFSET = 1;

	/** Smaller ones are of fewer logits than tell an outline... */
	private static final int SMALLEST = 24;
	/** ...and pixels. */
	private static final int FEWEST_PIXELS = 30;
	/** Share of the image of what is rather the ground. */
	private static final double LARGEST = 0.3;

	/** Share of the smaller one in which two objects may overlap. */
	private static final double SHARED = 0.1;
	/** IoU from which on two masks are of the same object. */
	private static final double SAME = 0.8;

	private static final int MOST = 60;

	private final EncodedImage image;

	FoundObjects(final EncodedImage image) {
		this.image = image;
	}

	/**
	 * @return the masks, the surest first
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	List<Mask> masks(final Progress progress) {
		final List<LogitArea> kept = new ArrayList<>();
		for (final LogitArea candidate : surestFirst(progress)) {
			if (kept.size() == MOST) break;
			progress.checkCancelled();
			if (isBeside(candidate, kept)) outlined(candidate).filter(
				object -> isBeside(object, kept)).ifPresent(kept::add);
		}
		return kept.stream().map(this::mask).collect(Collectors.toList());
	}

	private List<LogitArea> surestFirst(final Progress progress) {
		final List<LogitArea> all = new ArrayList<>();
		final List<Prompt> grid = grid();
		for (final List<Integer> batch : PromptBatches.of(grid)) {
			progress.checkCancelled();
			final MaskProposals found = decode(batch.stream().map(grid::get).collect(
				Collectors.toList()));
			for (int i = 0; i < batch.size(); i++)
				addCandidates(found, i, all);
		}
		all.sort(Comparator.comparingDouble(LogitArea::score).reversed());
		return all;
	}

	private List<Prompt> grid() {
		final ImageFrame frame = image.frame();
		final double step = Math.max(frame.width(), frame.height()) /
			(double) POINTS;
		final List<Prompt> grid = new ArrayList<>();
		for (double y = step / 2; y < frame.height(); y += step)
			for (double x = step / 2; x < frame.width(); x += step)
				grid.add(Prompt.of(Click.foreground(frame.minX() + x, frame.minY() +
					y)));
		return grid;
	}

	/** @param i of the prompt; of its masks the three of more than one click */
	private void addCandidates(final MaskProposals found, final int i,
		final List<LogitArea> all)
	{
		for (int output = 1; output < MaskProposals.OUTPUTS; output++) {
			final double iou = found.predictedIou(i, output);
			if (iou < SURE) continue;
			final float[] logits = found.logits(i, output);
			final double stability = ThresholdStability.of(logits, STABILITY_OFFSET);
			final LogitArea area = new LogitArea(logits, iou * stability);
			if (stability >= STABLE && area.size() >= SMALLEST && area
				.size() <= LARGEST * logitsOfTheImage()) all.add(area);
		}
	}

	/** @return how many of the logits are of the image, not of its padding */
	private double logitsOfTheImage() {
		final double width = image.frame().width();
		final double height = image.frame().height();
		return width * height * Math.pow(MaskProposals.SIDE / Math.max(width,
			height), 2);
	}

	private static boolean isBeside(final LogitArea area,
		final List<LogitArea> others)
	{
		return others.stream().allMatch(other -> area.shared(other) <= SHARED * Math
			.min(area.size(), other.size()));
	}

	/** @return the same object as it is found by its box, if it is */
	private Optional<LogitArea> outlined(final LogitArea candidate) {
		final Mask mask = mask(candidate);
		if (mask.area() < FEWEST_PIXELS) return Optional.empty();
		final LogitArea boxed = new LogitArea(decode(List.of(Prompt.of(Box.around(
			mask.interval())))).logits(0, 0), candidate.score());
		return Optional.of(boxed).filter(area -> area.iou(candidate) >= SAME);
	}

	private MaskProposals decode(final List<Prompt> prompts) {
		return image.decode(prompts, Optional.empty());
	}

	private Mask mask(final LogitArea area) {
		return image.masks().mask(area.logits(), MaskQuality.of((float) area
			.score()));
	}
}
