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

import java.util.List;
import java.util.concurrent.CancellationException;

import org.scijava.ItemIO;
import org.scijava.app.StatusService;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.ij.call.Background;
import sc.fiji.stablesam.ij.call.SegmentParameters;
import sc.fiji.stablesam.ij.call.UserErrors;
import sc.fiji.stablesam.ij.models.ModelRequest;
import sc.fiji.stablesam.ij.models.ModelStores;

/**
 * What scripts call, with or without a display: segments what the ROIs of an
 * image point at. The parameters mean the same as those of the macro command
 * {@value SegmentRois#COMMAND}, whose menu entry is the only one; nothing is
 * remembered between runs.
 * <p>
 * If it cannot be done, the command ends as cancelled and its cancel reason is
 * a sentence that says why.
 */
@Plugin(type = Command.class, label = "Stable-SAM Segment ROIs (script)",
	visible = false, headless = true)
public final class SegmentRoisCommand extends ContextCommand {

	// NB: required, it would cancel a headless run without a word.
	@Parameter(required = false, persist = false,
		description = "The image; the active one if left out.")
	private ImagePlus image;

	@Parameter(persist = false, choices = { "active selection", "overlay",
		"ROI Manager" })
	private String prompts = "active selection";

	@Parameter(persist = false,
		description = "One object in place of prompts, as the recorder writes it.")
	private String drawn = "";

	@Parameter(persist = false, choices = { "auto", "one object per point",
		"all points one object" })
	private String points = "auto";

	@Parameter(persist = false, description = "Name of a model, or a file.")
	private String model = SegmentParameters.DEFAULT_MODEL;

	@Parameter(persist = false, description = "auto, none, or a plugin file.")
	private String plugin = "auto";

	@Parameter(persist = false, choices = { "auto", "cpu", "gpu" })
	private String device = "auto";

	@Parameter(persist = false, choices = { "auto", "float32", "float16" })
	private String precision = "auto";

	@Parameter(persist = false, choices = { "auto", "single", "best" })
	private String mask = "auto";

	@Parameter(persist = false, choices = { "ROI Manager", "label image", "both",
		"overlay" }, description = "Without a display the overlay stands in for " +
			"the ROI Manager.")
	private String output = "ROI Manager";

	@Parameter(persist = false, description = "Whether to make a results table.")
	private boolean measure;

	@Parameter(persist = false,
		description = "Whether to measure how stable each outline is.")
	private boolean stability = true;

	@Parameter(persist = false,
		description = "Whether to look again where the network is not sure, in the turned image and in close-ups.")
	private boolean second_looks = true;

	@Parameter(persist = false,
		description = "Whether a missing model may be fetched.")
	private boolean download;

	@Parameter(type = ItemIO.OUTPUT)
	private ImagePlus labels;

	@Parameter(type = ItemIO.OUTPUT)
	private List<Roi> rois;

	@Parameter(type = ItemIO.OUTPUT)
	private ResultsTable table;

	@Parameter(required = false)
	private StatusService status;

	@Parameter(required = false)
	private LogService log;

	@Override
	public void run() {
		try {
			final ImagePlus imp = image == null ? WindowManager.getCurrentImage()
				: image;
			final SegmentParameters parameters = parameters();
			final SegmentRun run = SegmentRun.of(imp, parameters);
			final Progress progress = new StatusProgress();
			final ModelRequest request = ModelRequest.of(ModelStores.ofThisImageJ(),
				parameters);
			final Delivery delivery = Background.call(() -> run.delivery(request
				.modelFile(progress), progress), () -> cancel(
					"The command was interrupted."));
			delivery.addRois(this::note);
			labels = delivery.labels();
			rois = delivery.rois();
			table = delivery.table();
		}
		catch (final CancellationException exc) {
			if (!isCanceled()) cancel("The command was cancelled.");
		}
		catch (final RuntimeException exc) {
			final String sentence = UserErrors.of(exc).getMessage();
			cancel(sentence);
			if (log != null) log.error(sentence);
		}
	}

	private SegmentParameters parameters() {
		final SegmentParameters.Builder builder = SegmentParameters.builder()
			.prompts(prompts).points(points).model(model).plugin(plugin).device(
				device).precision(precision).mask(mask).output(output);
		if (!drawn.isEmpty()) builder.drawn(drawn);
		if (measure) builder.measured();
		if (!stability) builder.withoutStability();
		if (!second_looks) builder.withoutSecondLooks();
		if (download) builder.downloadAllowed();
		return builder.build();
	}

	private void note(final String sentence) {
		if (log != null) log.warn(sentence);
	}

	/** Shows progress in SciJava's status; cancels when the command is. */
	private final class StatusProgress implements Progress {

		private static final int STEPS = 1000;

		@Override
		public void report(final String task, final double fraction) {
			if (status != null) status.showStatus((int) (fraction * STEPS), STEPS,
				task);
		}

		@Override
		public boolean isCancelled() {
			return isCanceled();
		}
	}
}
