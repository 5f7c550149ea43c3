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
import java.util.Arrays;
import java.util.List;

import ij.ImagePlus;
import ij.gui.GenericDialog;
import ij.plugin.frame.RoiManager;
import sc.fiji.stablesam.ij.PointsMode;
import sc.fiji.stablesam.ij.PromptSource;
import sc.fiji.stablesam.ij.call.Choices;
import sc.fiji.stablesam.ij.call.OutputChoice;
import sc.fiji.stablesam.ij.call.SegmentParameters;
import sc.fiji.stablesam.session.DeviceChoice;
import sc.fiji.stablesam.session.MaskChoice;
import sc.fiji.stablesam.session.PrecisionChoice;

/** Asks a person for the parameters of one run. */
final class SegmentDialog {

	private static final String HELP = "<html><h3>Stable-SAM Segment ROIs</h3>" +
		"<p>Draw a loose rectangle round a cell, or click on it, and get its " +
		"exact outline.</p><table>" +
		"<tr><td><b>rectangle</b></td><td>a box round one object</td></tr>" +
		"<tr><td><b>points</b></td><td>clicks; counter 0 on the object, other " +
		"counters beside it</td></tr>" +
		"<tr><td><b>other areas</b></td><td>a rough outline of one object</td>" +
		"</tr><tr><td><b>lines</b></td><td>a scribble over one object</td></tr>" +
		"<tr><td><b>ROIs of one group</b></td><td>one object: box and clicks " +
		"together</td></tr></table>" +
		"<p><b>Points</b>: whether each point of a multi-point selection is an " +
		"object of its own. Auto: yes for the ROI Manager and the overlay, no " +
		"for the active selection.</p>" +
		"<p><b>Plugin</b>: <i>auto</i> is the Stable-SAM plugin that comes with " +
		"this program for the model, if there is one, <i>none</i> the model as it " +
		"was published; or the file of a plugin.</p>" +
		"<p><b>Precision</b>: of the numbers that encode the image. <i>Auto</i> " +
		"takes float16 on an NVIDIA GPU, which takes half the memory and less " +
		"time there; on a CPU they are always float32.</p>" +
		"<p><b>Mask</b>: <i>single</i> is the network's one answer, <i>best</i> " +
		"the one of three that it trusts most, <i>auto</i> what suits the " +
		"kind of ROI.</p>" +
		"<p><b>Output</b>: outlines are appended to the ROI Manager or the " +
		"overlay; a label image holds 1, 2, 3... in the order of the ROIs. The " +
		"image itself is never changed.</p>" +
		"<p><b>Stability</b>: how alike the outlines are that slightly other ROIs " +
		"give, from 0 to 1. It takes some time; unstable outlines are thick and " +
		"magenta.</p>" +
		"<p><b>Close-ups</b>: objects that are tiny in the image are looked at " +
		"again in parts of it, each of which takes as long as encoding the " +
		"image.</p>" +
		"<p>Record a macro (Plugins &gt; Macros &gt; Record...) to run the same " +
		"again.</p>";

	private static final int COLUMNS = 20;

	private final GenericDialog dialog;

	private SegmentDialog(final GenericDialog dialog) {
		this.dialog = dialog;
	}

	/**
	 * Shows the dialog and waits for the answer.
	 *
	 * @param models the names to choose from
	 */
	static SegmentDialog show(final ImagePlus imp,
		final SegmentParameters proposal, final List<String> models)
	{
		final GenericDialog gd = new GenericDialog("Stable-SAM Segment ROIs");
		gd.addChoice("Prompts:", Choices.names(PromptSource.class), prompts(imp,
			proposal).toString());
		gd.addChoice("Points:", Choices.names(PointsMode.class), proposal.points()
			.toString());
		gd.addChoice("Model:", models.toArray(new String[0]), proposal.model());
		gd.addFileField("Plugin:", proposal.options().plugin().toString(), COLUMNS);
		gd.addChoice("Device:", Choices.names(DeviceChoice.class), proposal.device()
			.toString());
		gd.addChoice("Precision:", Choices.names(PrecisionChoice.class), proposal
			.precision().toString());
		gd.addChoice("Mask:", Choices.names(MaskChoice.class), proposal.options()
			.mask().toString());
		gd.addChoice("Output:", Choices.names(OutputChoice.class), proposal.output()
			.toString());
		gd.addCheckbox("Measure (results table)", proposal.isMeasured());
		gd.addCheckbox("Stability of each outline", proposal.options()
			.isStabilityScored());
		gd.addCheckbox("Second looks where unsure", proposal.options()
			.hasSecondLooks());
		gd.addHelp(HELP);
		gd.showDialog();
		return new SegmentDialog(gd);
	}

	boolean wasCancelled() {
		return dialog.wasCanceled();
	}

	SegmentParameters parameters() {
		final SegmentParameters.Builder builder = SegmentParameters.builder()
			.prompts(dialog.getNextChoice()).points(dialog.getNextChoice()).model(
				dialog.getNextChoice()).plugin(dialog.getNextString()).device(dialog
					.getNextChoice()).precision(dialog.getNextChoice()).mask(dialog
						.getNextChoice()).output(dialog.getNextChoice());
		if (dialog.getNextBoolean()) builder.measured();
		if (!dialog.getNextBoolean()) builder.withoutStability();
		if (!dialog.getNextBoolean()) builder.withoutSecondLooks();
		return builder.build();
	}

	/** @return what was chosen last if there is any, else where there are ROIs */
	private static PromptSource prompts(final ImagePlus imp,
		final SegmentParameters proposal)
	{
		final List<PromptSource> order = Arrays.asList(proposal.prompts(),
			PromptSource.ACTIVE_SELECTION, PromptSource.ROI_MANAGER,
			PromptSource.OVERLAY);
		return order.stream().filter(source -> hasRois(imp, source)).findFirst()
			.orElse(proposal.prompts());
	}

	private static boolean hasRois(final ImagePlus imp,
		final PromptSource source)
	{
		if (source == PromptSource.ACTIVE_SELECTION) return imp.getRoi() != null;
		if (source == PromptSource.OVERLAY) return imp.getOverlay() != null && imp
			.getOverlay().size() > 0;
		final RoiManager manager = GraphicsEnvironment.isHeadless() ? null
			: RoiManager.getInstance();
		return manager != null && manager.getCount() > 0;
	}
}
