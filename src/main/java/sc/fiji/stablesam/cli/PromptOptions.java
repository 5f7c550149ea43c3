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

package sc.fiji.stablesam.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import picocli.CommandLine.Option;

import sc.fiji.stablesam.ij.PointsMode;
import sc.fiji.stablesam.ij.PromptSet;
import sc.fiji.stablesam.ij.RoiFiles;
import sc.fiji.stablesam.ij.RoiPrompt;
import sc.fiji.stablesam.ij.SkippedRoi;
import sc.fiji.stablesam.ij.SourceImage;
import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Click;
import sc.fiji.stablesam.prompt.Prompt;

/** What is pointed at: boxes, then points, then ROIs. */
final class PromptOptions {

	@Option(names = "--box", paramLabel = "x,y,w,h",
		converter = BoxConverter.class, description = {
			"A box round one object, in pixels: left, top, width, height. May be repeated." })
	private List<Box> boxes = new ArrayList<>();

	@Option(names = "--point", paramLabel = "x,y[,0|1]",
		converter = ClickConverter.class, description = {
			"A pixel on one object; 1 (the default) says that it is on it. " +
				"With 0 it is a pixel that does not belong to the object of the last --point before it. " +
				"May be repeated; each point with 1 is an object." })
	private List<Click> clicks = new ArrayList<>();

	@Option(names = "--rois", paramLabel = "FILE", description = {
		"ImageJ ROIs, a .zip of the ROI Manager or a .roi. May be repeated. " +
			"Rectangles are boxes, points are clicks (one object per point; counter 1 is background), " +
			"other areas are boxes with a rough mask, lines are scribbles." })
	private List<Path> roiFiles = new ArrayList<>();

	/** @throws WrongUsage if these options cannot mean anything */
	void check() {
		if (boxes.isEmpty() && clicks.isEmpty() && roiFiles.isEmpty())
			throw new WrongUsage(
				"Nothing is pointed at: give --rois, --box or --point");
		if (!clicks.isEmpty() && !clicks.get(0).isForeground())
			throw new WrongUsage(
				"The first --point is a background point: give a point on the object before it");
	}

	/**
	 * @return the prompts in order; those that do not lie on the image are
	 *         skipped
	 * @throws sc.fiji.stablesam.StableSamException if a ROI file cannot be read
	 */
	PromptSet read(final SourceImage image) {
		PromptSet prompts = boxPrompts(image).and(clickPrompts(image));
		for (final Path file : roiFiles)
			prompts = prompts.and(RoiFiles.readPrompts(file, image, PointsMode.AUTO));
		return prompts;
	}

	private PromptSet boxPrompts(final SourceImage image) {
		final List<RoiPrompt> prompts = new ArrayList<>();
		final List<SkippedRoi> skipped = new ArrayList<>();
		for (int i = 0; i < boxes.size(); i++) {
			final String name = "box " + (i + 1);
			final Optional<Box> onImage = boxes.get(i).clippedTo(image.width(), image
				.height());
			if (onImage.isPresent()) prompts.add(RoiPrompt.of(name, Prompt.of(onImage
				.get())));
			else skipped.add(SkippedRoi.of(name, "lies outside the image"));
		}
		return PromptSet.of(prompts, skipped);
	}

	private PromptSet clickPrompts(final SourceImage image) {
		final ClickGroups groups = new ClickGroups(image);
		clicks.forEach(groups::add);
		return groups.prompts();
	}
}
