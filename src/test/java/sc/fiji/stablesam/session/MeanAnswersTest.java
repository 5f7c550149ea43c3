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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;
import sc.fiji.stablesam.NeedsModel;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.RealModel;
import sc.fiji.stablesam.image.ImageFrame;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Click;
import sc.fiji.stablesam.prompt.Prompt;

/** Clicks on real nuclei, and on the same ones in the turned picture. */
@NeedsModel
class MeanAnswersTest {

	private static final String NUCLEI = "nuclei-8bit";

	/** Of nuclei that are looked at. */
	private static final int NUMBER = 14;

	private static final SegmentationOptions TWICE = SegmentationOptions
		.defaults().withoutStability();
	private static final SegmentationOptions ONCE = TWICE.withoutSecondLooks();

	private static SegmentationModel model;
	private static SegmentationSession session;
	private static SegmentationSession turned;
	private static HalfTurn turn;
	/** Near the edges of nuclei, of which the network is not sure. */
	private static List<Prompt> unsure;

	@BeforeAll
	static void open() {
		model = SegmentationModel.load(RealModel.file(), DeviceChoice.CPU,
			Progress.NONE);
		final RandomAccessibleInterval<ARGBType> picture = Pictures.picture(NUCLEI);
		session = model.open(picture, Progress.NONE);
		turned = model.open(HalfTurn.of(picture), Progress.NONE);
		turn = new HalfTurn(session.image().frame());
		unsure = Pictures.truth(NUCLEI).stream().limit(NUMBER).map(
			MeanAnswersTest::edge).filter(MeanAnswersTest::isUnsure).collect(
				Collectors.toList());
	}

	private static boolean isUnsure(final Prompt prompt) {
		return session.segment(List.of(prompt), ONCE, Progress.NONE).get(0)
			.quality().predictedIou() < 0.95;
	}

	private static Prompt edge(final Mask nucleus) {
		final int y = nucleus.minY() + nucleus.height() / 2;
		int x = nucleus.minX();
		while (!nucleus.contains(x, y))
			x++;
		return Prompt.of(Click.foreground(x + 1.5, y + 0.5));
	}

	@AfterAll
	static void close() {
		model.close();
	}

	@Test
	void whatIsFoundIsTheSameInTheTurnedImage() {
		assertTrue(unsure.size() >= 3, unsure.size() + " clicks");
		final double once = agreement(ONCE);
		final double twice = agreement(TWICE);
		assertTrue(twice > 0.98 && twice > once, "once " + once + ", twice " +
			twice);
	}

	/** @return mean IoU of the answers in both pictures */
	private static double agreement(final SegmentationOptions options) {
		final List<Mask> here = session.segment(unsure, options, Progress.NONE);
		final List<Mask> there = turned.segment(unsure.stream().map(turn::of)
			.collect(Collectors.toList()), options, Progress.NONE);
		double sum = 0;
		for (int i = 0; i < here.size(); i++)
			sum += here.get(i).iou(back(there.get(i)));
		return sum / here.size();
	}

	private static Mask back(final Mask mask) {
		final ImageFrame frame = session.image().frame();
		return Mask.of(Views.translate(HalfTurn.of(mask.interval()), frame.width() -
			mask.minX() - mask.width(), frame.height() - mask.minY() - mask.height()),
			mask.quality());
	}

	@Test
	void aCloseUpCountsAsMuchAsTheWhole() {
		final List<Prompt> prompt = unsure.subList(0, 1);
		final HeardPlugin plugin = plugin();
		final MeanAnswers means = means(plugin);
		try (EncodedImage part = part(prompt.get(0), 200)) {
			final Mask near = new Answering(part, MaskChoice.AUTO, plugin).answer(
				prompt).get(0).mask();
			final Mask far = means.answer(prompt).get(0).mask();
			final Mask both = means.answer(prompt, part).get(0).mask();
			assertEquals((near.quality().predictedIou() + far.quality()
				.predictedIou()) / 2, both.quality().predictedIou(), 1e-5);
			assertTrue(both.iou(near) > near.iou(far) && both.iou(near) < 1, near.iou(
				far) + " and " + both.iou(near));
		}
	}

	/** NB: In this picture, and in parts of it, all of the plugin is heard. */
	@Test
	void otherViewsHearThePluginAsMuchAsTheImage() {
		final HeardPlugin less = HeardPlugin.of(plugin().plugin(), 0);
		final MeanAnswers means = new MeanAnswers(session.image(), session
			.secondLooks().turned(), TWICE, less, Progress.NONE);
		int others = 0;
		for (final Prompt prompt : unsure)
			try (EncodedImage part = part(prompt, 200)) {
				final float far = (predictedIou(in(session.image(), less), prompt) +
					predictedIou(in(turned.image(), less), turn.of(prompt))) / 2;
				assertEquals(far, predictedIou(means.answer(List.of(prompt))), 1e-5);
				assertEquals((far + predictedIou(in(part, less).partOf(session.image()
					.frame()), prompt)) / 2, predictedIou(means.answer(List.of(prompt),
						part)), 1e-5);
				if (Math.abs(predictedIou(in(turned.image(), plugin()), turn.of(
					prompt)) - predictedIou(in(turned.image(), less), turn.of(
						prompt))) > 1e-3) others++;
			}
		assertTrue(others > 0, "the same with all of it");
	}

	private static Answering in(final EncodedImage view,
		final HeardPlugin plugin)
	{
		return new Answering(view, MaskChoice.AUTO, plugin);
	}

	/** In so small a part nuclei cover more than a tenth. */
	@Test
	void whatIsLargeInACloseUpIsNotLarge() {
		final MeanAnswers means = means(HeardPlugin.of(Optional.empty(), 1));
		int others = 0;
		for (final Prompt prompt : unsure)
			try (EncodedImage part = part(prompt, 100)) {
				final Answering whole = in(part, HeardPlugin.of(Optional.empty(), 1));
				final float expected = predictedIou(whole.partOf(session.image()
					.frame()), prompt);
				assertEquals((expected + means.answer(List.of(prompt)).get(0).mask()
					.quality().predictedIou()) / 2, means.answer(List.of(prompt), part)
						.get(0).mask().quality().predictedIou(), 1e-5);
				if (predictedIou(whole, prompt) != expected) others++;
			}
		assertTrue(others > 0, "the same as of a whole image");
	}

	/** As it is in the first answer, which this one takes the place of. */
	@Test
	void boxesThatFitAreAnsweredWithLessOfThePlugin() {
		final HeardPlugin plugin = plugin();
		final Answering stable = new Answering(session.image(), MaskChoice.AUTO,
			plugin);
		int others = 0;
		for (final Prompt box : Prompts.boxes(Pictures.truth(NUCLEI))) {
			final float expected = predictedIou(stable.leavingExactBoxes(), box);
			assertEquals(expected, means(plugin).answer(List.of(box)).get(0).mask()
				.quality().predictedIou(), 1e-5);
			if (Math.abs(predictedIou(stable, box) - expected) > 1e-3) others++;
		}
		assertTrue(others > 0, "the same as with the plugin");
	}

	private static float predictedIou(final Answering answering,
		final Prompt prompt)
	{
		return predictedIou(answering.answer(List.of(prompt)));
	}

	private static float predictedIou(final List<Answer> answers) {
		return answers.get(0).mask().quality().predictedIou();
	}

	private static HeardPlugin plugin() {
		return HeardPlugin.in(session.image(), session.image().plugin(
			PluginChoice.AUTO));
	}

	private static MeanAnswers means(final HeardPlugin plugin) {
		return new MeanAnswers(session.image(), session.secondLooks().turned(),
			TWICE.withoutHalfTurn(), plugin, Progress.NONE);
	}

	/** @return a square part round a click; to be closed */
	private static EncodedImage part(final Prompt prompt, final int side) {
		final Click click = prompt.clicks().get(0);
		final ImageFrame whole = session.image().frame();
		return model.encode(Pictures.picture(NUCLEI), whole.part(first(click.x(),
			side, whole.width()), first(click.y(), side, whole.height()), side, side),
			Progress.NONE);
	}

	private static long first(final double centre, final int side,
		final long all)
	{
		return Math.max(0, Math.min(all - side, (long) centre - side / 2));
	}

	@Test
	void boxesAreAnsweredWithThePlugin() {
		final Mask nucleus = Pictures.truth(NUCLEI).get(0);
		final Prompt loose = Prompt.of(Box.of(nucleus.minX() - 8, nucleus.minY() -
			8, nucleus.width() + 8, nucleus.height() + 8));
		final Mask expected = session.image().masks().mask(session.image().decode(
			List.of(loose), session.image().plugin(PluginChoice.AUTO)), 0, 0);
		assertEquals(expected.with(expected.quality().withFamiliarity(OptionalDouble
			.of(1))), session.segment(List.of(loose), ONCE, Progress.NONE).get(0));
	}

	@Test
	void sureAnswersStayAsTheyAre() {
		final List<Prompt> sure = Prompts.boxes(Pictures.truth(NUCLEI)).stream()
			.limit(NUMBER).filter(box -> !isUnsure(box)).collect(Collectors.toList());
		assertTrue(sure.size() >= 3, sure.size() + " boxes");
		try (SegmentationSession fresh = model.open(Pictures.picture(NUCLEI),
			Progress.NONE))
		{
			final long bytes = fresh.bytes();
			assertEquals(fresh.segment(sure, ONCE, Progress.NONE), fresh.segment(sure,
				TWICE, Progress.NONE));
			assertEquals(bytes, fresh.bytes());
		}
	}

	@Test
	void cancelledBeforeTheTurnedImage() {
		final CancelAt never = new CancelAt(Integer.MAX_VALUE);
		final List<Mask> found;
		try (SegmentationSession fresh = model.open(Pictures.picture(NUCLEI),
			Progress.NONE))
		{
			found = fresh.segment(unsure, TWICE, never);
		}
		try (SegmentationSession fresh = model.open(Pictures.picture(NUCLEI),
			Progress.NONE))
		{
			final long bytes = fresh.bytes();
			assertThrows(CancellationException.class, () -> fresh.segment(unsure,
				TWICE, new CancelAt(never.timesAsked() * 2 / 3)));
			assertEquals(found, fresh.segment(unsure, TWICE, Progress.NONE));
			assertTrue(fresh.bytes() > 1.5 * bytes, fresh.bytes() + " and " + bytes);
		}
	}
}
