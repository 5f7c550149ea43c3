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

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import sc.fiji.stablesam.NeedsModel;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.RealModel;
import sc.fiji.stablesam.image.ImageFrame;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.model.MaskProposals;
import sc.fiji.stablesam.model.Samples;
import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Click;
import sc.fiji.stablesam.prompt.MaskHint;
import sc.fiji.stablesam.prompt.Prompt;
import sc.fiji.stablesam.train.MaskStability;

/** The real model on real pictures. */
@NeedsModel
public class StabilityScoreTest {

	private static final String TISSUE = "histology-rgb";
	private static final SegmentationOptions SCORED = SegmentationOptions
		.defaults();
	private static final SegmentationOptions PLAIN = SCORED.withoutStability();

	private static SegmentationModel model;
	private static SegmentationSession session;
	private static List<Mask> truth;

	@BeforeAll
	public static void open() {
		model = SegmentationModel.load(RealModel.file(), DeviceChoice.CPU,
			Progress.NONE);
		session = model.open(Pictures.picture(TISSUE), Progress.NONE);
		truth = Pictures.truth(TISSUE);
	}

	@AfterAll
	public static void close() {
		model.close();
	}

	@Test
	public void agreementIsTheMeanIouWithTheUnion() {
		assertEquals((2 / 4.0 + 3 / 4.0) / 2, StabilityScore.agreement(Samples.of(
			new float[] { 1, 2, -1, -3, 0 }, new float[] { -1, 5, 0.1f, 9, 0 }), 0,
			2));
		assertEquals(1, StabilityScore.agreement(Samples.of(new float[] { 1, -1 },
			new float[] { 2, -2 }), 0, 2));
		assertEquals(1, StabilityScore.agreement(Samples.of(new float[] { 0, -1 },
			new float[] { -2, -2 }), 0, 2));
		assertEquals(1, StabilityScore.agreement(Samples.of(new float[] { 1, 1 },
			new float[] { 2, -2 }), 1, 2));
		assertEquals(0.5, StabilityScore.agreement(Samples.of(new float[] { 0, -1 },
			new float[] { -2, 2 }), 0, 2));
	}

	/**
	 * Clicks, which always get the same output of the decoder. NB: What lies far
	 * from the answer does not count in the score.
	 */
	@Test
	public void scoreIsThatOfTheMasksOfTheCopies() {
		final List<Prompt> clicks = truth.stream().map(m -> Prompt.of(Prompts
			.centre(m))).collect(Collectors.toList());
		final List<Mask> found = session.segment(clicks, SCORED
			.withoutSecondLooks(), Progress.NONE);
		double off = 0;
		for (int i = 0; i < clicks.size(); i++) {
			final List<Prompt> copies = new PromptJitter(found.get(i), ImageFrame
				.stretched(320, 256, 1024)).copies(clicks.get(i),
					StabilityScore.COPIES);
			final double full = MaskStability.of(decodedOnce(copies));
			final double score = found.get(i).quality().stability().getAsDouble();
			assertEquals(full, score, 0.2, clicks.get(i).toString());
			off += Math.abs(full - score) / clicks.size();
		}
		assertTrue(off < 0.03, "off by " + off);
	}

	private static List<Mask> decodedOnce(final List<Prompt> clicks) {
		final EncodedImage image = session.image();
		final MaskProposals proposals = image.decode(clicks, image.plugin(SCORED
			.plugin()));
		return IntStream.range(0, clicks.size()).mapToObj(i -> image.masks().mask(
			proposals, i, MaskSelection.of(MaskChoice.AUTO).choose(proposals, i,
				clicks.get(i)))).collect(Collectors.toList());
	}

	@Test
	public void scoringChangesNoMask() {
		final List<Prompt> prompts = new ArrayList<>(Prompts.boxes(truth).subList(0,
			3));
		prompts.add(Prompt.of(Prompts.centre(truth.get(1)), Click.background(5,
			200)));
		prompts.add(prompts.get(1).with(MaskHint.drawn(truth.get(1).interval())));
		prompts.add(Prompt.empty().with(MaskHint.drawn(truth.get(2).interval())));
		final List<Mask> plain = session.segment(prompts, PLAIN, Progress.NONE);
		final List<Mask> scored = session.segment(prompts, SCORED, Progress.NONE);
		for (int i = 0; i < plain.size(); i++) {
			assertFalse(plain.get(i).quality().stability().isPresent());
			final OptionalDouble score = scored.get(i).quality().stability();
			assertEquals(PromptJitter.canMove(prompts.get(i)), score.isPresent());
			score.ifPresent(s -> assertTrue(s > 0 && s <= 1, "score " + s));
			assertEquals(plain.get(i).with(scored.get(i).quality()), scored.get(i));
		}
		assertEquals(scored, session.segment(prompts, SCORED, Progress.NONE));
	}

	@Test
	public void objectsAreStableAndWhatIsNoneIsNot() {
		final double objects = mean(Prompts.boxes(truth));
		final List<Prompt> boxes = new ArrayList<>();
		for (int i = 0; i < 5; i++)
			boxes.add(Prompt.of(Box.of(40 + 50 * i, 60 + 30 * i, 150, 130)));
		assertTrue(objects > mean(boxes) + 0.2, objects + " and " + mean(boxes));
	}

	@Test
	public void drawnObjectIsStableToo() {
		final Mask object = truth.get(0);
		final Prompt drawn = Prompts.boxes(truth).get(0).with(MaskHint.drawn(object
			.interval()));
		assertTrue(mean(List.of(drawn)) > 0.8, "score " + mean(List.of(drawn)));
	}

	private static double mean(final List<Prompt> prompts) {
		return session.segment(prompts, SCORED, Progress.NONE).stream().mapToDouble(
			m -> m.quality().stability().getAsDouble()).average().getAsDouble();
	}
}
