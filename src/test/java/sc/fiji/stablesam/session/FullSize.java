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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Prompt;
import sc.fiji.stablesam.weights.ModelStore;

/**
 * Tells how long a model of full size takes, and how much memory: to import its
 * checkpoint, to load it, to encode a picture of 1024 x 1024 and to decode a
 * box. Linux only. A program, not a test: timing depends on what else the
 * computer does. In the shell
 *
 * <pre>
 * java -Xmx2g -cp ... sc.fiji.stablesam.session.FullSize checkpoint.pth FOLDER [ROUNDS [EMBEDDINGS]]
 * java -Xmx2g -cp ... sc.fiji.stablesam.session.FullSize FOLDER/checkpoint.safetensors FOLDER [ROUNDS [EMBEDDINGS]]
 * </pre>
 *
 * The first imports the checkpoint into the folder before; the second measures
 * only what every further start does. A folder for embeddings, if named, gets
 * the encoded picture.
 */
public final class FullSize {

	private static final int SIDE = 1024;
	private static final int ENCODINGS = 3;
	private static final int DECODINGS = 20;
	private static final long BUDGET = 1L << 32;
	private static final Prompt BOX = Prompt.of(Box.of(300, 300, 200, 200));

	/** One of the steps that are measured. */
	private interface Step {

		void run();
	}

	private final SegmentationModel model;
	private SegmentationSession session;

	private FullSize(final SegmentationModel model) {
		this.model = model;
	}

	/**
	 * @param args checkpoint, folder for the model, rounds of encoding, folder
	 *          for the encoded picture
	 */
	public static void main(final String[] args) throws IOException {
		final Path given = Paths.get(args[0]);
		final Path folder = Paths.get(args[1]);
		final int rounds = args.length > 2 ? Integer.parseInt(args[2]) : ENCODINGS;
		final Path model = given.toString().endsWith(".safetensors") ? given
			: imported(given, folder);
		startEngine();
		try (SegmentationModel loaded = loaded(model)) {
			new FullSize(loaded).run(rounds);
			if (args.length > 3) loaded.open(picture(), new EncodedFiles(Paths.get(
				args[3]), BUDGET), Progress.NONE).close();
		}
	}

	private static Path imported(final Path checkpoint, final Path folder)
		throws IOException
	{
		ResidentMemory.forgetPeak();
		try (OwnMemory own = OwnMemory.watch()) {
			final long start = System.nanoTime();
			final Path model = ModelStore.at(folder).importFile(checkpoint,
				Progress.NONE);
			report("import of " + (Files.size(checkpoint) >> 20) + " MB", (System
				.nanoTime() - start) / 1e6, own);
			return model;
		}
	}

	/** NB: it takes memory of its own, whatever the model. */
	private static void startEngine() throws IOException {
		ResidentMemory.forgetPeak();
		try (OwnMemory own = OwnMemory.watch()) {
			final long start = System.nanoTime();
			PyTorchEngine.start().newBaseManager().close();
			report("start of the engine", (System.nanoTime() - start) / 1e6, own);
		}
	}

	private static SegmentationModel loaded(final Path model) throws IOException {
		ResidentMemory.forgetPeak();
		try (OwnMemory own = OwnMemory.watch()) {
			final long start = System.nanoTime();
			final SegmentationModel loaded = SegmentationModel.load(model,
				DeviceChoice.CPU, Progress.NONE);
			report("load of " + (Files.size(model) >> 20) + " MB", (System
				.nanoTime() - start) / 1e6, own);
			return loaded;
		}
	}

	private void run(final int rounds) throws IOException {
		ResidentMemory.forgetPeak();
		try (OwnMemory own = OwnMemory.watch()) {
			report("encode", median(rounds, this::encode), own);
			report("decode", median(DECODINGS, () -> session.candidates(BOX,
				SegmentationOptions.defaults())), own);
		}
		session.close();
	}

	private void encode() {
		if (session != null) session.close();
		session = model.open(picture(), Progress.NONE);
	}

	private static RandomAccessibleInterval<ARGBType> picture() {
		final int[] pixels = new int[SIDE * SIDE];
		for (int i = 0; i < pixels.length; i++)
			for (int c = 0; c < 3; c++)
				pixels[i] = pixels[i] << 8 | (i % SIDE * (c + 3) ^ i / SIDE * 5) & 0xff;
		return ArrayImgs.argbs(pixels, SIDE, SIDE);
	}

	/**
	 * @return of so many times, in milliseconds; after one that is not counted if
	 *         there are several
	 */
	private static double median(final int rounds, final Step step) {
		final double[] times = new double[rounds];
		for (int round = rounds > 1 ? -1 : 0; round < rounds; round++) {
			final long start = System.nanoTime();
			step.run();
			if (round >= 0) times[round] = (System.nanoTime() - start) / 1e6;
		}
		Arrays.sort(times);
		return (times[(rounds - 1) / 2] + times[rounds / 2]) / 2;
	}

	private static void report(final String what, final double milliseconds,
		final OwnMemory own) throws IOException
	{
		System.out.printf(
			"%s: %.1f ms, at most %d MB of memory, %d MB of it its own, %d MB of these before%n",
			what, milliseconds, ResidentMemory.peakMegabytes(), own.peakMegabytes(),
			own.megabytesBefore());
	}
}
