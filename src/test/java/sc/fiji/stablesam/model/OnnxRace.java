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

package sc.fiji.stablesam.model;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.RealModel;
import sc.fiji.stablesam.image.ImageFrame;
import sc.fiji.stablesam.model.PromptBatch.Label;
import sc.fiji.stablesam.model.PromptBatch.Points;

/**
 * Times the networks against ONNX Runtime with the same weights, in one process
 * with the same number of threads. A program, not a test: timing depends on
 * what else the computer does.
 */
public final class OnnxRace {

	private static final int THREADS = 2;
	private static final int ROUNDS = 10;
	private static final int BOXES = 64;
	private static final int SCORED = 16;
	private static final int COPIES = 8;
	private static final int SIDE = 100;

	/** Longer than either runtime's idle threads go on spinning. */
	private static final int PAUSE = 300;

	private OnnxRace() {}

	public static void main(final String[] args) throws Exception {
		System.setProperty("ai.djl.pytorch.num_threads", String.valueOf(THREADS));
		final FloatBuffer picture = picture();
		try (OnnxOracle rival = OnnxOracle.load(RealModel.ortEncoder(), RealModel
			.onnxDecoder(), THREADS); Sam own = RealNetwork.load())
		{
			encoders(own, rival, picture);
			decoders(own, rival, picture);
		}
	}

	private static FloatBuffer picture() {
		final Random random = new Random(1);
		final FloatBuffer rgb = FloatBuffer.allocate(3 * 1024 * 1024);
		while (rgb.hasRemaining())
			rgb.put(random.nextFloat());
		return rgb.flip();
	}

	private static void encoders(final Sam own, final OnnxOracle rival,
		final FloatBuffer picture) throws Exception
	{
		final FloatBuffer normalised = OnnxOracle.normalised(picture);
		final List<Callable<?>> racers = List.of(() -> {
			own.encode(picture, ImageFrame.stretched(1024, 1024, 1024), Progress.NONE)
				.close();
			return null;
		}, () -> {
			rival.encode(normalised.duplicate());
			return null;
		});
		final double[] ms = race(racers, 1);
		System.out.printf(
			"encode: %.0f ms, ONNX Runtime %.0f ms, ratio %.2f (medians of %d)%n",
			ms[0], ms[1], ms[0] / ms[1], ROUNDS);
	}

	private static void decoders(final Sam own, final OnnxOracle rival,
		final FloatBuffer picture) throws Exception
	{
		final List<Points> boxes = corners().stream().map(OnnxRace::box).collect(
			Collectors.toList());
		try (ImageEmbedding embedding = own.encode(picture, ImageFrame.stretched(
			1024, 1024, 1024), Progress.NONE))
		{
			final List<Callable<?>> racers = List.of(() -> {
				for (final Points box : boxes)
					own.decode(embedding, PromptBatch.of(List.of(box)));
				return null;
			}, () -> {
				for (final Points box : boxes)
					rival.decode(PromptBatch.of(List.of(box)));
				return null;
			}, () -> {
				for (int i = 0; i < BOXES; i += 8)
					own.decode(embedding, PromptBatch.of(boxes.subList(i, i + 8)));
				return null;
			});
			final double[] ms = race(racers, BOXES);
			System.out.printf(
				"decode one box: %.1f ms, ONNX Runtime %.1f ms, ratio %.2f%n", ms[0],
				ms[1], ms[0] / ms[1]);
			System.out.printf(
				"decode %d boxes in batches: %.1f ms a box, ratio to one by one %.2f, to ONNX Runtime %.2f%n",
				BOXES, ms[2], ms[2] / ms[0], ms[2] / ms[1]);
			plugins(own, embedding, corners().subList(0, SCORED));
		}
	}

	/** A plugin that moves what is read, and what a stability score decodes. */
	private static void plugins(final Sam own, final ImageEmbedding embedding,
		final List<int[]> corners) throws Exception
	{
		final PluginConfig config = PluginConfig.standard();
		try (StabilityPlugin plugin = StabilityPlugin.load(own, config, RandomPlugin
			.of(config, 1)))
		{
			final List<Callable<?>> racers = new ArrayList<>();
			for (final Optional<StabilityPlugin> by : List.of(Optional
				.<StabilityPlugin> empty(), Optional.of(plugin)))
			{
				racers.add(() -> {
					for (final int[] corner : corners)
						own.decode(embedding, PromptBatch.of(List.of(box(corner))), by);
					return null;
				});
				racers.add(() -> {
					for (final int[] corner : corners)
						own.sample(embedding, PromptBatch.of(Collections.nCopies(COPIES +
							(by.isPresent() ? 1 : 0), box(corner))), by, region(corner));
					return null;
				});
			}
			final double[] ms = race(racers, corners.size());
			System.out.printf("with plugin: %.1f ms a box, ratio to without %.2f%n",
				ms[2], ms[2] / ms[0]);
			System.out.printf(
				"stability score of %d copies: %.1f ms a box, ratio to one decode %.2f; with plugin %.1f ms, %.2f%n",
				COPIES, ms[1], ms[1] / ms[0], ms[3], ms[3] / ms[2]);
		}
	}

	private static List<int[]> corners() {
		final Random random = new Random(2);
		return Stream.generate(() -> new int[] { random.nextInt(900), random
			.nextInt(900) }).limit(BOXES).collect(Collectors.toList());
	}

	private static Points box(final int[] corner) {
		return new Points().add(corner[0], corner[1], Label.BOX_MIN).add(corner[0] +
			SIDE, corner[1] + SIDE, Label.BOX_MAX);
	}

	private static MaskRegion region(final int[] corner) {
		return MaskRegion.sampled().with(corner[0], corner[1]).with(corner[0] +
			SIDE, corner[1] + SIDE);
	}

	/** @return the median time of each racer, in milliseconds a unit */
	private static double[] race(final List<Callable<?>> racers, final int units)
		throws Exception
	{
		final double[][] times = new double[racers.size()][ROUNDS];
		for (int round = -2; round < ROUNDS; round++)
			for (int i = 0; i < racers.size(); i++) {
				Thread.sleep(PAUSE);
				final long start = System.nanoTime();
				racers.get(i).call();
				if (round >= 0) times[i][round] = (System.nanoTime() - start) / 1e6 /
					units;
			}
		return Arrays.stream(times).mapToDouble(OnnxRace::median).toArray();
	}

	private static double median(final double[] times) {
		final List<Double> sorted = new ArrayList<>();
		for (final double time : times)
			sorted.add(time);
		Collections.sort(sorted);
		return (sorted.get(ROUNDS / 2 - 1) + sorted.get(ROUNDS / 2)) / 2;
	}
}
