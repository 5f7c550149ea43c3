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
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.stablesam.NeedsModel;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.RealModel;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Click;
import sc.fiji.stablesam.prompt.Prompt;
import sc.fiji.stablesam.train.DrawnAnswer;
import sc.fiji.stablesam.train.EncodedPicture;
import sc.fiji.stablesam.train.Variant;
import sc.fiji.stablesam.train.VariantAnswer;

/** Each variant gives what the model gives with its options. */
@NeedsModel
public class ModelVariantsTest {

	private static final RandomAccessibleInterval<ARGBType> PICTURE = Pictures
		.picture("nuclei-8bit");
	private static final List<Prompt> PROMPTS = Arrays.asList(Prompt.of(Box.of(29,
		1, 73, 76)), Prompt.of(Click.foreground(65.5, 40.5)), Prompt.of(Box.of(155,
			83, 61, 65)));

	@TempDir
	private static Path folder;
	private static SegmentationModel model;
	private static SegmentationSession session;
	private static PluginChoice plugin;

	@BeforeAll
	static void open() {
		model = SegmentationModel.load(RealModel.file(), DeviceChoice.CPU,
			Progress.NONE);
		session = model.open(PICTURE, Progress.NONE);
		plugin = PluginChoice.of(PluginFiles.random(folder.resolve(
			"random.safetensors")));
	}

	@AfterAll
	static void close() {
		if (model != null) model.close();
	}

	@Test
	public void withAPluginThereAreFour() {
		final ModelVariants variants = ModelVariants.of(model, plugin);
		assertEquals("random.safetensors", variants.plugin());
		assertEquals(Arrays.asList(Variant.values()), variants.variants());

		final List<VariantAnswer> answers = ask(variants);

		assertMasks(PluginChoice.NONE, MaskChoice.SINGLE, Variant.BASE_SINGLE,
			answers);
		assertMasks(PluginChoice.NONE, MaskChoice.BEST, Variant.BASE_BEST, answers);
		assertMasks(plugin, MaskChoice.AUTO, Variant.PLUGIN, answers);
		for (final VariantAnswer answer : answers) {
			assertNotEquals(answer.mask(Variant.BASE_SINGLE), answer.mask(
				Variant.PLUGIN_ONLY));
			final double weight = answer.routingWeight().orElseThrow();
			assertTrue(weight > 0 && weight < 1, "" + weight);
		}
	}

	@Test
	public void withoutOneThereIsNoRouting() {
		final ModelVariants variants = ModelVariants.of(model, PluginChoice.NONE);
		assertEquals("none", variants.plugin());
		assertEquals(Arrays.asList(Variant.BASE_SINGLE, Variant.BASE_BEST,
			Variant.PLUGIN), variants.variants());

		final List<VariantAnswer> answers = ask(variants);

		assertMasks(PluginChoice.NONE, MaskChoice.AUTO, Variant.PLUGIN, answers);
		answers.forEach(a -> assertTrue(a.routingWeight().isEmpty()));
	}

	@Test
	public void whoDrawsGetsWhatTheSessionGivesToThem() {
		try (EncodedPicture picture = ModelVariants.of(model, plugin).encode(
			PICTURE, Progress.NONE))
		{
			for (final Prompt prompt : PROMPTS) {
				final DrawnAnswer first = picture.draw(prompt, Variant.PLUGIN);
				assertEquals(drawn(prompt).mask(), first.mask());
				final Prompt corrected = prompt.with(Click.background(5.5, 9.5)).with(
					first.hint());
				assertEquals(drawn(corrected).mask(), picture.draw(corrected,
					Variant.PLUGIN).mask());
			}
		}
	}

	private static Candidate drawn(final Prompt prompt) {
		return session.candidates(prompt, SegmentationOptions.defaults().with(
			plugin)).get(0);
	}

	@Test
	public void whatIsOneOutputIsDrawnAsItIsAnswered() {
		final ModelVariants variants = ModelVariants.of(model, plugin);
		final List<VariantAnswer> answers = ask(variants);
		try (EncodedPicture picture = variants.encode(PICTURE, Progress.NONE)) {
			for (int i = 0; i < PROMPTS.size(); i++)
				for (final Variant variant : List.of(Variant.BASE_SINGLE,
					Variant.BASE_BEST, Variant.PLUGIN_ONLY))
					assertTrue(answers.get(i).mask(variant).iou(picture.draw(PROMPTS.get(
						i), variant).mask()) > 0.99, variant + " " + i);
		}
	}

	@Test
	public void noPluginDrawsNothing() {
		try (EncodedPicture picture = ModelVariants.of(model, PluginChoice.NONE)
			.encode(PICTURE, Progress.NONE))
		{
			assertThrows(IllegalArgumentException.class, () -> picture.draw(PROMPTS
				.get(0), Variant.PLUGIN_ONLY));
		}
	}

	private static List<VariantAnswer> ask(final ModelVariants variants) {
		try (EncodedPicture picture = variants.encode(PICTURE, Progress.NONE)) {
			return picture.segment(PROMPTS, Progress.NONE);
		}
	}

	private static void assertMasks(final PluginChoice with,
		final MaskChoice choice, final Variant variant,
		final List<VariantAnswer> answers)
	{
		final List<Mask> masks = session.segment(PROMPTS, SegmentationOptions
			.defaults().with(with).with(choice).withoutStability(), Progress.NONE);
		for (int i = 0; i < masks.size(); i++)
			assertEquals(masks.get(i), answers.get(i).mask(variant));
	}
}
