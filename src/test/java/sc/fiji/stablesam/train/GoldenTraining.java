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

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;

import sc.fiji.stablesam.StableSamException;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.model.GoldenCase;
import sc.fiji.stablesam.model.Sam;
import sc.fiji.stablesam.session.NetworkPrompts;

/** Trains a plugin for the reference checkpoint's network on bright discs. */
final class GoldenTraining implements AutoCloseable {

	/** One kind of prompt, so that losses can be compared. */
	static final TrainingOptions OPTIONS = TrainingOptions.builder().steps(6)
		.objects(2).lossWeights(1, 1, 1).closeUps(3).warmUp(0).decay(
			TrainingOptions.Decay.NONE).mix(PromptMix.parse("noisy_box=1,points=1"))
		.checkpointInterval(0).build();

	private final Sam network;
	private final Path folder;

	/** @param folder for embeddings and the plugin */
	GoldenTraining(final Path folder) throws IOException {
		this(folder, GoldenCase.HIERA);
	}

	/** @param folder for embeddings and the plugin */
	GoldenTraining(final Path folder, final GoldenCase golden)
		throws IOException
	{
		network = golden.network();
		this.folder = folder;
	}

	Sam network() {
		return network;
	}

	Path output() {
		return folder.resolve("trained.plugin.safetensors");
	}

	Path checkpoint() {
		return folder.resolve("trained.plugin.safetensors.checkpoint");
	}

	EmbeddingCache cache() {
		return new EmbeddingCache(folder.resolve("embeddings"), network, "micro");
	}

	/** A picture of two bright discs. */
	static AnnotatedPicture picture(final String name) {
		final Mask[] discs = { Pictures.disc(20, 30, 40), Pictures.disc(90, 70,
			60) };
		final Img<ARGBType> image = ArrayImgs.argbs(200, 160);
		for (final Mask disc : discs)
			for (int i = 0; i < disc.width() * disc.height(); i++) {
				final int x = disc.minX() + i % disc.width();
				final int y = disc.minY() + i / disc.width();
				if (disc.contains(x, y)) image.getAt(x, y).set(0xffffc080);
			}
		return AnnotatedPicture.of(name, image, List.of(discs));
	}

	static List<AnnotatedSet> sets() {
		return List.of(AnnotatedSet.of("discs", List.of("a"),
			GoldenTraining::picture));
	}

	Losses train(final TrainingOptions options, final List<AnnotatedSet> sets) {
		final Losses losses = new Losses();
		train(options, sets, losses);
		return losses;
	}

	/** @throws StableSamException as the trainer does */
	void train(final TrainingOptions options, final List<AnnotatedSet> sets,
		final TrainingMonitor monitor)
	{
		trainer(options).run(sets, List.of(), sets, output(), monitor);
	}

	/** @param known whose images are told of in the plugin's file */
	void train(final TrainingOptions options, final List<AnnotatedSet> sets,
		final List<AnnotatedSet> known)
	{
		trainer(options).run(sets, known, List.of(), output(), new Losses());
	}

	private Trainer trainer(final TrainingOptions options) {
		return new Trainer(network, "micro", cache(), new NetworkPrompts(),
			options);
	}

	@Override
	public void close() {
		network.close();
	}

	/** Remembers what it is told. */
	static class Losses implements TrainingMonitor {

		final List<Double> losses = new ArrayList<>();
		final List<Double> ious = new ArrayList<>();
		int resumedAt;

		@Override
		public void resumed(final int step) {
			resumedAt = step;
		}

		@Override
		public void learnt(final int step, final double loss) {
			losses.add(loss);
		}

		@Override
		public void validated(final int step,
			final Map<PromptKind, Double> measured)
		{
			ious.add(measured.values().stream().mapToDouble(Double::doubleValue)
				.average().orElseThrow());
		}

		@Override
		public void report(final String task, final double fraction) {}

		@Override
		public boolean isCancelled() {
			return false;
		}
	}
}
