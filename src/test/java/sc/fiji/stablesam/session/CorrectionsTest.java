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

package sc.fiji.stablesam.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.stablesam.NeedsModel;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.RealModel;
import sc.fiji.stablesam.model.MaskProposals;
import sc.fiji.stablesam.model.StabilityPlugin;
import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Click;
import sc.fiji.stablesam.prompt.Prompt;

/** Prompts that say more than a box or clicks. */
@NeedsModel
class CorrectionsTest {

	private static final String NUCLEI = "nuclei-8bit";

	private static SegmentationModel model;
	private static SegmentationSession session;
	/** A careless box and a click, of some nuclei. */
	private static List<Prompt> clicked;

	@TempDir
	Path folder;

	@BeforeAll
	static void open() {
		model = SegmentationModel.load(RealModel.file(), DeviceChoice.CPU,
			Progress.NONE);
		session = model.open(Pictures.picture(NUCLEI), Progress.NONE);
		clicked = Pictures.truth(NUCLEI).stream().skip(3).limit(5).map(
			nucleus -> Prompt.of(Prompts.centre(nucleus)).with(Box.of(nucleus.minX() -
				9, nucleus.minY() - 5, nucleus.width() + 5, nucleus.height() + 14)))
			.collect(Collectors.toList());
	}

	@AfterAll
	static void close() {
		model.close();
	}

	@ParameterizedTest
	@ValueSource(doubles = { 0, 0.5, 1 })
	void correctingClicksHearAHalfOfThePluginAtMost(final double familiarity) {
		final Optional<StabilityPlugin> plugin = session.image().plugin(
			PluginChoice.AUTO);
		final HeardPlugin heard = HeardPlugin.of(plugin, familiarity);
		assertTellable(corrections(), plugin);
		for (final Prompt ofBox : corrections()) {
			assertEquals(mean(ofBox, plugin, 0.25 + 0.25 * familiarity), predictedIou(
				ofBox, heard), 1e-5);
			final Prompt ofClicks = ofClicks(ofBox);
			assertEquals(mean(ofClicks, plugin, 0.5 * familiarity), predictedIou(
				ofClicks, heard), 1e-5);
		}
	}

	/** @return the same without the box */
	private static Prompt ofClicks(final Prompt prompt) {
		Prompt clicks = Prompt.empty().with(prompt.hint().get());
		for (final Click click : prompt.clicks())
			clicks = clicks.with(click);
		return clicks;
	}

	@Test
	void theirStabilityIsThatOfWhatTheyAreMostlyAnsweredWith() {
		final PluginChoice strange = PluginChoice.of(PluginFiles.ofOtherImages(
			folder.resolve("strange.safetensors")));
		for (final Prompt correction : corrections()) {
			assertEquals(stability(correction, PluginChoice.AUTO, PluginChoice.AUTO),
				stability(correction, PluginChoice.AUTO), 1e-6);
			assertEquals(stability(correction, strange, PluginChoice.NONE), stability(
				correction, strange), 1e-6);
		}
	}

	/** @return as it is scored with or without the plugin */
	private static double stability(final Prompt prompt,
		final PluginChoice answered, final PluginChoice scored)
	{
		final Answer answer = new Answering(session.image(), MaskChoice.AUTO,
			HeardPlugin.in(session.image(), session.image().plugin(answered))).answer(
				List.of(prompt)).get(0);
		return new StabilityScore(session.image(), session.image().plugin(scored))
			.of(answer).getAsDouble();
	}

	/** @return as it is scored in the program */
	private static double stability(final Prompt prompt,
		final PluginChoice plugin)
	{
		return session.segment(List.of(prompt), SegmentationOptions.defaults().with(
			plugin).withoutSecondLooks(), Progress.NONE).get(0).quality().stability()
			.getAsDouble();
	}

	@ParameterizedTest
	@CsvSource({ "1, true", "0.99, false", "0, false" })
	void onlyInKnownImagesTheyAreMostlyAnsweredWithThePlugin(
		final double familiarity, final boolean isMostly)
	{
		final HeardPlugin heard = HeardPlugin.of(session.image().plugin(
			PluginChoice.AUTO), familiarity);
		for (final Prompt correction : corrections())
			assertEquals(isMostly, heard.mostly(correction).isPresent());
	}

	@Test
	void whatHasLearntFromMasksIsAllHeard() {
		final HeardPlugin twice = HeardPlugin.in(session.image(), session.image()
			.plugin(PluginChoice.of(PluginFiles.ofTwoPasses(folder.resolve(
				"twice.safetensors")))));
		assertTellable(corrections(), twice.plugin());
		for (final Prompt correction : corrections())
			assertEquals(mean(correction, twice.plugin(), 1), predictedIou(correction,
				twice), 1e-5);
	}

	@Test
	void aBoxWithAClickHearsThePluginAsABoxDoes() {
		final Optional<StabilityPlugin> plugin = session.image().plugin(
			PluginChoice.AUTO);
		assertTellable(clicked, plugin);
		for (final Prompt prompt : clicked) {
			assertEquals(mean(prompt, plugin, 1), predictedIou(prompt, HeardPlugin.of(
				plugin, 1)), 1e-5);
			final double overlap = found(prompt, plugin).overlap(found(prompt,
				Optional.empty()));
			assertEquals(mean(prompt, plugin, SharedBoxesTest.share(overlap)),
				predictedIou(prompt, HeardPlugin.of(plugin, 0)), 1e-5);
		}
	}

	/** Otherwise any share of the plugin would do. */
	private static void assertTellable(final List<Prompt> prompts,
		final Optional<StabilityPlugin> plugin)
	{
		assertTrue(prompts.stream().anyMatch(prompt -> Math.abs(mean(prompt, plugin,
			1) - mean(prompt, plugin, 0)) > 1e-3));
	}

	/** @return the same, clicked once more with the mask that was found */
	private static List<Prompt> corrections() {
		return clicked.stream().map(prompt -> prompt.with(background(prompt.box()
			.get())).with(session.candidates(prompt, SegmentationOptions.defaults())
				.get(0).hint())).collect(Collectors.toList());
	}

	/** @return in the corner that is farthest from the nucleus */
	private static Click background(final Box box) {
		return Click.background(box.minX() + 1, box.minY() + box.height() - 1);
	}

	/** @return of what is found with and without the plugin */
	private static double mean(final Prompt prompt,
		final Optional<StabilityPlugin> plugin, final double share)
	{
		final double with = predictedIou(session.image().decode(List.of(prompt),
			plugin), prompt);
		final double without = predictedIou(session.image().decode(List.of(prompt),
			Optional.empty()), prompt);
		return share * with + (1 - share) * without;
	}

	private static double predictedIou(final MaskProposals found,
		final Prompt prompt)
	{
		return found.predictedIou(0, MaskSelection.of(MaskChoice.AUTO).choose(found,
			0, prompt));
	}

	private static Candidate found(final Prompt prompt,
		final Optional<StabilityPlugin> plugin)
	{
		return new Answering(session.image(), MaskChoice.AUTO, HeardPlugin.of(
			plugin, 1)).found(List.of(prompt)).get(0);
	}

	private static double predictedIou(final Prompt prompt,
		final HeardPlugin heard)
	{
		return new Answering(session.image(), MaskChoice.AUTO, heard).answer(List
			.of(prompt)).get(0).mask().quality().predictedIou();
	}
}
