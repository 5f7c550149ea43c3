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

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import sc.fiji.stablesam.StableSamException;

/**
 * What the shapes of a {@link StabilityPlugin} do not tell about it. Immutable.
 */
public final class PluginConfig {

	private static final String PLACES = "plugin.places";
	private static final String BOX_OUTPUT = "plugin.box_output";
	private static final String CLICK_OUTPUT = "plugin.click_output";
	private static final String OFFSET_SCALE = "plugin.offset_scale";
	private static final String AMPLITUDE_SCALE = "plugin.amplitude_scale";
	private static final String PASSES = "plugin.passes";
	private static final int MOST_PASSES = 2;

	private static final PluginConfig STANDARD = new PluginConfig(EnumSet.of(
		AttentionPlace.FINAL), 0, 2, 1, 1, 1);

	private final Set<AttentionPlace> places;
	private final int boxOutput;
	private final int clickOutput;
	private final double offsetScale;
	private final double amplitudeScale;
	private final int passes;

	private PluginConfig(final Set<AttentionPlace> places, final int boxOutput,
		final int clickOutput, final double offsetScale,
		final double amplitudeScale, final int passes)
	{
		this.places = Collections.unmodifiableSet(places);
		this.boxOutput = boxOutput;
		this.clickOutput = clickOutput;
		this.offsetScale = offsetScale;
		this.amplitudeScale = amplitudeScale;
		this.passes = passes;
	}

	/**
	 * In the last attention, where the image tokens know most of the prompt (the
	 * paper has it in the second layer); for the single-mask output where the
	 * prompt has a box, and where it has none, for the second multimask output,
	 * which is what a click on a cell means most often.
	 */
	public static PluginConfig standard() {
		return STANDARD;
	}

	/**
	 * @param places the attentions that the plugin sits in, each with its own
	 *          weights
	 * @throws IllegalArgumentException if there are none
	 */
	public PluginConfig withPlaces(final Collection<AttentionPlace> places) {
		if (places.isEmpty()) throw new IllegalArgumentException(
			"A plugin sits in at least one attention.");
		return new PluginConfig(EnumSet.copyOf(places), boxOutput, clickOutput,
			offsetScale, amplitudeScale, passes);
	}

	/**
	 * The decoder's outputs, from 0 to 3, that the plugin is trained for and
	 * whose tokens routing reads.
	 *
	 * @param boxOutput for prompts with a box
	 * @param clickOutput for prompts without
	 */
	public PluginConfig withOutputs(final int boxOutput, final int clickOutput) {
		return new PluginConfig(places, output(boxOutput), output(clickOutput),
			offsetScale, amplitudeScale, passes);
	}

	private static int output(final int output) {
		if (output < 0 || output >= MaskDecoder.MASKS)
			throw new IllegalArgumentException("There is no output " + output +
				" of the mask decoder.");
		return output;
	}

	/** @param offsetScale offsets are the network's outputs times this */
	public PluginConfig withOffsetScale(final double offsetScale) {
		return new PluginConfig(places, boxOutput, clickOutput, finite(offsetScale),
			amplitudeScale, passes);
	}

	/**
	 * @param amplitudeScale amplitude logits are the network's outputs times
	 *          this; 0 switches amplitudes off
	 */
	public PluginConfig withAmplitudeScale(final double amplitudeScale) {
		return new PluginConfig(places, boxOutput, clickOutput, offsetScale, finite(
			amplitudeScale), passes);
	}

	/**
	 * @param passes 1, or 2 for a plugin that was also trained to answer again
	 *          with the mask that was found before (Segment Anything, appendix A,
	 *          "Training algorithm")
	 */
	public PluginConfig withPasses(final int passes) {
		if (passes < 1 || passes > MOST_PASSES) throw new IllegalArgumentException(
			"A plugin is for one pass or two, not for " + passes + ".");
		return new PluginConfig(places, boxOutput, clickOutput, offsetScale,
			amplitudeScale, passes);
	}

	private static double finite(final double scale) {
		if (!Double.isFinite(scale)) throw new IllegalArgumentException(
			"A scale is a finite number, not " + scale + ".");
		return scale;
	}

	public Set<AttentionPlace> places() {
		return places;
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

	/** @return entries for a file's metadata */
	public Map<String, String> toMetadata() {
		final Map<String, String> entries = new LinkedHashMap<>();
		entries.put(PLACES, places.stream().map(AttentionPlace::key).collect(
			Collectors.joining(",")));
		entries.put(BOX_OUTPUT, Integer.toString(boxOutput));
		entries.put(CLICK_OUTPUT, Integer.toString(clickOutput));
		entries.put(OFFSET_SCALE, Double.toString(offsetScale));
		entries.put(AMPLITUDE_SCALE, Double.toString(amplitudeScale));
		entries.put(PASSES, Integer.toString(passes));
		return entries;
	}

	/**
	 * @param entries of a file's metadata, others than {@link #toMetadata()}
	 *          makes are ignored; files that say nothing of passes are of the
	 *          time when there was one
	 * @throws StableSamException if one is missing or wrong, naming it
	 */
	public static PluginConfig fromMetadata(final Map<String, String> entries) {
		return STANDARD.withPlaces(parse(entries, PLACES, PluginConfig::places))
			.withOutputs(parse(entries, BOX_OUTPUT, PluginConfig::outputOf), parse(
				entries, CLICK_OUTPUT, PluginConfig::outputOf)).withOffsetScale(parse(
					entries, OFFSET_SCALE, PluginConfig::scale)).withAmplitudeScale(parse(
						entries, AMPLITUDE_SCALE, PluginConfig::scale)).withPasses(entries
							.containsKey(PASSES) ? parse(entries, PASSES, PluginConfig::count)
								: 1);
	}

	private static Set<AttentionPlace> places(final String text) {
		return Arrays.stream(text.split(",")).map(AttentionPlace::of).collect(
			Collectors.toCollection(() -> EnumSet.noneOf(AttentionPlace.class)));
	}

	private static int outputOf(final String text) {
		return output(Integer.parseInt(text));
	}

	private static int count(final String text) {
		return STANDARD.withPasses(Integer.parseInt(text)).passes;
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
