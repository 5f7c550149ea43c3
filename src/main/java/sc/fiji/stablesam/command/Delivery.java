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

import java.awt.GraphicsEnvironment;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import sc.fiji.stablesam.ij.RoiSink;
import sc.fiji.stablesam.ij.RoiSinks;
import sc.fiji.stablesam.ij.SegmentResult;
import sc.fiji.stablesam.ij.SkippedRoi;
import sc.fiji.stablesam.ij.call.OutputChoice;
import sc.fiji.stablesam.session.SegmentationModel;

/**
 * Hands the result of a run over, as its parameters ask. All parts are complete
 * before the first one is added anywhere, so that an error leaves everything as
 * it was.
 */
final class Delivery {

	private final SegmentRun run;
	private final List<Roi> rois;
	private final ImagePlus labels;
	private final ResultsTable table;
	private final List<String> notes;
	private final String summary;

	private Delivery(final SegmentRun run, final SegmentResult result,
		final SegmentationModel model)
	{
		this.run = run;
		final int count = result.objects().size();
		summary = count + (count == 1 ? " object" : " objects") + " by " + result
			.modelName() + ". " + model.whyNoGpu().orElse("On " + model.deviceName() +
				".");
		rois = result.rois();
		labels = run.parameters().output().hasLabelImage() ? result.labelImage()
			: null;
		table = run.parameters().isMeasured() ? result.table() : null;
		notes = notes(result);
	}

	/** Computes everything that the run's parameters ask for. */
	static Delivery of(final SegmentRun run, final SegmentResult result,
		final SegmentationModel model)
	{
		return new Delivery(run, result, model);
	}

	/** @return how many objects there are, and which model found them where */
	String summary() {
		return summary;
	}

	/** @return the label image, or null if none is wanted */
	ImagePlus labels() {
		return labels;
	}

	/** @return the outlines, in the order of the prompts */
	List<Roi> rois() {
		return rois;
	}

	/** @return the title of the image that was segmented */
	String imageTitle() {
		return run.imp().getTitle();
	}

	/** @return the measurements, or null if none are wanted */
	ResultsTable table() {
		return table;
	}

	/**
	 * Adds the outlines to the ROI Manager or to the image's overlay; where there
	 * is no display, to the overlay in any case.
	 *
	 * @param reader takes sentences that the user should read
	 */
	void addRois(final Consumer<String> reader) {
		notes.forEach(reader);
		final OutputChoice output = run.parameters().output();
		if (output == OutputChoice.LABEL_IMAGE || rois.isEmpty()) return;
		final boolean manager = output.hasRoiManager() && !GraphicsEnvironment
			.isHeadless();
		final RoiSink sink = manager ? RoiSinks.roiManager() : RoiSinks.overlay(run
			.imp());
		if (output.hasRoiManager() && !manager) reader.accept(
			"There is no ROI Manager without a display, so the outlines are in the " +
				"image's overlay instead.");
		sink.add(rois);
	}

	private static List<String> notes(final SegmentResult result) {
		final List<String> notes = result.skipped().stream().map(
			SkippedRoi::toString).collect(Collectors.toList());
		result.objects().stream().filter(object -> object.mask().isEmpty()).map(
			object -> "The model found nothing for ROI '" + object.prompt().name() +
				"'.").forEach(notes::add);
		return notes;
	}
}
