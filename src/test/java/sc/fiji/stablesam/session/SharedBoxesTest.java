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

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import sc.fiji.stablesam.NeedsModel;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.RealModel;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Prompt;

/** With the plugin that comes with the program, as if it knew no images. */
@NeedsModel
class SharedBoxesTest {

	private static final List<String> PICTURES = List.of("phase-contrast",
		"histology-rgb", "nuclei-8bit");

	/** Of boxes that are so careless that they mean something else to some. */
	private static final double[] NOISE = { 0.5, 0.9, 0.6, 0.7 };

	private static final int BATCH = 16;

	private static SegmentationModel model;

	private SegmentationSession session;
	private List<Prompt> boxes;

	@BeforeAll
	static void load() {
		model = SegmentationModel.load(RealModel.file(), DeviceChoice.CPU,
			Progress.NONE);
	}

	private void open(final String picture) {
		session = model.open(Pictures.picture(picture), Progress.NONE);
		final Random random = new Random(1);
		final Box image = Box.of(0, 0, session.image().frame().width(), session
			.image().frame().height());
		boxes = new ArrayList<>();
		for (final double noise : NOISE)
			for (final Prompt exact : Prompts.boxes(Pictures.truth(picture)))
				exact.box().get().noisy(noise, random::nextDouble).clippedTo(image).map(
					Prompt::of).ifPresent(boxes::add);
	}

	@AfterAll
	static void close() {
		model.close();
	}

	@Test
	void whereThePluginMeansAnotherObjectTheNetworkDrawsIt() {
		final Set<String> all = Set.of("a part", "the same", "drawn again",
			"not found again", "not meant");
		final Set<String> seen = new HashSet<>();
		for (final String picture : PICTURES) {
			open(picture);
			for (int first = 0; first < boxes.size() && !seen.equals(all); first +=
				BATCH)
				assertAnswers(boxes.subList(first, Math.min(boxes.size(), first +
					BATCH)), seen);
			session.close();
		}
		assertEquals(all, seen);
	}

	/**
	 * @param overlap of what is found with the plugin and without
	 * @return its share where it knows nothing of the image
	 */
	static double share(final double overlap) {
		return overlap < 0.6 ? 1 : overlap > 0.8 ? 0.25 : 1 - (overlap - 0.6) *
			0.75 / 0.2;
	}

	/** @return its share of the answer to a box there */
	static double share(final Prompt box, final Mask with, final Mask alone) {
		return isPart(box, with, alone) ? 0 : share(with.iou(alone));
	}

	private static boolean isPart(final Prompt prompt, final Mask with,
		final Mask alone)
	{
		final Box box = prompt.box().get();
		return with.area() < alone.area() && new Rectangle2D.Double(box.minX(), box
			.minY(), box.width(), box.height()).contains(with.minX(), with.minY(),
				with.width(), with.height());
	}

	private void assertAnswers(final List<Prompt> batch, final Set<String> seen) {
		final List<Candidate> stable = answering(PluginChoice.AUTO, 1).found(batch);
		final List<Candidate> alone = answering(PluginChoice.NONE, 1).found(batch);
		final List<Answer> answers = answering(PluginChoice.AUTO, 0).answer(batch);
		for (int i = 0; i < batch.size(); i++) {
			final Candidate with = stable.get(i);
			final Mask answer = answers.get(i).mask();
			final double overlap = with.overlap(alone.get(i));
			final Candidate again = answering(PluginChoice.NONE, 1).found(List.of(
				Prompts.box(with.mask()))).get(0);
			final boolean part = isPart(batch.get(i), with.mask(), alone.get(i)
				.mask());
			final String expected = part ? "a part" : overlap >= 0.6 ? "the same"
				: fit(batch.get(i), with) <= 0.5 ? "not meant" : with.overlap(
					again) <= 0.7 ? "not found again" : "drawn again";
			if (expected.equals("drawn again")) assertEquals(1, again.mask().iou(
				answer), 1e-3);
			else assertEquals(mean(with, alone.get(i), part ? 0 : share(overlap)),
				answer.quality().predictedIou(), 1e-4, expected);
			seen.add(expected);
		}
	}

	private static double fit(final Prompt box, final Candidate found) {
		return BoxFit.overlap(box.box().get(), found.mask());
	}

	@Test
	void halfwayTheOutlineIsTheMeanOfBoth() {
		open("nuclei-8bit");
		final List<Prompt> some = boxes.subList(0, BATCH);
		final List<Answer> all = answering(PluginChoice.AUTO, 1).answer(some);
		final List<Answer> least = answering(PluginChoice.AUTO, 0).answer(some);
		final List<Answer> half = answering(PluginChoice.AUTO, 0.5).answer(some);
		for (int i = 0; i < some.size(); i++)
			assertEquals((predictedIou(all.get(i)) + predictedIou(least.get(i))) / 2,
				predictedIou(half.get(i)), 1e-4);
	}

	private static double mean(final Candidate with, final Candidate without,
		final double share)
	{
		return share * with.mask().quality().predictedIou() + (1 - share) * without
			.mask().quality().predictedIou();
	}

	private static float predictedIou(final Answer answer) {
		return answer.mask().quality().predictedIou();
	}

	private Answering answering(final PluginChoice choice,
		final double familiarity)
	{
		return new Answering(session.image(), MaskChoice.AUTO, HeardPlugin.of(
			session.image().plugin(choice), familiarity));
	}
}
