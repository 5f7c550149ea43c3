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

import ij.Prefs;
import sc.fiji.stablesam.ij.PointsMode;
import sc.fiji.stablesam.ij.call.SegmentParameters;
import sc.fiji.stablesam.ij.drawing.DrawingOptions;
import sc.fiji.stablesam.ij.drawing.Target;
import sc.fiji.stablesam.session.PluginChoice;

/** What a person chose for drawing; ImageJ remembers it. Immutable. */
final class DrawingSettings {

	private static final String KEY = "stable-sam.drawing.";
	private static final String MODEL = KEY + "model";
	private static final String DEVICE = KEY + "device";
	private static final String PRECISION = KEY + "precision";
	private static final String PLUGIN = KEY + "plugin";
	private static final String EACH = KEY + "each";
	private static final String ACCEPT = KEY + "accept";
	private static final String OVERLAY = KEY + "overlay";
	private static final String KEEP = KEY + "keep";

	private final SegmentParameters parameters;
	private final DrawingOptions options;
	private final boolean keeping;

	private DrawingSettings(final SegmentParameters parameters,
		final DrawingOptions options, final boolean keeping)
	{
		this.keeping = keeping;
		this.parameters = parameters;
		this.options = options;
	}

	/** @return what was chosen last; of what is no choice any more the default */
	static DrawingSettings remembered() {
		final DrawingOptions options = DrawingOptions.defaults().with(Prefs.get(
			EACH, false) ? PointsMode.EACH : PointsMode.TOGETHER).acceptingAll(Prefs
				.get(ACCEPT, false)).with(Prefs.get(OVERLAY, false) ? Target.OVERLAY
					: Target.ROI_MANAGER);
		final boolean keeping = Prefs.get(KEEP, false);
		try {
			return new DrawingSettings(SegmentParameters.builder().model(Prefs.get(
				MODEL, SegmentParameters.DEFAULT_MODEL)).device(Prefs.get(DEVICE,
					"auto")).precision(Prefs.get(PRECISION, "auto")).plugin(Prefs.get(
						PLUGIN, "auto")).build(), options, keeping);
		}
		catch (final IllegalArgumentException exc) {
			return new DrawingSettings(SegmentParameters.builder().build(), options,
				keeping);
		}
	}

	void remember() {
		Prefs.set(MODEL, parameters.model());
		Prefs.set(DEVICE, parameters.device().toString());
		Prefs.set(PRECISION, parameters.precision().toString());
		Prefs.set(PLUGIN, parameters.options().plugin().toString());
		Prefs.set(EACH, options.points() == PointsMode.EACH);
		Prefs.set(ACCEPT, options.isAcceptingAll());
		Prefs.set(OVERLAY, options.target() == Target.OVERLAY);
		Prefs.set(KEEP, keeping);
	}

	/** @return of the command that makes the same objects */
	SegmentParameters parameters() {
		return parameters.toBuilder().output(options.target().toString()).build();
	}

	/** @return whether it is answered in the same way by the same model */
	boolean isAnsweredAs(final DrawingSettings other) {
		return parameters.equals(other.parameters);
	}

	boolean hasPlugin() {
		return !parameters.options().plugin().equals(PluginChoice.NONE);
	}

	DrawingOptions options() {
		return options;
	}

	DrawingSettings with(final DrawingOptions newOptions) {
		return new DrawingSettings(parameters, newOptions, keeping);
	}

	DrawingSettings with(final SegmentParameters newParameters) {
		return new DrawingSettings(newParameters, options, keeping);
	}

	/** @return whether what was encoded is kept on disk */
	boolean isKeeping() {
		return keeping;
	}

	DrawingSettings keeping(final boolean keep) {
		return new DrawingSettings(parameters, options, keep);
	}
}
