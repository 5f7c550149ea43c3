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

package sc.fiji.stablesam.ui;

import java.util.List;
import java.util.Optional;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Toolbar;
import sc.fiji.stablesam.ij.SegmentedObject;
import sc.fiji.stablesam.ij.call.SegmentParameters;
import sc.fiji.stablesam.ij.call.UserErrors;
import sc.fiji.stablesam.ij.drawing.Engine;
import sc.fiji.stablesam.ij.drawing.Models;
import sc.fiji.stablesam.ij.drawing.WhileDrawing;
import sc.fiji.stablesam.ij.models.ModelConsent;
import sc.fiji.stablesam.ij.models.ModelRequest;
import sc.fiji.stablesam.ij.models.ModelStores;
import sc.fiji.stablesam.session.EncodedFiles;
import sc.fiji.stablesam.session.ModelCache;
import sc.fiji.stablesam.session.SegmentationModel;

/**
 * Segmenting while drawing from when it is switched on, of which there is at
 * most one: puts together what draws, what answers, the panel, what is
 * remembered and what is recorded. For the event thread.
 */
final class DrawingRun implements AutoCloseable {

	/** Of encoded pictures, 27 megabytes each. */
	private static final long BUDGET = 500_000_000;

	/** Of what is kept on disk. */
	private static final long DISK_BUDGET = 4_000_000_000L;

	private static DrawingRun on;

	private final ModelStores stores = ModelStores.ofThisImageJ();
	private final DrawingProgress progress = new DrawingProgress();
	private final WhileDrawing drawing;
	private final DrawingRecorder recorder = new DrawingRecorder(() -> settings()
		.parameters());
	private DrawingSettings settings;
	private DrawingPanel panel;
	/** Whether all tools are followed, and not only ours. */
	private boolean everywhere;

	private DrawingRun(final DrawingSettings settings,
		final ModelRequest request)
	{
		this.settings = settings;
		drawing = new WhileDrawing(new Engine(models(request, settings
			.parameters()), settings.parameters().options(), BUDGET, progress),
			new DrawingListener());
		apply();
		drawing.followOnly(() -> everywhere || DrawingTool.isSelected());
	}

	/** @return what is switched on, if it is */
	static Optional<DrawingRun> current() {
		return Optional.ofNullable(on);
	}

	/**
	 * Switches it on if it is not. Asks the person if the model is missing.
	 *
	 * @return what is switched on; nothing if they refused
	 * @throws RuntimeException with a sentence for them if it cannot be
	 */
	static Optional<DrawingRun> begin() {
		if (on == null) {
			final DrawingSettings settings = DrawingSettings.remembered();
			ModelConsent.allowed(ModelStores.ofThisImageJ(), settings.parameters())
				.ifPresent(request -> on = new DrawingRun(settings, request));
			if (on != null && DrawingPanel.isWanted()) on.showPanel();
		}
		return current();
	}

	/** @return whether it could be switched on without asking anybody */
	static boolean isPossible() {
		try {
			return on != null || !ModelRequest.of(ModelStores.ofThisImageJ(),
				DrawingSettings.remembered().parameters()).isMissing();
		}
		catch (final RuntimeException exc) {
			return false;
		}
	}

	private Models models(final ModelRequest request,
		final SegmentParameters parameters)
	{
		return loading -> {
			final SegmentationModel model = ModelCache.shared().get(request.modelFile(
				loading), parameters.device(), parameters.precision(), loading);
			progress.loaded(model);
			return model;
		};
	}

	/** Follows all tools from now on. */
	void followAll() {
		everywhere = true;
		IJ.showStatus(
			"Stable-SAM: on. Draw round an object; Enter or T accepts, Esc discards.");
	}

	boolean isFollowingAll() {
		return everywhere;
	}

	void showPanel() {
		if (panel == null) {
			panel = new DrawingPanel(this, stores.names());
			progress.show(panel);
		}
		panel.open();
	}

	/** @param models the names that can be chosen from now on */
	void offer(final List<String> models) {
		if (panel != null) panel.offer(models);
	}

	WhileDrawing drawing() {
		return drawing;
	}

	DrawingSettings settings() {
		return settings;
	}

	/**
	 * Goes on with other settings. Asks the person if the model is missing;
	 * changes nothing if they refuse.
	 */
	void use(final DrawingSettings wanted) {
		try {
			if (!wanted.isAnsweredAs(settings)) {
				final Optional<ModelRequest> request = ModelConsent.allowed(stores,
					wanted.parameters());
				if (!request.isPresent()) return;
				drawing.use(models(request.get(), wanted.parameters()), wanted
					.parameters().options());
			}
			settings = wanted;
			apply();
			wanted.remember();
		}
		catch (final RuntimeException exc) {
			IJ.error("Stable-SAM", UserErrors.of(exc).getMessage());
		}
	}

	private void apply() {
		drawing.use(settings.options());
		drawing.keepIn(settings.isKeeping() ? Optional.of(new EncodedFiles(stores
			.first().folder().resolve("encoded"), DISK_BUDGET)) : Optional.empty());
	}

	void cancel() {
		drawing.cancel();
		progress.end();
		tell("Cancelled. Draw something to begin again.");
	}

	private void tell(final String sentence) {
		IJ.showStatus("Stable-SAM: " + sentence);
		if (panel != null) panel.tell(sentence);
	}

	@Override
	public void close() {
		if (on == this) on = null;
		drawing.close();
		progress.end();
		if (panel != null) panel.dispose();
		// NB: our tool would switch it on again as soon as it is on an image.
		if (DrawingTool.isSelected()) IJ.setTool(Toolbar.RECTANGLE);
		IJ.showStatus("Stable-SAM: off.");
	}

	private final class DrawingListener implements WhileDrawing.Listener {

		@Override
		public void accepted(final ImagePlus imp, final SegmentedObject object) {
			recorder.accepted(imp, object);
		}

		@Override
		public void withdrawn(final SegmentedObject object) {
			recorder.withdrawn(object);
		}

		@Override
		public void changed() {
			if (panel != null) panel.refresh();
		}

		@Override
		public void troubled(final String why) {
			progress.end();
			tell(why);
		}
	}
}
