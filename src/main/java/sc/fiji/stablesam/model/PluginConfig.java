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

package sc.fiji.stablesam.model;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import sc.fiji.stablesam.StableSamException;

/**
 * What the shapes of a {@link StabilityPlugin} do not tell about it. Immutable.
 */
public final class PluginConfig {

	/** Where a plugin deforms the image unless told otherwise. */
	public static final String STANDARD_PLACES = "upscaling:64";

	/**
	 * Where it adapts prompt tokens unless told otherwise, as wide as 90 000
	 * weights allow.
	 */
	public static final String STANDARD_ADAPTERS = "layer0:40,layer1:16,final:40";

	/** Stands for no places. */
	public static final String NO_ADAPTERS = "none";

	private static final String PLACES = "plugin.places";
	private static final String ADAPTERS = "plugin.adapters";
	private static final String BOX_OUTPUT = "plugin.box_output";
	private static final String CLICK_OUTPUT = "plugin.click_output";
	private static final String OFFSET_SCALE = "plugin.offset_scale";
	private static final String AMPLITUDE_SCALE = "plugin.amplitude_scale";
	private static final String PASSES = "plugin.passes";
	private static final int MOST_PASSES = 2;
	private static final PluginConfig STANDARD = new PluginConfig();

	// NB: Written only before a configuration is given to anybody.
	private PlaceWidths places = PlaceWidths.parse(STANDARD_PLACES);
	private PlaceWidths adapters = PlaceWidths.parse(STANDARD_ADAPTERS);
	private int boxOutput = 0;
	private int clickOutput = 2;
	private double offsetScale = 1;
	private double amplitudeScale = 1;
	private int passes = 1;

	private PluginConfig() {}

	private PluginConfig with(final Consumer<PluginConfig> change) {
		final PluginConfig config = new PluginConfig();
		config.places = places;
		config.adapters = adapters;
		config.boxOutput = boxOutput;
		config.clickOutput = clickOutput;
		config.offsetScale = offsetScale;
		config.amplitudeScale = amplitudeScale;
		config.passes = passes;
		change.accept(config);
		return config;
	}

	/**
	 * Before the upscaling, where the image tokens know most of the prompt (the
	 * paper has it in the second layer), with adapted prompt tokens after both
	 * layers and the last attention; for the single-mask output where the prompt
	 * has a box, and where it has none, for the second multimask output, which is
	 * what a click on a cell means most often.
	 */
	public static PluginConfig standard() {
		return STANDARD;
	}

	/**
	 * @param places where the plugin sits, each with its own weights, with offset
	 *          networks as wide as the tokens (as the paper has it)
	 * @throws IllegalArgumentException if there are none
	 */
	public PluginConfig withPlaces(final Collection<PluginPlace> places) {
		if (places.isEmpty()) throw new IllegalArgumentException(
			"A plugin sits in at least one place.");
		return with(config -> config.places = PlaceWidths.of(places));
	}

	/**
	 * @param places where the plugin sits, such as {@code final} or
	 *          {@code final,upscaling:24}; after the colon, how many channels the
	 *          offset network has between its first and last convolution
	 * @throws IllegalArgumentException if there are none, or it says anything
	 *           else
	 */
	public PluginConfig withPlaces(final String places) {
		return with(config -> config.places = PlaceWidths.parse(places));
	}

	/**
	 * @param adapters where prompt tokens are adapted, and between how many
	 *          channels, such as {@code layer0:16,final:16}, or
	 *          {@link #NO_ADAPTERS}
	 * @throws IllegalArgumentException if it says anything else, or names a place
	 *           that prompt tokens do not come from
	 */
	public PluginConfig withAdapters(final String adapters) {
		return with(config -> config.adapters = adapters(adapters));
	}

	private static PlaceWidths adapters(final String text) {
		if (text.trim().equals(NO_ADAPTERS)) return PlaceWidths.NONE;
		final PlaceWidths adapters = PlaceWidths.parse(text);
		if (adapters.places().contains(PluginPlace.UPSCALING))
			throw new IllegalArgumentException(
				"No prompt tokens come from the upscaling, to be adapted.");
		return adapters;
	}

	/**
	 * The decoder's outputs, from 0 to 3, that the plugin is trained for and
	 * whose tokens routing reads.
	 *
	 * @param boxOutput for prompts with a box
	 * @param clickOutput for prompts without
	 */
	public PluginConfig withOutputs(final int boxOutput, final int clickOutput) {
		return with(config -> {
			config.boxOutput = output(boxOutput);
			config.clickOutput = output(clickOutput);
		});
	}

	private static int output(final int output) {
		if (output < 0 || output >= MaskDecoder.MASKS)
			throw new IllegalArgumentException("There is no output " + output +
				" of the mask decoder.");
		return output;
	}

	/** @param offsetScale offsets are the network's outputs times this */
	public PluginConfig withOffsetScale(final double offsetScale) {
		return with(config -> config.offsetScale = finite(offsetScale));
	}

	/**
	 * @param amplitudeScale amplitude logits are the network's outputs times
	 *          this; 0 switches amplitudes off
	 */
	public PluginConfig withAmplitudeScale(final double amplitudeScale) {
		return with(config -> config.amplitudeScale = finite(amplitudeScale));
	}

	/**
	 * @param passes 1, or 2 for a plugin that was also trained to answer again
	 *          with the mask that was found before (Segment Anything, appendix A,
	 *          "Training algorithm")
	 */
	public PluginConfig withPasses(final int passes) {
		if (passes < 1 || passes > MOST_PASSES) throw new IllegalArgumentException(
			"A plugin is for one pass or two, not for " + passes + ".");
		return with(config -> config.passes = passes);
	}

	private static double finite(final double scale) {
		if (!Double.isFinite(scale)) throw new IllegalArgumentException(
			"A scale is a finite number, not " + scale + ".");
		return scale;
	}

	public Set<PluginPlace> places() {
		return places.places();
	}

	/** @return where prompt tokens are adapted */
	Set<PluginPlace> adapters() {
		return adapters.places();
	}

	/** @return the output for prompts with a box */
	public int boxOutput() {
		return boxOutput;
	}

	/** @return the output for prompts without a box */
	public int clickOutput() {
		return clickOutput;
	}

	/** @return the output for the prompts of a batch */
	int output(final PromptBatch batch) {
		return batch.hasBoxes() ? boxOutput : clickOutput;
	}

	public double offsetScale() {
		return offsetScale;
	}

	public double amplitudeScale() {
		return amplitudeScale;
	}

	/** @return how many passes it is for */
	public int passes() {
		return passes;
	}

	/**
	 * @param channels of the network's tokens
	 * @return channels between the convolutions of a place's offset network
	 */
	long width(final PluginPlace place, final long channels) {
		return places.width(place, channels);
	}

	/**
	 * @param channels of the network's tokens
	 * @return channels between the two layers of a place's adapter
	 */
	long adapterWidth(final PluginPlace place, final long channels) {
		return adapters.width(place, channels);
	}

	/**
	 * @return whether the other is the same, perhaps in other places and with
	 *         other adapters, but with offset networks of the same width in
	 *         places of both
	 */
	public boolean isAlike(final PluginConfig other) {
		return places.agreeWith(other.places) && with(config -> {
			config.places = other.places;
			config.adapters = other.adapters;
		}).equals(other);
	}

	/** @return entries for a file's metadata */
	public Map<String, String> toMetadata() {
		final Map<String, String> entries = new LinkedHashMap<>();
		entries.put(PLACES, places.toString());
		entries.put(ADAPTERS, adapters.places().isEmpty() ? NO_ADAPTERS : adapters
			.toString());
		entries.put(BOX_OUTPUT, Integer.toString(boxOutput));
		entries.put(CLICK_OUTPUT, Integer.toString(clickOutput));
		entries.put(OFFSET_SCALE, Double.toString(offsetScale));
		entries.put(AMPLITUDE_SCALE, Double.toString(amplitudeScale));
		entries.put(PASSES, Integer.toString(passes));
		return entries;
	}

	/**
	 * @param entries of a file's metadata, others than {@link #toMetadata()}
	 *          makes are ignored; files that say nothing of passes or adapters
	 *          are of the time when there were one or none
	 * @throws StableSamException if one is missing or wrong, naming it
	 */
	public static PluginConfig fromMetadata(final Map<String, String> entries) {
		final Map<String, String> complete = new HashMap<>(entries);
		complete.putIfAbsent(PASSES, Integer.toString(STANDARD.passes));
		complete.putIfAbsent(ADAPTERS, NO_ADAPTERS);
		return STANDARD.with(config -> config.read(complete));
	}

	private void read(final Map<String, String> entries) {
		places = parse(entries, PLACES, PlaceWidths::parse);
		adapters = parse(entries, ADAPTERS, PluginConfig::adapters);
		boxOutput = parse(entries, BOX_OUTPUT, PluginConfig::outputOf);
		clickOutput = parse(entries, CLICK_OUTPUT, PluginConfig::outputOf);
		offsetScale = parse(entries, OFFSET_SCALE, PluginConfig::scale);
		amplitudeScale = parse(entries, AMPLITUDE_SCALE, PluginConfig::scale);
		passes = parse(entries, PASSES, PluginConfig::passesOf);
	}

	private static int passesOf(final String text) {
		return STANDARD.withPasses(Integer.parseInt(text)).passes;
	}

	private static int outputOf(final String text) {
		return output(Integer.parseInt(text));
	}

	private static double scale(final String text) {
		return finite(Double.parseDouble(text));
	}

	private static <T> T parse(final Map<String, String> entries,
		final String key, final Function<String, T> parser)
	{
		final String text = entries.get(key);
		try {
			return parser.apply(Objects.requireNonNull(text));
		}
		catch (final IllegalArgumentException | NullPointerException exc) {
			throw new StableSamException("The plugin's entry '" + key + "' " +
				(text == null ? "is missing" : "says '" + text +
					"', which this version does not know") +
				"; give another plugin file.", exc);
		}
	}

	@Override
	public boolean equals(final Object other) {
		return other instanceof PluginConfig && toMetadata().equals(
			((PluginConfig) other).toMetadata());
	}

	@Override
	public int hashCode() {
		return toMetadata().hashCode();
	}

	@Override
	public String toString() {
		return toMetadata().toString();
	}
}
