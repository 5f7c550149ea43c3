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

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.RealModel;
import sc.fiji.stablesam.image.ImageFrame;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.model.MaskProposals;
import sc.fiji.stablesam.prompt.Click;
import sc.fiji.stablesam.prompt.Prompt;

/** With the plugin that comes with the program. */
class ExactBoxesTest {

	private static final String NUCLEI = "nuclei-8bit";

	/** Of boxes that are of every fit. */
	private static final double NOISE = 0.1;

	private static SegmentationModel model;
	private static SegmentationSession session;
	private static List<Prompt> boxes;

	@BeforeAll
	static void open() {
		model = SegmentationModel.load(RealModel.file(), DeviceChoice.CPU,
			Progress.NONE);
		session = model.open(Pictures.picture(NUCLEI), Progress.NONE);
		final Random random = new Random(3);
		boxes = new ArrayList<>(Prompts.boxes(Pictures.truth(NUCLEI)));
		boxes.replaceAll(prompt -> Prompt.of(prompt.box().get().noisy(random
			.nextBoolean() ? NOISE : 0, random::nextDouble)));
	}

	@AfterAll
	static void close() {
		model.close();
	}

	@ParameterizedTest
	@ValueSource(doubles = { 1, 0 })
	void theBetterABoxFitsTheLessThePluginIsHeard(final double likeness) {
		final List<Answer> stable = answering(PluginChoice.AUTO).answer(boxes);
		final List<Answer> plain = answering(PluginChoice.NONE).answer(boxes);
		final List<Answer> heard = answering(PluginChoice.AUTO, likeness)
			.leavingExactBoxes().answer(boxes);
		final Map<BoxFit, Integer> fits = new EnumMap<>(BoxFit.class);
		for (int i = 0; i < boxes.size(); i++) {
			final Mask with = stable.get(i).mask();
			final Mask without = plain.get(i).mask();
			final BoxFit fit = fit(boxes.get(i), with, without);
			final Mask answer = heard.get(i).mask();
			final double share = likeness == 1 ? 1 : SharedBoxesTest.share(boxes.get(
				i), with, without);
			assertEquals(expected(fit, share, with, without), answer.quality()
				.predictedIou(), 1e-4, fit + " box");
			assertTrue(answer.iou(with) >= with.iou(without) - 1e-3 && answer.iou(
				without) >= with.iou(without) - 1e-3, "neither, nor between");
			assertEquals(fit, heard.get(i).fit());
			assertEquals(fit == BoxFit.EXACT, answer.quality().routingWeight()
				.getAsDouble() == 0);
			assertEquals(stable.get(i).output(), heard.get(i).output());
			fits.merge(fit, 1, Integer::sum);
		}
		assertEquals(BoxFit.values().length, fits.size(), fits.toString());
	}

	private static BoxFit fit(final Prompt prompt, final Mask with,
		final Mask without)
	{
		return BoxFit.mayBeClose(prompt.box().get(), with) ? BoxFit.of(prompt.box()
			.get(), without, with, pixel()) : BoxFit.LOOSE;
	}

	/** NB: The picture is stretched to a square. */
	private static double pixel() {
		final ImageFrame frame = session.image().frame();
		return Math.sqrt(frame.width() * frame.height()) / MaskProposals.SIDE;
	}

	private static double expected(final BoxFit fit, final double share,
		final Mask with, final Mask without)
	{
		final double stable = with.quality().predictedIou();
		final double plain = without.quality().predictedIou();
		if (fit == BoxFit.EXACT) return plain;
		final double heard = fit == BoxFit.CLOSE ? share / 2 : share;
		return heard * stable + (1 - heard) * plain;
	}

	/** A click says more than that a box is there. */
	@Test
	void aBoxWithAClickIsAnsweredWithThePlugin() {
		final List<Prompt> clicked = new ArrayList<>(boxes);
		clicked.replaceAll(prompt -> prompt.with(Click.foreground(prompt.box().get()
			.minX() + prompt.box().get().width() / 2, prompt.box().get().minY() +
				prompt.box().get().height() / 2)));
		final List<Answer> stable = answering(PluginChoice.AUTO).answer(clicked);
		final List<Answer> heard = leaving().answer(clicked);
		for (int i = 0; i < clicked.size(); i++)
			assertEquals(1, stable.get(i).mask().iou(heard.get(i).mask()), 1e-6);
	}

	private static Answering leaving() {
		return answering(PluginChoice.AUTO).leavingExactBoxes();
	}

	private static Answering answering(final PluginChoice choice) {
		return answering(choice, 1);
	}

	private static Answering answering(final PluginChoice choice,
		final double likeness)
	{
		return new Answering(session.image(), MaskChoice.AUTO, HeardPlugin.of(
			session.image().plugin(choice), likeness));
	}
}
