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

package sc.fiji.stablesam.ij;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.StableSamException;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.prompt.Refinement;
import sc.fiji.stablesam.session.SegmentationModel;
import sc.fiji.stablesam.session.SegmentationOptions;

/**
 * Segments what the prompts point at: encodes each plane once and prompts it
 * with all that was given on it. Changes nothing but what it returns.
 */
public final class RoiSegmentation {

	private final PlaneSegmenter segmenter;

	RoiSegmentation(final PlaneSegmenter segmenter) {
		this.segmenter = Objects.requireNonNull(segmenter);
	}

	/** @param model stays the caller's to close */
	public static RoiSegmentation with(final SegmentationModel model,
		final SegmentationOptions options)
	{
		return new RoiSegmentation(new ModelSegmenter(model, options));
	}

	/**
	 * @param prompts those that lie wholly outside the image, or on a plane that
	 *          it lacks, are skipped, the others clipped
	 * @return one object a prompt that was not skipped, in the order of the
	 *         prompts
	 * @throws StableSamException if there is not a single prompt left, or if an
	 *           image plane cannot be read
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public SegmentResult run(final SourceImage image, final PromptSet prompts,
		final Progress progress)
	{
		final PromptSet usable = PromptClipping.clip(prompts, image);
		if (usable.prompts().isEmpty()) throw nothingToDo(usable.skipped());
		// NB: Asked before the work, as it tells whether there will be an answer.
		final String modelName = segmenter.name();
		final List<Mask> masks = masks(image, usable.prompts(), progress);
		final List<SegmentedObject> objects = new ArrayList<>();
		final Origin origin = new Origin(image, modelName);
		for (int i = 0; i < masks.size(); i++)
			objects.add(new SegmentedObject(i + 1, usable.prompts().get(i), masks.get(
				i), origin));
		return new SegmentResult(image, modelName, objects, usable.skipped());
	}

	private List<Mask> masks(final SourceImage image,
		final List<RoiPrompt> prompts, final Progress progress)
	{
		final Map<PlanePosition, List<Integer>> planes = new LinkedHashMap<>();
		for (int i = 0; i < prompts.size(); i++)
			planes.computeIfAbsent(image.plane(prompts.get(i).position()),
				plane -> new ArrayList<>()).add(i);
		final Mask[] masks = new Mask[prompts.size()];
		int done = 0;
		for (final PlanePosition plane : planes.keySet()) {
			progress.checkCancelled();
			final List<Integer> which = planes.get(plane);
			final List<Refinement> there = which.stream().map(i -> prompts.get(i)
				.refinement()).collect(Collectors.toList());
			final Progress part = PartialProgress.of(progress, (double) done / planes
				.size(), (double) ++done / planes.size());
			final List<Mask> answers = segmenter.segment(image.render(plane), there,
				part);
			for (int i = 0; i < answers.size(); i++)
				masks[which.get(i)] = answers.get(i);
		}
		progress.checkCancelled();
		return Arrays.asList(masks);
	}

	private static StableSamException nothingToDo(
		final List<SkippedRoi> skipped)
	{
		if (skipped.isEmpty()) return new StableSamException(
			"There is nothing to segment; draw a ROI round an object first.");
		final String first = "ROI '" + skipped.get(0).name() + "' " + skipped.get(0)
			.reason();
		if (skipped.size() == 1) return new StableSamException(
			"There is nothing to segment: " + first + ".");
		return new StableSamException("There is nothing to segment: none of the " +
			skipped.size() + " ROIs can be used; " + first + ", for instance.");
	}
}
