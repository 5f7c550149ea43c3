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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;

import sc.fiji.stablesam.NeedsModel;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.RealModel;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.model.StabilityPlugin;
import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Click;
import sc.fiji.stablesam.prompt.Prompt;

@NeedsModel
class HeardPluginTest {

	private static SegmentationModel model;

	@TempDir
	Path folder;

	@BeforeAll
	static void load() {
		model = SegmentationModel.load(RealModel.file(), DeviceChoice.CPU,
			Progress.NONE);
	}

	@AfterAll
	static void close() {
		model.close();
	}

	@ParameterizedTest
	@CsvSource({ "0, 1, 1, 1", "0.95, 1, 1, 1", "1.025, 0.625, 0.8125, 0.5",
		"1.1, 0.25, 0.625, 0", "9, 0.25, 0.625, 0" })
	void theFartherAnImageIsTheLessIsHeard(final double distance,
		final double boxes, final double doubtful, final double outlines)
	{
		final HeardPlugin heard = HeardPlugin.of(Optional.empty(), HeardPlugin
			.familiarity(distance));
		assertEquals(boxes, heard.boxes(0.9), 1e-9);
		assertEquals(boxes, heard.boxes(0.8), 1e-9);
		assertEquals(doubtful, heard.boxes(0.7), 1e-9);
		assertEquals(1, heard.boxes(0.6), 1e-9);
		assertEquals(1, heard.boxes(0), 1e-9);
		assertEquals(outlines, heard.outlines(), 1e-9);
		assertEquals(boxes == 1, heard.isAllHeard());
	}

	@ParameterizedTest
	@ValueSource(strings = { "nuclei-8bit", "histology-rgb" })
	void thePluginThatComesWithTheProgramKnowsItsKinds(final String picture) {
		try (SegmentationSession session = model.open(Pictures.picture(picture),
			Progress.NONE))
		{
			assertTrue(in(session, PluginChoice.AUTO).isAllHeard());
		}
	}

	@Test
	void ofWhatItHasNeverSeenItKnowsLittle() {
		final Img<ARGBType> noise = ArrayImgs.argbs(96, 64);
		final Random random = new Random(1);
		noise.forEach(pixel -> pixel.set(0xff000000 | random.nextInt(1 << 24)));
		try (SegmentationSession session = model.open(noise, Progress.NONE)) {
			final HeardPlugin heard = in(session, PluginChoice.AUTO);
			assertEquals(0.25, heard.boxes(1));
			assertEquals(0, heard.outlines());
			assertFalse(heard.isAllHeard());
			assertTrue(heard.plugin().isPresent());
			assertFalse(heard.mostly(Prompt.of(Click.foreground(1, 1))).isPresent());
			assertTrue(in(session, PluginChoice.NONE).isAllHeard());
			assertTrue(in(session, PluginChoice.of(PluginFiles.random(folder.resolve(
				"a.safetensors")))).isAllHeard());
		}
	}

	@Test
	void everyMaskTellsHowFamiliarItsImageIs() {
		try (SegmentationSession session = model.open(Pictures.picture(
			"nuclei-8bit"), Progress.NONE))
		{
			final PluginChoice strange = PluginChoice.of(PluginFiles.ofOtherImages(
				folder.resolve("strange.safetensors")));
			final PluginChoice mute = PluginChoice.of(PluginFiles.random(folder
				.resolve("a.safetensors")));
			final List<Mask> nuclei = Pictures.truth("nuclei-8bit");
			final List<Prompt> prompts = new ArrayList<>(Prompts.boxes(nuclei));
			prompts.addAll(prompts(nuclei.get(0)));
			assertFamiliarity(OptionalDouble.of(1), session, PluginChoice.AUTO,
				prompts);
			assertFamiliarity(OptionalDouble.of(0), session, strange, prompts);
			assertFamiliarity(OptionalDouble.empty(), session, mute, prompts);
			assertFamiliarity(OptionalDouble.empty(), session, PluginChoice.NONE,
				prompts);
		}
	}

	private static void assertFamiliarity(final OptionalDouble expected,
		final SegmentationSession session, final PluginChoice plugin,
		final List<Prompt> prompts)
	{
		final SegmentationOptions options = SegmentationOptions.defaults().with(
			plugin);
		for (final Mask mask : session.segment(prompts, options, Progress.NONE))
			assertEquals(expected, mask.quality().familiarity());
		for (final Prompt prompt : prompts.subList(0, 4))
			for (final Candidate candidate : session.candidates(prompt, options))
				assertEquals(expected, candidate.mask().quality().familiarity());
		assertEquals(expected, session.preview(prompts.get(0), options).get(0)
			.mask().quality().familiarity());
	}

	private static HeardPlugin in(final SegmentationSession session,
		final PluginChoice choice)
	{
		return HeardPlugin.in(session.image(), session.image().plugin(choice));
	}

	@Test
	void whereItIsLessHeardAnswersAreLikerThoseWithoutIt() {
		try (SegmentationSession session = model.open(Pictures.picture(
			"nuclei-8bit"), Progress.NONE))
		{
			final Optional<StabilityPlugin> plugin = session.image().plugin(
				PluginChoice.AUTO);
			int differing = 0;
			for (final Mask nucleus : Pictures.truth("nuclei-8bit").subList(0, 6))
				for (final Prompt prompt : prompts(nucleus)) {
					final double with = predictedIou(session, HeardPlugin.of(plugin, 1),
						prompt);
					final HeardPlugin strange = HeardPlugin.of(plugin, 0);
					final double less = predictedIou(session, strange, prompt);
					final double half = predictedIou(session, HeardPlugin.of(plugin, 0.5),
						prompt);
					assertEquals((with + less) / 2, half, 1e-5);
					if (Math.abs(with - less) > 1e-4) differing++;
				}
			// NB: where what is found differs much, all of it is heard anywhere.
			assertTrue(differing > 9, differing + " of 12");
		}
	}

	/** @return a slightly careless box, and a click */
	private static List<Prompt> prompts(final Mask mask) {
		return List.of(Prompt.of(Box.of(mask.minX() - 0.1 * mask.width(), mask
			.minY() - 0.1 * mask.height(), 1.2 * mask.width(), 1.2 * mask.height())
			.clippedTo(Box.of(0, 0, 10_000, 10_000)).get()), Prompt.of(Click
				.foreground(Prompts.centre(mask).x(), Prompts.centre(mask).y())));
	}

	private static double predictedIou(final SegmentationSession session,
		final HeardPlugin heard, final Prompt prompt)
	{
		return mask(session, heard, prompt).quality().predictedIou();
	}

	private static Mask mask(final SegmentationSession session,
		final HeardPlugin heard, final Prompt prompt)
	{
		return new Answering(session.image(), MaskChoice.AUTO, heard).answer(List
			.of(prompt)).get(0).mask();
	}
}
