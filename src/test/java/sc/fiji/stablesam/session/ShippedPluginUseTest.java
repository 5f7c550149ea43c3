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
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import sc.fiji.stablesam.NeedsModel;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.RealModel;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.prompt.Prompt;
import sc.fiji.stablesam.train.MaskStability;

/** The plugin that comes with the program, on the nuclei of a test image. */
@NeedsModel
public class ShippedPluginUseTest {

	private static final String NUCLEI = "nuclei-8bit";
	private static final double NOISE = 0.4;

	private static SegmentationModel model;
	private static SegmentationSession session;
	private static List<Mask> truth;

	@BeforeAll
	public static void open() {
		model = SegmentationModel.load(RealModel.file(), DeviceChoice.CPU,
			Progress.NONE);
		session = model.open(Pictures.picture(NUCLEI), Progress.NONE);
		truth = Pictures.truth(NUCLEI);
	}

	@AfterAll
	public static void close() {
		model.close();
	}

	@Test
	public void answersIfNothingElseIsChosen() {
		assertEquals(Optional.of("Stable-SAM"), model.pluginName(SegmentationOptions
			.defaults().plugin()));
		assertEquals(Optional.empty(), model.pluginName(PluginChoice.NONE));
	}

	@Test
	public void carelessBoxesAreAnsweredBetter() {
		final List<Prompt> careless = careless(1);
		final double base = iou(careless, PluginChoice.NONE);
		final double stable = iou(careless, PluginChoice.AUTO);
		assertTrue(stable > base + 0.03, "IoU " + base + ", with plugin " + stable);
	}

	@Test
	public void masksOfCarelessBoxesAreMoreAlike() {
		final double base = stability(PluginChoice.NONE);
		final double stable = stability(PluginChoice.AUTO);
		assertTrue(stable > base + 0.03, "stability " + base + ", with plugin " +
			stable);
	}

	@Test
	public void carefulBoxesAreAnsweredAsWell() {
		final List<Prompt> exact = Prompts.boxes(truth);
		final double base = iou(exact, PluginChoice.NONE);
		final double stable = iou(exact, PluginChoice.AUTO);
		assertTrue(stable > base - 0.01, "IoU " + base + ", with plugin " + stable);
	}

	@Test
	public void someExactBoxesAreLeftToTheNetworkAndCarelessOnesAreNot() {
		final double exact = leftAlone(Prompts.boxes(truth));
		final double careless = leftAlone(careless(1));
		assertTrue(exact > 0.1 && careless < 0.1, exact + " of the exact boxes, " +
			careless + " of the careless ones");
	}

	/** @return the share of the boxes that are answered without the plugin */
	private static double leftAlone(final List<Prompt> boxes) {
		final SegmentationOptions plain = SegmentationOptions.defaults()
			.withoutStability().withoutSecondLooks();
		final List<Mask> found = session.segment(boxes, plain, Progress.NONE);
		int alone = 0;
		for (int i = 0; i < boxes.size(); i++) {
			final boolean isLeft = found.get(i).quality().routingWeight()
				.getAsDouble() == 0;
			final Mask without = session.candidates(boxes.get(i), plain.with(
				PluginChoice.NONE)).get(0).mask();
			if (isLeft) assertEquals(1, found.get(i).iou(without), 0.001);
			final List<Candidate> candidates = session.candidates(boxes.get(i),
				plain);
			assertEquals(1, found.get(i).iou(candidates.get(0).mask()), 0.001);
			assertEquals(isLeft, candidates.get(3).mask().quality().routingWeight()
				.getAsDouble() == 0);
			if (isLeft) alone++;
		}
		return (double) alone / boxes.size();
	}

	/** Also those whose second mask, found without the plugin, is taken. */
	@Test
	public void allClicksHaveARoutingWeight() {
		final List<Prompt> clicks = truth.stream().map(m -> Prompt.of(Prompts
			.centre(m))).collect(Collectors.toList());
		for (final Mask mask : segment(clicks, PluginChoice.AUTO)) {
			final double weight = mask.quality().routingWeight().getAsDouble();
			assertTrue(weight > 0 && weight < 1, "routing weight " + weight);
		}
	}

	private static List<Prompt> careless(final long seed) {
		final Random random = new Random(seed);
		return Prompts.boxes(truth).stream().map(prompt -> Prompt.of(prompt.box()
			.get().noisy(NOISE, random::nextDouble))).collect(Collectors.toList());
	}

	private static double iou(final List<Prompt> prompts,
		final PluginChoice plugin)
	{
		final List<Mask> found = segment(prompts, plugin);
		double sum = 0;
		for (int i = 0; i < found.size(); i++)
			sum += found.get(i).iou(truth.get(i));
		return sum / found.size();
	}

	private static double stability(final PluginChoice plugin) {
		final List<List<Mask>> repeats = new ArrayList<>();
		for (int seed = 0; seed < 3; seed++)
			repeats.add(segment(careless(seed), plugin));
		double sum = 0;
		for (int i = 0; i < truth.size(); i++) {
			final int object = i;
			sum += MaskStability.of(repeats.stream().map(masks -> masks.get(object))
				.collect(Collectors.toList()));
		}
		return sum / truth.size();
	}

	private static List<Mask> segment(final List<Prompt> prompts,
		final PluginChoice plugin)
	{
		return session.segment(prompts, SegmentationOptions.defaults()
			.withoutStability().with(plugin), Progress.NONE);
	}
}
