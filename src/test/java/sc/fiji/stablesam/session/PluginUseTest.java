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
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.stablesam.FileNames;
import sc.fiji.stablesam.NeedsModel;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.RealModel;
import sc.fiji.stablesam.StableSamException;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.model.MaskProposals;
import sc.fiji.stablesam.prompt.MaskHint;
import sc.fiji.stablesam.prompt.Prompt;

/** Plugins that were not trained, in the real model. */
@NeedsModel
public class PluginUseTest {

	private static SegmentationModel model;
	private static SegmentationSession session;
	private static List<Prompt> boxes;
	private static List<Prompt> clicks;

	@TempDir
	Path folder;

	@BeforeAll
	public static void open() {
		model = SegmentationModel.load(RealModel.file(), DeviceChoice.CPU,
			Progress.NONE);
		session = model.open(Pictures.picture("nuclei-8bit"), Progress.NONE);
		final List<Mask> truth = Pictures.truth("nuclei-8bit");
		// NB: careless ones, as exact ones are left to the network alone.
		boxes = Prompts.boxes(truth.subList(0, 3)).stream().map(box -> Prompt.of(box
			.box().get().noisy(0.8, () -> 0.9))).collect(Collectors.toList());
		clicks = truth.stream().map(m -> Prompt.of(Prompts.centre(m))).collect(
			Collectors.toList());
	}

	@AfterAll
	public static void close() {
		model.close();
	}

	@Test
	public void pluginIsSwitchedRunByRun() {
		final PluginChoice random = PluginChoice.of(PluginFiles.random(folder
			.resolve(FileNames.of("ein Plügin.safetensors"))));
		final List<Mask> base = segment(PluginChoice.NONE);
		final List<Mask> changed = segment(random);
		assertEquals(base, segment(PluginChoice.NONE));
		assertEquals(changed, segment(random));
		for (int i = 0; i < base.size(); i++) {
			assertNotEquals(base.get(i).quality().predictedIou(), changed.get(i)
				.quality().predictedIou());
			assertFalse(base.get(i).quality().routingWeight().isPresent());
			final double weight = changed.get(i).quality().routingWeight()
				.getAsDouble();
			assertTrue(weight > 0 && weight < 1, "routing weight " + weight);
			assertTrue(changed.get(i).quality().stability().isPresent());
		}
	}

	/** NB: Output 2 is the one of clicks. */
	@Test
	public void aPluginOfTwoPassesTakesPartInTheSecond() {
		final PluginChoice twice = PluginChoice.of(PluginFiles.ofTwoPasses(folder
			.resolve("twice.safetensors")));
		final PluginChoice once = PluginChoice.of(PluginFiles.random(folder.resolve(
			"once.safetensors")));
		int others = 0;
		for (final Prompt click : clicks) {
			final MaskProposals first = session.image().decode(List.of(click), model
				.plugin(twice));
			final MaskProposals second = session.image().decode(List.of(click.with(
				MaskHint.logits(first.logits(0, 2)))), model.plugin(twice));
			final boolean better = second.predictedIou(0, 2) > first.predictedIou(0,
				2);
			final Mask found = answer(click, twice);
			final Mask expected = session.image().masks().mask(better ? second
				: first, 0, 2);
			assertEquals(expected, found.with(expected.quality()));
			assertEquals(expected.quality().predictedIou(), found.quality()
				.predictedIou(), 1e-6);
			if (!found.equals(answer(click, once))) others++;
		}
		assertTrue(others > 0, "as with a plugin that stays out");
	}

	@Test
	void aPluginOfOnePassAnswersAtOnce() {
		final PluginChoice once = PluginChoice.of(PluginFiles.random(folder.resolve(
			"once.safetensors")));
		for (final Prompt click : clicks) {
			final MaskProposals first = session.image().decode(List.of(click), model
				.plugin(once));
			final Mask expected = session.image().masks().mask(first, 0, 2);
			assertEquals(expected, answer(click, once).with(expected.quality()));
		}
	}

	@Test
	public void aPluginOfOtherImagesOnlyTellsWhatAClickMeans() {
		final PluginChoice strange = PluginChoice.of(PluginFiles.ofOtherImages(
			folder.resolve("strange.safetensors")));
		for (final Prompt click : clicks) {
			final Answer expected = likest(session.image().decode(List.of(click),
				model.plugin(strange)), click);
			final Answer found = answering(strange).answer(List.of(click)).get(0);
			assertEquals(expected.mask(), found.mask().with(expected.mask()
				.quality()));
			assertEquals(expected.mask().quality().predictedIou(), found.mask()
				.quality().predictedIou(), 1e-6);
			assertEquals(expected.output(), found.output());
		}
	}

	/** As answers are mostly those without it. */
	@Test
	public void whereAPluginIsHeardLessStabilityIsThatWithoutIt() {
		final PluginChoice strange = PluginChoice.of(PluginFiles.ofOtherImages(
			folder.resolve("strange.safetensors")));
		for (final Prompt box : boxes) {
			final Answer answer = answering(strange).answer(List.of(box)).get(0);
			final double expected = new StabilityScore(session.image(), Optional
				.empty()).of(answer).getAsDouble();
			assertEquals(expected, session.segment(List.of(box), SegmentationOptions
				.defaults().withoutSecondLooks().with(strange), Progress.NONE).get(0)
				.quality().stability().getAsDouble(), 1e-6);
		}
	}

	private static Answering answering(final PluginChoice choice) {
		return new Answering(session.image(), MaskChoice.AUTO, HeardPlugin.in(
			session.image(), model.plugin(choice)));
	}

	/** @return what is most like it without the plugin, seen twice */
	private static Answer likest(final MaskProposals with, final Prompt click) {
		final MaskProposals once = session.image().decode(List.of(click), Optional
			.empty());
		final MaskProposals twice = session.image().decode(List.of(click.with(
			MaskHint.logits(once.logits(0, alike(once, with))))), Optional.empty());
		final int output = alike(twice, with);
		return new Answer(click, output, session.image().masks().mask(twice, 0,
			output), BoxFit.LOOSE);
	}

	private static int alike(final MaskProposals without,
		final MaskProposals with)
	{
		final BitSet mask = inside(with, 2);
		int alike = 0;
		for (int output = 1; output < MaskProposals.OUTPUTS; output++)
			if (iou(mask, inside(without, output)) > iou(mask, inside(without,
				alike))) alike = output;
		return alike;
	}

	private static BitSet inside(final MaskProposals proposals,
		final int output)
	{
		final BitSet inside = new BitSet();
		final float[] logits = proposals.logits(0, output);
		for (int i = 0; i < logits.length; i++)
			inside.set(i, logits[i] > 0);
		return inside;
	}

	private static double iou(final BitSet one, final BitSet other) {
		final BitSet both = (BitSet) one.clone();
		both.and(other);
		final BitSet any = (BitSet) one.clone();
		any.or(other);
		return (double) both.cardinality() / any.cardinality();
	}

	private static Mask answer(final Prompt prompt, final PluginChoice choice) {
		return session.segment(List.of(prompt), SegmentationOptions.defaults()
			.withoutStability().withoutSecondLooks().with(choice), Progress.NONE).get(
				0);
	}

	@Test
	public void pluginIsLoadedOnceAndAgainWhenItsFileChanged()
		throws IOException
	{
		final Path file = PluginFiles.random(folder.resolve("a.safetensors"));
		final PluginChoice choice = PluginChoice.of(file);
		final Object first = model.plugin(choice).get();
		assertSame(first, model.plugin(PluginChoice.of(folder.resolve(".").resolve(
			"a.safetensors"))).get());
		Files.setLastModifiedTime(file, FileTime.fromMillis(0));
		assertFalse(first == model.plugin(choice).get());
		assertEquals(Optional.of("a.safetensors"), model.pluginName(choice));
		assertEquals(Optional.empty(), model.pluginName(PluginChoice.NONE));
	}

	@Test
	public void wrongPluginsAreRefusedByTheirNames() throws IOException {
		final Path other = PluginFiles.ofAnotherModel(folder.resolve(
			"other.safetensors"));
		assertRefused(other, "sam2_hiera_large");
		assertRefused(PluginFiles.misnamed(folder.resolve("names.safetensors")),
			"final");
		assertRefused(RealModel.file(), "no Stable-SAM plugin");
		assertRefused(folder.resolve("missing.safetensors"), "");
		final Path cut = folder.resolve("cut.safetensors");
		final byte[] whole = Files.readAllBytes(PluginFiles.random(folder.resolve(
			"whole.safetensors")));
		Files.write(cut, Arrays.copyOf(whole, whole.length - 1));
		assertRefused(cut, "");
		PluginFiles.random(cut);
		assertEquals(Optional.of("cut.safetensors"), model.pluginName(PluginChoice
			.of(cut)));
	}

	private static void assertRefused(final Path file, final String also) {
		final String message = assertThrows(StableSamException.class, () -> segment(
			PluginChoice.of(file))).getMessage();
		assertTrue(message.contains(file.toString()) && message.contains(also),
			message);
	}

	private static List<Mask> segment(final PluginChoice plugin) {
		return session.segment(boxes, SegmentationOptions.defaults().with(plugin),
			Progress.NONE);
	}
}
