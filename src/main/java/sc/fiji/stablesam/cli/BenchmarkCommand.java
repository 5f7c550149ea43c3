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

package sc.fiji.stablesam.cli;

import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.ij.ImageFiles;
import sc.fiji.stablesam.ij.PlanePosition;
import sc.fiji.stablesam.ij.drawing.DrawingBenchmark;
import sc.fiji.stablesam.ij.drawing.DrawingFigures;
import sc.fiji.stablesam.ij.drawing.Engine;
import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Prompt;
import sc.fiji.stablesam.session.MaskChoice;
import sc.fiji.stablesam.session.PluginChoice;
import sc.fiji.stablesam.session.SegmentationModel;
import sc.fiji.stablesam.session.SegmentationOptions;
import sc.fiji.stablesam.session.SegmentationSession;

/** Measures how long the program takes on this computer. */
@Command(name = "benchmark", mixinStandardHelpOptions = true,
	sortOptions = false, description = {
		"Measure how long encoding, decoding and, where there is a display, previews while drawing take on this computer, in milliseconds." })
final class BenchmarkCommand implements Runnable {

	private static final int ENCODINGS = 5;
	private static final int DECODINGS = 30;
	private static final int SCORES = 20;
	private static final long BUDGET = 500_000_000;
	private static final double MILLION = 1e6;
	private static final Prompt BOX = Prompt.of(Box.of(29, 1, 73, 76));

	private final Console console;
	private final Map<String, Double> figures = new LinkedHashMap<>();

	@Mixin
	private ModelOptions options = new ModelOptions();

	@Option(names = "--json", paramLabel = "FILE",
		description = "Write the figures as JSON, too.")
	private Path json;

	BenchmarkCommand(final Console console) {
		this.console = console;
	}

	@Override
	public void run() {
		final BenchmarkOutput output = new BenchmarkOutput(console, json);
		output.check();
		final Path picture = Paths.get(System.getProperty("stable-sam.root", ""),
			"test-images", "nuclei-8bit.tif");
		final Path file = options.modelFile(console.progress());
		try (SegmentationModel model = options.load(file, console.progress())) {
			model.whyNoGpu().ifPresent(console::note);
			measure(model, picture);
		}
		output.write(figures);
	}

	private void measure(final SegmentationModel model, final Path picture) {
		final RandomAccessibleInterval<ARGBType> image = ImageFiles.open(picture)
			.render(PlanePosition.ANY);
		figures.put("encode_ms", median(times(ENCODINGS, () -> model.open(image,
			Progress.NONE).close())));
		try (SegmentationSession session = model.open(image, Progress.NONE)) {
			final SegmentationOptions plain = options.segmentation()
				.withoutStability().withoutSecondLooks();
			// NB: which output is taken decides whether a prompt is decoded once
			// more.
			final SegmentationOptions once = plain.with(MaskChoice.SINGLE);
			final Supplier<double[]> decoding = () -> times(DECODINGS, () -> session
				.candidates(BOX, once));
			figures.put("decode_ms", median(times(DECODINGS, () -> session.candidates(
				BOX, once.with(PluginChoice.NONE)))));
			figures.put("box_ms", median(times(SCORES, () -> session.segment(List.of(
				BOX), plain, Progress.NONE))));
			figures.put("box_with_stability_ms", median(times(SCORES, () -> session
				.segment(List.of(BOX), plain.withStability(), Progress.NONE))));
			final double[] before = decoding.get();
			final Optional<DrawingFigures> drawn = draw(model, picture);
			// NB: a computer may have become slower while something was drawn.
			final double decode = median(DoubleStream.concat(Arrays.stream(before),
				Arrays.stream(decoding.get())).toArray());
			figures.put("decode_with_plugin_ms", decode);
			drawn.ifPresent(d -> report(d, decode));
		}
	}

	private Optional<DrawingFigures> draw(final SegmentationModel model,
		final Path picture)
	{
		if (DrawingBenchmark.isPossible()) return Optional.of(DrawingBenchmark.run(
			picture, new Engine(loading -> model, options.segmentation(), BUDGET,
				Progress.NONE)));
		console.note("There is no display, so nothing is drawn.");
		return Optional.empty();
	}

	private void report(final DrawingFigures drawn, final double decode) {
		figures.put("preview_median_ms", drawn.medianLatency());
		figures.put("preview_median_decodes", drawn.medianLatency() / decode);
		figures.put("preview_newest_longest_ms", drawn.longestNewestLatency());
		figures.put("preview_newest_longest_decodes", drawn.longestNewestLatency() /
			decode);
		figures.put("preview_longest_ms", drawn.longestLatency());
		figures.put("event_thread_longest_ms", drawn.longestTask());
	}

	/** @return of so many runs, in milliseconds; half as many go before */
	private double[] times(final int runs, final Runnable task) {
		final double[] times = new double[runs];
		for (int i = -runs / 2; i < runs; i++) {
			console.progress().checkCancelled();
			final long start = System.nanoTime();
			task.run();
			if (i >= 0) times[i] = (System.nanoTime() - start) / MILLION;
		}
		return times;
	}

	private static double median(final double[] times) {
		final double[] sorted = times.clone();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}
}
