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

package sc.fiji.stablesam.ij.call;

import java.util.Objects;
import java.util.Optional;

import sc.fiji.stablesam.ij.PointsMode;
import sc.fiji.stablesam.ij.PromptSource;
import sc.fiji.stablesam.prompt.Refinement;
import sc.fiji.stablesam.session.DeviceChoice;
import sc.fiji.stablesam.session.MaskChoice;
import sc.fiji.stablesam.session.PrecisionChoice;
import sc.fiji.stablesam.session.PluginChoice;
import sc.fiji.stablesam.session.SegmentationOptions;
import sc.fiji.stablesam.weights.ModelCatalog;

/**
 * What the user chose for one run of the segmentation command, with the same
 * names in dialogs, macros and scripts. Immutable.
 */
public final class SegmentParameters {

	/** The name in menus and macros of the command that takes these. */
	public static final String COMMAND = "Stable-SAM Segment ROIs...";

	static final String PROMPTS = "prompts";
	static final String DRAWN = "drawn";
	static final String POINTS = "points";
	static final String MODEL = "model";
	static final String DEVICE = "device";
	static final String MASK = "mask";
	static final String PLUGIN = "plugin";
	static final String PRECISION = "precision";
	static final String OUTPUT = "output";
	static final String STABILITY = "stability";
	static final String SECOND_LOOKS = "second_looks";
	static final String MEASURE = "measure";
	/** The option that lets a missing model be fetched without asking. */
	public static final String DOWNLOAD = "download";

	/** The model that is taken unless another is asked for. */
	public static final String DEFAULT_MODEL = ModelCatalog.builtIn()
		.defaultModel().name();

	private final PromptSource prompts;
	private final Refinement drawn;
	private final PointsMode points;
	private final String model;
	private final DeviceChoice device;
	private final PrecisionChoice precision;
	private final SegmentationOptions options;
	private final OutputChoice output;
	private final boolean measured;
	private final boolean downloadAllowed;

	private SegmentParameters(final Builder b) {
		prompts = b.prompts;
		drawn = b.drawn;
		points = b.points;
		model = b.model;
		device = b.device;
		precision = b.precision;
		options = b.options;
		output = b.output;
		measured = b.measured;
		downloadAllowed = b.downloadAllowed;
	}

	/** @return a builder that starts with what a run without options takes */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * @throws IllegalArgumentException if there is an unknown option or value;
	 *           the message lists what there is
	 */
	public static SegmentParameters of(final MacroOptions options) {
		options.allowOnly(PROMPTS, DRAWN, POINTS, MODEL, PLUGIN, DEVICE, PRECISION,
			MASK, OUTPUT, MEASURE, STABILITY, SECOND_LOOKS, DOWNLOAD);
		final Builder b = builder();
		options.text(PROMPTS).ifPresent(b::prompts);
		options.text(DRAWN).ifPresent(b::drawn);
		options.text(POINTS).ifPresent(b::points);
		options.text(MODEL).ifPresent(b::model);
		options.text(PLUGIN).ifPresent(b::plugin);
		options.text(DEVICE).ifPresent(b::device);
		options.text(PRECISION).ifPresent(b::precision);
		options.text(MASK).ifPresent(b::mask);
		options.text(OUTPUT).ifPresent(b::output);
		b.measured = options.flag(MEASURE);
		if (!options.flag(STABILITY, true)) b.withoutStability();
		if (!options.flag(SECOND_LOOKS, true)) b.withoutSecondLooks();
		b.downloadAllowed = options.flag(DOWNLOAD);
		return b.build();
	}

	/**
	 * @return macro options that mean these parameters; whether a download was
	 *         allowed is left out, as a macro that worked once has its model
	 */
	public MacroOptions toMacroOptions() {
		MacroOptions macro = drawn == null ? MacroOptions.none().with(PROMPTS,
			prompts.toString()) : MacroOptions.none().with(DRAWN, drawn.toString());
		macro = macro.with(POINTS, points.toString()).with(MODEL, model).with(
			PLUGIN, options.plugin().toString()).with(DEVICE, device.toString()).with(
				MASK, options.mask().toString()).with(OUTPUT, output.toString())
			.withFlag(MEASURE, measured);
		if (precision != PrecisionChoice.AUTO) macro = macro.with(PRECISION,
			precision.toString());
		if (!options.isStabilityScored()) macro = macro.with(STABILITY, "false");
		return options.hasSecondLooks() ? macro : macro.with(SECOND_LOOKS, "false");
	}

	public PromptSource prompts() {
		return prompts;
	}

	/** @return one object, in place of ROIs, if it is given as text */
	public Optional<Refinement> drawn() {
		return Optional.ofNullable(drawn);
	}

	public PointsMode points() {
		return points;
	}

	/** @return the name of a model, or the path of a model file */
	public String model() {
		return model;
	}

	public DeviceChoice device() {
		return device;
	}

	/** @return of the image encoder */
	public PrecisionChoice precision() {
		return precision;
	}

	/** @return how prompts are to be answered: mask, plugin, stability */
	public SegmentationOptions options() {
		return options;
	}

	public OutputChoice output() {
		return output;
	}

	/** @return whether a results table is wanted */
	public boolean isMeasured() {
		return measured;
	}

	/** @return whether a missing model may be fetched without asking */
	public boolean isDownloadAllowed() {
		return downloadAllowed;
	}

	/** @return a builder that starts with these parameters */
	public Builder toBuilder() {
		final Builder b = new Builder();
		b.prompts = prompts;
		b.drawn = drawn;
		b.points = points;
		b.model = model;
		b.device = device;
		b.precision = precision;
		b.options = options;
		b.output = output;
		b.measured = measured;
		b.downloadAllowed = downloadAllowed;
		return b;
	}

	@Override
	public boolean equals(final Object o) {
		return o instanceof SegmentParameters && toMacroOptions().equals(
			((SegmentParameters) o).toMacroOptions()) &&
			downloadAllowed == ((SegmentParameters) o).downloadAllowed;
	}

	@Override
	public int hashCode() {
		return Objects.hash(toMacroOptions(), downloadAllowed);
	}

	@Override
	public String toString() {
		return toMacroOptions().withFlag(DOWNLOAD, downloadAllowed).toString();
	}

	/** Collects parameters by the names that people write. */
	public static final class Builder {

		private PromptSource prompts = PromptSource.ACTIVE_SELECTION;
		private Refinement drawn;
		private PointsMode points = PointsMode.AUTO;
		private String model = DEFAULT_MODEL;
		private DeviceChoice device = DeviceChoice.AUTO;
		private PrecisionChoice precision = PrecisionChoice.AUTO;
		private SegmentationOptions options = SegmentationOptions.defaults();
		private OutputChoice output = OutputChoice.ROI_MANAGER;
		private boolean measured;
		private boolean downloadAllowed;

		private Builder() {}

		public Builder prompts(final String name) {
			prompts = Choices.find(PromptSource.class, PROMPTS, name);
			return this;
		}

		/**
		 * Segments one object that is not a ROI.
		 *
		 * @param text of {@link Refinement}
		 */
		public Builder drawn(final String text) {
			drawn = Refinement.parse(text);
			// NB: so that a macro finds what was found while it was recorded.
			options = options.withoutHalfTurn();
			return this;
		}

		public Builder points(final String name) {
			points = Choices.find(PointsMode.class, POINTS, name);
			return this;
		}

		/** @param nameOrFile the name of a model, or the path of a model file */
		public Builder model(final String nameOrFile) {
			if (nameOrFile.trim().isEmpty()) throw new IllegalArgumentException(
				"The option 'model' is empty; give the name of a model or a file.");
			model = nameOrFile.trim();
			return this;
		}

		public Builder device(final String name) {
			device = Choices.find(DeviceChoice.class, DEVICE, name);
			return this;
		}

		public Builder precision(final String name) {
			precision = Choices.find(PrecisionChoice.class, PRECISION, name);
			return this;
		}

		public Builder mask(final String name) {
			options = options.with(Choices.find(MaskChoice.class, MASK, name));
			return this;
		}

		/** @param nameOrFile {@code auto}, {@code none} or a plugin file */
		public Builder plugin(final String nameOrFile) {
			options = options.with(PluginChoice.parse(nameOrFile));
			return this;
		}

		/** Leaves out how stable each outline is. */
		public Builder withoutStability() {
			options = options.withoutStability();
			return this;
		}

		/** Leaves out to look again at objects of which the network is not sure. */
		public Builder withoutSecondLooks() {
			options = options.withoutSecondLooks();
			return this;
		}

		public Builder output(final String name) {
			output = Choices.find(OutputChoice.class, OUTPUT, name);
			return this;
		}

		/** Asks for a results table. */
		public Builder measured() {
			measured = true;
			return this;
		}

		/** Lets a missing model be fetched without asking. */
		public Builder downloadAllowed() {
			downloadAllowed = true;
			return this;
		}

		public SegmentParameters build() {
			return new SegmentParameters(this);
		}
	}
}
