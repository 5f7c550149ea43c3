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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.imglib2.util.Intervals;
import net.imglib2.view.Views;
import sc.fiji.stablesam.NeedsModel;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.RealModel;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Click;
import sc.fiji.stablesam.prompt.MaskHint;
import sc.fiji.stablesam.prompt.Prompt;
import sc.fiji.stablesam.prompt.Refinement;

/** The real model on real pictures. */
@NeedsModel
public class SegmentationSessionTest {

	private static final String NUCLEI = "nuclei-8bit";

	/** Without scores and second looks, which have tests of their own. */
	private static final SegmentationOptions PLAIN = SegmentationOptions
		.defaults().withoutStability().withoutSecondLooks();

	private static SegmentationModel model;
	private static SegmentationSession session;
	private static List<Mask> truth;

	/** Of all kinds, more of some than fit into one batch; and the answers. */
	private static List<Prompt> prompts;
	private static List<Mask> answers;

	@BeforeAll
	public static void open() {
		model = SegmentationModel.load(RealModel.file(), DeviceChoice.CPU,
			Progress.NONE);
		session = model.open(Pictures.picture(NUCLEI), Progress.NONE);
		truth = Pictures.truth(NUCLEI);
		prompts = Prompts.mixed(truth);
		answers = session.segment(prompts, PLAIN, Progress.NONE);
	}

	@AfterAll
	public static void close() {
		model.close();
	}

	@ParameterizedTest
	@CsvSource({ "AUTO,0.9", "SINGLE,0.9", "BEST,0.8" })
	public void boxesFindNuclei(final MaskChoice choice, final double share) {
		final List<Mask> found = session.segment(Prompts.boxes(truth), PLAIN.with(
			choice), Progress.NONE);
		assertFound(found, share);
	}

	@Test
	public void clicksFindNuclei() {
		final List<Prompt> clicks = truth.stream().map(m -> Prompt.of(Prompts
			.centre(m))).collect(Collectors.toList());
		assertFound(session.segment(clicks, PLAIN, Progress.NONE), 0.6);
	}

	@Test
	public void clicksAreAskedAgainWithTheFirstMask() {
		int second = 0;
		for (final Mask nucleus : truth) {
			final Prompt click = Prompt.of(Prompts.centre(nucleus));
			final Mask once = decodedOnce(click);
			final Mask again = decodedOnce(click.with(MaskHint.logits(firstLogits(
				click))));
			final boolean better = again.quality().predictedIou() > once.quality()
				.predictedIou();
			assertEquals(better ? again : once, session.segment(List.of(click), PLAIN
				.with(PluginChoice.NONE), Progress.NONE).get(0));
			if (better) second++;
		}
		assertTrue(second > 0 && second < truth.size(), second + " times");
	}

	private static Mask decodedOnce(final Prompt prompt) {
		return session.image().masks().mask(session.image().decode(List.of(prompt),
			Optional.empty()), 0, 2);
	}

	private static float[] firstLogits(final Prompt click) {
		final float[] logits = session.image().decode(List.of(click), Optional
			.empty()).logits(0, 2);
		for (int i = 0; i < logits.length; i++)
			logits[i] = Math.max(-32, Math.min(32, logits[i]));
		return logits;
	}

	@Test
	public void batchAnswersAsOneByOneInOrder() {
		assertEquals(prompts.size(), answers.size());
		for (int i = 0; i < prompts.size(); i++) {
			final Mask alone = session.segment(prompts.subList(i, i + 1), PLAIN,
				Progress.NONE).get(0);
			assertTrue(alone.iou(answers.get(i)) >= 0.999, prompts.get(i) + ": " +
				alone + " and " + answers.get(i));
			assertEquals(alone.quality().predictedIou(), answers.get(i).quality()
				.predictedIou(), 1e-3f);
		}
	}

	@Test
	public void candidatesStartWithTheAutomaticChoice() {
		for (final Prompt prompt : List.of(Prompts.boxes(truth).get(0), Prompt.of(
			Prompts.centre(truth.get(1)))))
		{
			final List<Candidate> candidates = session.candidates(prompt, PLAIN);
			assertEquals(4, candidates.size());
			assertEquals(session.segment(List.of(prompt), PLAIN, Progress.NONE).get(
				0), candidates.get(0).mask());
		}
	}

	@Test
	public void previewsOfBoxesAreAlmostTheAnswers() {
		// NB: exact boxes are not looked at twice while somebody draws.
		final SegmentationOptions once = PLAIN.with(MaskChoice.SINGLE);
		double sum = 0;
		boolean equal = true;
		for (final Prompt box : Prompts.boxes(truth)) {
			final Candidate answer = session.candidates(box, once).get(0);
			final Candidate preview = session.preview(box, once).get(0);
			assertEquals(answer.mask().quality().predictedIou(), preview.mask()
				.quality().predictedIou(), 0.02f);
			assertTrue(answer.mask().iou(preview.mask()) > 0.95, box.toString());
			sum += answer.mask().iou(preview.mask());
			equal &= answer.mask().equals(preview.mask());
		}
		assertFalse(equal);
		assertTrue(sum / truth.size() > 0.985, "mean IoU " + sum / truth.size());
	}

	/** The part of a picture that is an object and little more. */
	@Test
	public void previewsOfLargeObjectsAreMuchLikeTheAnswers() {
		final Mask nucleus = truth.get(1);
		final RandomAccessibleInterval<ARGBType> part = Views.zeroMin(Views
			.interval(Pictures.picture(NUCLEI), Intervals.expand(nucleus.interval(),
				5)));
		try (SegmentationSession close = model.open(part, Progress.NONE)) {
			final Prompt box = Prompt.of(Box.of(4, 4, nucleus.width() + 2, nucleus
				.height() + 2));
			for (final PluginChoice plugin : List.of(PluginChoice.AUTO,
				PluginChoice.NONE))
			{
				final SegmentationOptions once = PLAIN.with(plugin).with(
					MaskChoice.SINGLE);
				final Mask answer = close.candidates(box, once).get(0).mask();
				final Mask preview = close.preview(box, once).get(0).mask();
				assertTrue(answer.iou(preview) > 0.95, answer + ", " + preview);
				assertTrue(answer.area() > nucleus.area() / 2);
			}
		}
	}

	@Test
	public void previewsOfClicksAreTheAnswers() {
		final Prompt click = Prompt.of(Prompts.centre(truth.get(1)));
		assertEquals(session.candidates(click, PLAIN).get(0).mask(), session
			.preview(click, PLAIN).get(0).mask());
	}

	@Test
	public void aRefinementFeedsTheMeantMaskBack() {
		final Prompt box = Prompts.boxes(truth).get(0);
		final Prompt refined = box.with(Prompts.centre(truth.get(0)));
		final Refinement refinement = Refinement.of(box).choosing(2).with(refined
			.clicks().get(0));
		final Prompt byHand = refined.with(session.candidates(box, PLAIN).get(2)
			.hint());
		assertEquals(session.segment(List.of(byHand), PLAIN, Progress.NONE).get(0),
			session.segment(refinement, PLAIN, Progress.NONE));
		assertEquals(session.candidates(byHand, PLAIN).get(3).mask(), session
			.segment(refinement.choosing(3), PLAIN, Progress.NONE));
		assertThrows(IllegalArgumentException.class, () -> session.segment(
			refinement.choosing(4), PLAIN, Progress.NONE));
	}

	@Test
	public void fourThreadsGetTheAnswersOfOne() throws Exception {
		final ExecutorService threads = Executors.newFixedThreadPool(4);
		try {
			final List<Future<List<Mask>>> found = new ArrayList<>();
			for (int i = 0; i < 4; i++)
				found.add(threads.submit(() -> session.segment(prompts, PLAIN,
					Progress.NONE)));
			for (final Future<List<Mask>> masks : found)
				assertAlike(answers, masks.get());
		}
		finally {
			threads.shutdownNow();
		}
	}

	@Test
	public void sessionsAreOnTheirOwn() {
		final List<Mask> cells = Pictures.truth("histology-rgb");
		final List<Prompt> boxes = Prompts.boxes(cells).subList(0, 1);
		final SegmentationSession other = model.open(Pictures.picture(
			"histology-rgb"), Progress.NONE);
		final Mask found = other.segment(boxes, PLAIN, Progress.NONE).get(0);
		assertTrue(found.iou(cells.get(0)) > 0.7, found.toString());
		assertSessionAnswersAsBefore();
		other.close();
		other.close();
		assertThrows(IllegalStateException.class, () -> other.segment(boxes, PLAIN,
			Progress.NONE));
		assertSessionAnswersAsBefore();
	}

	@Test
	public void emptyImageIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> model.open(ArrayImgs
			.argbs(0, 5), Progress.NONE));
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	public void nativeMemoryStaysFlat() throws IOException {
		segmentPairs(30);
		final long before = ResidentMemory.megabytes();
		segmentPairs(50);
		final long after = ResidentMemory.megabytes();
		assertTrue(after - before < 60, before + " MB, later " + after + " MB");
	}

	private static void segmentPairs(final int count) {
		for (int i = 0; i < count; i++) {
			final int from = i % (prompts.size() - 1);
			session.segment(prompts.subList(from, from + 2), SegmentationOptions
				.defaults(), Progress.NONE);
		}
	}

	@Test
	public void noPromptsNoMasks() {
		assertEquals(Collections.emptyList(), session.segment(List.of(), PLAIN,
			Progress.NONE));
	}

	@Test
	public void wrongPromptIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> session.segment(List.of(
			prompts.get(0), Prompt.of(Click.foreground(-1, 5))), PLAIN,
			Progress.NONE));
		assertThrows(IllegalArgumentException.class, () -> session.candidates(Prompt
			.empty(), PLAIN));
		assertSessionAnswersAsBefore();
	}

	@Test
	public void cancelWhileDecodingLeavesTheSessionUsable() {
		final CancelAt third = new CancelAt(3);
		assertThrows(CancellationException.class, () -> session.segment(prompts,
			PLAIN, third));
		assertEquals(3, third.timesAsked());
		assertSessionAnswersAsBefore();
	}

	@Test
	public void cancelWhileEncodingLeavesTheModelUsable() {
		final CancelAt third = new CancelAt(3);
		assertThrows(CancellationException.class, () -> model.open(Pictures.picture(
			NUCLEI), third));
		assertEquals(3, third.timesAsked());
		assertSessionAnswersAsBefore();
	}

	@Test
	public void progressGoesFromNoneToAll() {
		final List<Double> fractions = new ArrayList<>();
		session.segment(prompts, PLAIN, new Progress() {

			@Override
			public void report(final String task, final double fraction) {
				fractions.add(fraction);
			}

			@Override
			public boolean isCancelled() {
				return false;
			}
		});
		assertTrue(fractions.size() > 3, fractions.toString());
		assertEquals(0, fractions.get(0));
		assertEquals(1, fractions.get(fractions.size() - 1));
		assertEquals(fractions.stream().sorted().collect(Collectors.toList()),
			fractions);
	}

	@ParameterizedTest
	@CsvSource({ "1,1", "1,200" })
	public void thinImagesAreNoError(final int width, final int height) {
		final RandomAccessibleInterval<ARGBType> image = ArrayImgs.argbs(new Random(
			1).ints((long) width * height).toArray(), width, height);
		try (SegmentationSession thin = model.open(image, Progress.NONE)) {
			final List<Prompt> loose = List.of(Prompt.of(Box.of(-3, -3, 9, 9)), Prompt
				.of(Click.foreground(0.5, 0.5)));
			for (final Mask mask : thin.segment(loose, PLAIN.with(MaskChoice.BEST),
				Progress.NONE))
				assertTrue(mask.isEmpty() || mask.minX() >= 0 && mask.minY() >= 0 &&
					mask.width() <= width && mask.height() <= height, mask.toString());
		}
	}

	private static void assertFound(final List<Mask> found, final double share) {
		final List<Double> ious = new ArrayList<>();
		for (int i = 0; i < truth.size(); i++)
			ious.add(truth.get(i).iou(found.get(i)));
		final long good = ious.stream().filter(iou -> iou >= 0.8).count();
		assertTrue(good >= share * truth.size(), ious.toString());
	}

	private static void assertSessionAnswersAsBefore() {
		assertAlike(answers.subList(0, 3), session.segment(prompts.subList(0, 3),
			PLAIN, Progress.NONE));
	}

	private static void assertAlike(final List<Mask> expected,
		final List<Mask> found)
	{
		assertEquals(expected.size(), found.size());
		for (int i = 0; i < expected.size(); i++)
			assertTrue(expected.get(i).iou(found.get(i)) >= 0.999, expected.get(i) +
				" and " + found.get(i));
	}
}
