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

package sc.fiji.stablesam.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.StableSamException;

public class EvaluationTest {

	private final BoxFiller filler = new BoxFiller(OptionalDouble.empty());
	/** One object of 10 x 10 pixels and one of 20, half of its box. */
	private final AnnotatedSet two = set("two", Pictures.of("a", 60, 50, Pictures
		.rectangle(5, 5, 10, 10), Pictures.mask(30, 20, "#####.....", "#####.....",
			".....#####", ".....#####")));
	private final AnnotatedSet one = set("one", Pictures.of("b", 60, 50, Pictures
		.rectangle(40, 30, 5, 5)), Pictures.of("c", 9, 9));

	@Test
	public void scoresAreMeansOverObjectsAndThenSets() {
		final EvaluationReport report = run(EvaluationPlan.of(1), two, one);

		final SetReport first = report.sets().get(0);
		assertEquals("two", first.name());
		assertScore(first.results().get(0), PromptKind.GT_BOX, 2, 75);
		assertScore(report.sets().get(1).results().get(0), PromptKind.GT_BOX, 1,
			100);
		assertScore(report.results().get(0), PromptKind.GT_BOX, 3, 87.5);
		assertEquals(4 * 2, report.results().size());
		// A pixel of 100, of 20 and of 25.
		assertEquals((3.0 + 4) / 2, find(report, PromptKind.ONE_POINT,
			Variant.BASE_SINGLE).iou(), 1e-9);
	}

	private static void assertScore(final Score score, final PromptKind kind,
		final int objects, final double iou)
	{
		assertEquals(kind, score.prompt().kind());
		assertEquals(Variant.BASE_SINGLE, score.variant());
		assertEquals(objects, score.objects());
		assertEquals(iou, score.iou(), 1e-9);
		assertEquals(100, score.stability(), 1e-9);
	}

	@Test
	public void boundariesAndStabilityAreMeasured() {
		final EvaluationReport report = run(EvaluationPlan.of(1).withRepeats(5),
			one);
		final Score exact = find(report, PromptKind.GT_BOX, Variant.BASE_SINGLE);
		final Score noisy = find(report, PromptKind.NOISY_BOX, Variant.BASE_SINGLE);
		final Score nothing = find(report, PromptKind.NOISY_BOX, Variant.BASE_BEST);
		assertEquals(100, exact.boundaryIou(), 1e-9);
		assertTrue(noisy.boundaryIou() < noisy.iou() && noisy.boundaryIou() > 5,
			"" + noisy);
		assertTrue(noisy.stability() > 20 && noisy.stability() < 90, "" + noisy);
		assertEquals(0, nothing.iou());
		assertEquals(0, nothing.boundaryIou());
		assertEquals(100, nothing.stability());
	}

	@Test
	public void eachPictureIsEncodedOnce() {
		run(EvaluationPlan.of(1).withCurve(), two, one);
		// NB: of the pictures with objects.
		assertEquals(2, filler.encoded());
		assertEquals(0, filler.open());
	}

	@Test
	public void theMostIsKept() {
		final AnnotatedSet many = set("many", Arrays.stream("abcdefghi".split(""))
			.map(name -> Pictures.of(name, 60, 50, Pictures.rectangle(0, 0, 5, 5),
				Pictures.rectangle(9, 0, 5, 5), Pictures.rectangle(0, 9, 5, 5)))
			.toArray(AnnotatedPicture[]::new));
		final EvaluationReport report = run(EvaluationPlan.of(1).withImages(4)
			.withObjects(2).withKinds(List.of(PromptKind.NOISY_BOX)), many);
		assertEquals(2, report.results().size());
		assertEquals(8, report.results().get(0).objects());
		assertEquals(4, filler.encoded());
	}

	@Test
	public void theSeedDecides() {
		final double first = noisy(1);
		assertEquals(first, noisy(1));
		assertTrue(first != noisy(2), "" + first);
	}

	private double noisy(final long seed) {
		return find(run(EvaluationPlan.of(seed), two), PromptKind.NOISY_BOX,
			Variant.BASE_SINGLE).iou();
	}

	@Test
	public void curveFallsWithTheNoise() {
		final List<Score> curve = run(EvaluationPlan.of(1).withRepeats(20)
			.withCurve(), one).curve().stream().filter(s -> s
				.variant() == Variant.BASE_SINGLE).collect(Collectors.toList());
		assertEquals(Arrays.asList(0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8),
			curve.stream().map(s -> s.prompt().noise()).collect(Collectors.toList()));
		assertEquals(100, curve.get(0).iou(), 1e-9);
		assertTrue(curve.get(4).iou() < curve.get(0).iou(), "" + curve);
		assertTrue(curve.get(8).iou() < curve.get(4).iou(), "" + curve);
	}

	@Test
	public void curveIsNoResult() {
		final EvaluationReport report = run(EvaluationPlan.of(1).withKinds(List.of(
			PromptKind.ONE_POINT)).withCurve(), one);
		assertEquals(2, report.results().size());
		assertEquals(Collections.emptyList(), run(EvaluationPlan.of(1), one)
			.curve());
	}

	@Test
	public void correctionsAreMeasuredClickByClick() {
		final EvaluationReport report = run(EvaluationPlan.of(1).withKinds(List.of(
			PromptKind.GT_BOX, PromptKind.ONE_POINT)).withCorrections(2), two);
		assertEquals(List.of("gt_box", "1_point", "gt_box+0", "gt_box+1",
			"gt_box+2", "1_point+0", "1_point+1", "1_point+2"), report.results()
				.stream().map(score -> score.prompt().name()).distinct().collect(
					Collectors.toList()));
		assertEquals(8 * 2, report.results().size());
		// NB: of 100 pixels all are found; of 20 all, and 20 too many.
		assertCorrected(report, "gt_box", (1 + 20 / 40.0) / 2, (1 + 20 / 39.0) / 2,
			(1 + 20 / 38.0) / 2);
		assertCorrected(report, "1_point", (1 / 100.0 + 1 / 20.0) / 2, (2 / 100.0 +
			2 / 20.0) / 2, (3 / 100.0 + 3 / 20.0) / 2);
	}

	private static void assertCorrected(final EvaluationReport report,
		final String kind, final double... ious)
	{
		for (int clicks = 0; clicks < ious.length; clicks++) {
			final String name = kind + "+" + clicks;
			final Score score = report.results().stream().filter(s -> s.prompt()
				.name().equals(name)).findFirst().orElseThrow();
			assertEquals(100 * ious[clicks], score.iou(), 1e-9, name);
			assertEquals(2, score.objects());
		}
	}

	@Test
	public void whatNothingIsFoundOfIsClickedToo() {
		final Score nothing = run(EvaluationPlan.of(1).withCorrections(1), one)
			.results().stream().filter(s -> s.prompt().name().equals("gt_box+1") && s
				.variant() == Variant.BASE_BEST).findFirst().orElseThrow();
		assertEquals(0, nothing.iou());
	}

	@Test
	public void routingWeightsAreGathered() {
		final EvaluationReport report = Evaluation.of(EvaluationPlan.of(1)
			.withCurve(), new BoxFiller(OptionalDouble.of(0.25))).run(Arrays.asList(
				two, one), Progress.NONE);
		assertEquals(PromptKind.evaluated(), report.routing().stream().map(r -> r
			.prompt().kind()).collect(Collectors.toList()));
		assertEquals(0.25, report.routing().get(0).mean());
		assertEquals(Collections.emptyList(), run(EvaluationPlan.of(1), one)
			.routing());
	}

	@Test
	public void setsWithoutObjectsDoNotCount() {
		final AnnotatedSet none = set("none", Pictures.of("c", 9, 9, Pictures
			.rectangle(0, 0, 4, 4)));
		final EvaluationReport report = run(EvaluationPlan.of(1), none, one);
		assertEquals(Collections.emptyList(), report.sets().get(0).results());
		assertEquals(100, report.results().get(0).iou(), 1e-9);
		final String message = assertThrows(StableSamException.class, () -> run(
			EvaluationPlan.of(1), none)).getMessage();
		assertTrue(message.contains("20 pixels in none;"), message);
	}

	@Test
	public void cancelStopsWithinAPicture() {
		final Progress cancelled = new Progress() {

			@Override
			public void report(final String task, final double fraction) {}

			@Override
			public boolean isCancelled() {
				return filler.encoded() > 0;
			}
		};
		assertThrows(CancellationException.class, () -> Evaluation.of(EvaluationPlan
			.of(1), filler).run(Arrays.asList(two, one), cancelled));
		assertEquals(1, filler.encoded());
		assertEquals(0, filler.open());
	}

	@Test
	public void nothingIsNoPlan() {
		final EvaluationPlan plan = EvaluationPlan.of(1);
		assertThrows(IllegalArgumentException.class, () -> plan.withImages(0));
		assertThrows(IllegalArgumentException.class, () -> plan.withObjects(0));
		assertThrows(IllegalArgumentException.class, () -> plan.withRepeats(-1));
		assertThrows(IllegalArgumentException.class, () -> plan.withKinds(
			Collections.emptyList()));
		assertThrows(IllegalArgumentException.class, () -> plan.withCorrections(0));
	}

	private EvaluationReport run(final EvaluationPlan plan,
		final AnnotatedSet... sets)
	{
		return Evaluation.of(plan, filler).run(Arrays.asList(sets), Progress.NONE);
	}

	private static Score find(final EvaluationReport report,
		final PromptKind kind, final Variant variant)
	{
		return report.results().stream().filter(s -> s.prompt().kind() == kind && s
			.variant() == variant).findFirst().orElseThrow();
	}

	private static AnnotatedSet set(final String name,
		final AnnotatedPicture... pictures)
	{
		final Map<String, AnnotatedPicture> byName = Arrays.stream(pictures)
			.collect(Collectors.toMap(AnnotatedPicture::name, p -> p));
		return AnnotatedSet.of(name, Arrays.stream(pictures).map(
			AnnotatedPicture::name).collect(Collectors.toList()), byName::get);
	}
}
