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

package sc.fiji.stablesam.command;

import java.nio.file.Path;
import java.util.List;

import ij.ImageListener;
import ij.ImagePlus;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.StableSamException;
import sc.fiji.stablesam.ij.PromptSet;
import sc.fiji.stablesam.ij.RoiPrompt;
import sc.fiji.stablesam.ij.RoiSegmentation;
import sc.fiji.stablesam.ij.SegmentResult;
import sc.fiji.stablesam.ij.SourceImage;
import sc.fiji.stablesam.ij.call.SegmentParameters;
import sc.fiji.stablesam.session.ModelCache;
import sc.fiji.stablesam.session.SegmentationModel;

/**
 * One run of the command, the same from menus, macros and scripts: the image
 * and its ROIs as they were at the start, and what the user chose. Changes
 * nothing that the user sees.
 */
final class SegmentRun {

	private final ImagePlus imp;
	private final SourceImage image;
	private final PromptSet prompts;
	private final SegmentParameters parameters;

	private SegmentRun(final ImagePlus imp, final SegmentParameters parameters) {
		this.imp = imp;
		this.parameters = parameters;
		image = SourceImage.of(imp);
		prompts = parameters.drawn().map(drawn -> PromptSet.of(List.of(RoiPrompt.of(
			"drawn", drawn).at(SourceImage.currentPlane(imp))))).orElseGet(
				() -> parameters.prompts().read(imp, parameters.points()));
	}

	/**
	 * Reads image and ROIs as they are now.
	 *
	 * @param imp the image, or null if there is none
	 * @throws StableSamException if there is no image or there are no ROIs
	 */
	static SegmentRun of(final ImagePlus imp,
		final SegmentParameters parameters)
	{
		return new SegmentRun(imp, parameters);
	}

	ImagePlus imp() {
		return imp;
	}

	SegmentParameters parameters() {
		return parameters;
	}

	/**
	 * Segments. To be called off the event thread.
	 *
	 * @param modelFile from the model folder
	 * @return all results, complete, but not shown anywhere yet
	 * @throws StableSamException if it cannot be done, or if the image was closed
	 *           meanwhile
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	Delivery delivery(final Path modelFile, final Progress progress) {
		final WhileOpen whileOpen = new WhileOpen(progress);
		ImagePlus.addImageListener(whileOpen);
		try {
			final SegmentationModel model = ModelCache.shared().get(modelFile,
				parameters.device(), parameters.precision(), whileOpen);
			final SegmentResult result = RoiSegmentation.with(model, parameters
				.options()).run(image, prompts, whileOpen);
			final Delivery delivery = Delivery.of(this, result, model);
			whileOpen.checkCancelled();
			return delivery;
		}
		finally {
			ImagePlus.removeImageListener(whileOpen);
		}
	}

	/** Stops the work when the image is closed. */
	private final class WhileOpen implements Progress, ImageListener {

		private final Progress progress;
		private volatile boolean closed;

		WhileOpen(final Progress progress) {
			this.progress = progress;
		}

		@Override
		public void report(final String task, final double fraction) {
			progress.report(task, fraction);
		}

		@Override
		public boolean isCancelled() {
			return closed || progress.isCancelled();
		}

		@Override
		public void checkCancelled() {
			if (closed) throw new StableSamException("The image '" + image.title() +
				"' was closed while it was being segmented, so nothing was added; " +
				"open it and run the command again.");
			progress.checkCancelled();
		}

		@Override
		public void imageClosed(final ImagePlus other) {
			if (other == imp) closed = true;
		}

		@Override
		public void imageOpened(final ImagePlus other) {}

		@Override
		public void imageUpdated(final ImagePlus other) {}
	}
}
