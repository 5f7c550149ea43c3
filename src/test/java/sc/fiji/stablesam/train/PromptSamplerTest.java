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
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.mask.MaskQuality;
import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Click;
import sc.fiji.stablesam.prompt.Prompt;

public class PromptSamplerTest {

	private static final int MANY = 2000;

	private final Mask ring = Pictures.mask(40, 30, "########", "#......#",
		"#......#", "########");
	private final AnnotatedPicture picture = Pictures.of("picture", 100, 80, ring,
		Pictures.disc(60, 20, 21));
	private final PromptSampler sampler = PromptSampler.of(7);

	@Test
	public void exactBoxIsTheObjectsBox() {
		assertEquals(Box.of(40, 30, 8, 4), sampler.sample(picture, 0,
			PromptKind.GT_BOX, 5).box().orElseThrow());
	}

	@Test
	public void noisyBoxesFillTheRangeOfTheNoise() {
		assertRange(-0.2, 0.2, box -> (box.minX() + box.width() / 2 - 44) / 8);
		assertRange(-0.2, 0.2, box -> (box.minY() + box.height() / 2 - 32) / 4);
		assertRange(0.6, 1.4, box -> box.width() / 8);
		assertRange(0.6, 1.4, box -> box.height() / 4);
	}

	private void assertRange(final double low, final double high,
		final ToDoubleFunction<Box> measure)
	{
		final DoubleSummaryStatistics s = prompts(0, PromptKind.NOISY_BOX).map(
			p -> p.box().orElseThrow()).mapToDouble(measure).summaryStatistics();
		final double slack = (high - low) / 50;
		assertTrue(s.getMin() >= low - 1e-9 && s.getMin() < low + slack, "" + s);
		assertTrue(s.getMax() <= high + 1e-9 && s.getMax() > high - slack, "" + s);
		assertEquals((low + high) / 2, s.getAverage(), 2 * slack);
	}

	@Test
	public void noisyBoxesAreClippedToTheImage() {
		final AnnotatedPicture full = Pictures.of("full", 10, 6, Pictures.rectangle(
			0, 0, 10, 6));
		final PromptSampler wild = sampler.withNoise(0.95);
		for (int repeat = 0; repeat < MANY; repeat++) {
			final Box box = wild.sample(full, 0, PromptKind.NOISY_BOX, repeat).box()
				.orElseThrow();
			assertTrue(box.minX() >= 0 && box.minY() >= 0 && box.maxX() <= 10 && box
				.maxY() <= 6 && box.width() > 0 && box.height() > 0, "" + box);
		}
	}

	@Test
	public void greaterNoiseGoesTheSameWayFarther() {
		final Prompt exact = sampler.withNoise(0).sample(picture, 0,
			PromptKind.NOISY_BOX, 3);
		final Prompt some = sampler.withNoise(0.2).sample(picture, 0,
			PromptKind.NOISY_BOX, 3);
		final Prompt more = sampler.sample(picture, 0, PromptKind.NOISY_BOX, 3);
		final double width = some.box().orElseThrow().width() - 8;
		assertEquals(Box.of(40, 30, 8, 4), exact.box().orElseThrow());
		assertNotEquals(0, width);
		assertEquals(2 * width, more.box().orElseThrow().width() - 8, 1e-9);
		assertThrows(IllegalArgumentException.class, () -> sampler.withNoise(1));
		assertThrows(IllegalArgumentException.class, () -> sampler.withNoise(-0.1));
		assertThrows(IllegalArgumentException.class, () -> sampler.withNoise(
			Double.NaN));
	}

	@Test
	public void clicksHitAllPixelsOfTheObjectAlike() {
		final List<Click> clicks = prompts(0, PromptKind.ONE_POINT).flatMap(p -> p
			.clicks().stream()).collect(Collectors.toList());
		assertEquals(MANY, clicks.size());
		for (int y = 30; y < 34; y++)
			for (int x = 40; x < 48; x++) {
				final Click click = Click.foreground(x + 0.5, y + 0.5);
				final long hits = clicks.stream().filter(click::equals).count();
				final double expected = ring.contains(x, y) ? MANY / 20.0 : 0;
				assertEquals(expected, hits, expected / 2, "" + click);
			}
	}

	@Test
	public void clicksOfOnePromptDiffer() {
		assertEquals(Set.of(3), counts(PromptKind.THREE_POINTS));
		assertEquals(Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10), counts(
			PromptKind.SOME_POINTS));
	}

	private Set<Integer> counts(final PromptKind kind) {
		return prompts(0, kind).map(p -> new HashSet<>(p.clicks()).size()).collect(
			Collectors.toSet());
	}

	@Test
	public void coarseMaskIsRoughlyTheObject() {
		final Mask disc = picture.objects().get(1);
		final Set<Mask> seen = new HashSet<>();
		double sum = 0;
		for (int repeat = 0; repeat < 100; repeat++) {
			final Prompt prompt = sampler.sample(picture, 1, PromptKind.COARSE_MASK,
				repeat);
			final Mask coarse = Mask.of(prompt.hint().orElseThrow().drawnMask(),
				MaskQuality.of(1, 1));
			assertEquals(Box.around(coarse.interval()), prompt.box().orElseThrow());
			assertTrue(coarse.iou(disc) > 0.3, "" + coarse.iou(disc));
			seen.add(coarse);
			sum += coarse.iou(disc);
		}
		assertTrue(seen.size() > 90, "" + seen.size());
		assertEquals(0.77, sum / 100, 0.07);
	}

	@Test
	public void backgroundClickIsInTheBoxButNotOnTheObject() {
		for (int repeat = 0; repeat < MANY; repeat++) {
			final Prompt prompt = sampler.sample(picture, 0,
				PromptKind.BOX_AND_BACKGROUND, repeat);
			final Click click = prompt.clicks().get(0);
			assertEquals(1, prompt.clicks().size());
			assertTrue(!click.isForeground() && !ring.contains((int) click.x(),
				(int) click.y()), "" + prompt);
			final Box box = prompt.box().orElseThrow();
			assertEquals(box.minX() + box.width() / 2, click.x(), box.width() / 2 +
				0.5);
			assertEquals(box.minY() + box.height() / 2, click.y(), box.height() / 2 +
				0.5);
		}
	}

	@Test
	public void objectWithoutBackgroundHasNoBackgroundClick() {
		final AnnotatedPicture full = Pictures.of("full", 10, 6, Pictures.rectangle(
			0, 0, 10, 6));
		assertEquals("box", sampler.sample(full, 0, PromptKind.BOX_AND_BACKGROUND,
			0).kind());
	}

	@Test
	public void promptDependsOnWhatItIsForOnly() {
		final AnnotatedPicture other = Pictures.of("picturf", 100, 80, ring, ring);
		final List<Prompt> prompts = Arrays.asList(at(sampler, picture, 0, 0), at(
			sampler, picture, 0, 1), at(PromptSampler.of(8), picture, 0, 0), at(
				sampler, other, 0, 0), at(sampler, other, 1, 0));
		assertEquals(prompts.size(), prompts.stream().map(p -> p.box()
			.orElseThrow()).distinct().count());
		assertEquals(prompts.get(1).box(), at(PromptSampler.of(7), picture, 0, 1)
			.box());
		// What another version or computer must draw too.
		assertEquals("[+44.5,30.5]", "" + sampler.sample(picture, 0,
			PromptKind.ONE_POINT, 0).clicks());
	}

	private static Prompt at(final PromptSampler sampler,
		final AnnotatedPicture picture, final int object, final int repeat)
	{
		return sampler.sample(picture, object, PromptKind.NOISY_BOX, repeat);
	}

	private Stream<Prompt> prompts(final int object, final PromptKind kind) {
		return IntStream.range(0, MANY).mapToObj(repeat -> sampler.sample(picture,
			object, kind, repeat));
	}
}
