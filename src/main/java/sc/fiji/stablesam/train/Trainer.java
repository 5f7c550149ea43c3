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
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

import sc.fiji.stablesam.CodeVersion;
import sc.fiji.stablesam.StableSamException;
import sc.fiji.stablesam.model.ImageEmbedding;
import sc.fiji.stablesam.model.KnownImages;
import sc.fiji.stablesam.model.Sam;
import sc.fiji.stablesam.model.StabilityPlugin;
import sc.fiji.stablesam.weights.PluginFile;

/**
 * Trains a Stable-SAM plugin for a network, which stays as it is (Stable-SAM,
 * section 3.3, "Robust training strategy"). A training that was interrupted
 * goes on where its last checkpoint is. Not safe for use by several threads at
 * once.
 */
public final class Trainer {

	private static final String CHECKPOINT = ".checkpoint";
	private static final String KNOWN = "training.known";

	/**
	 * NB: The native memory behind Java's buffers goes only when these are
	 * collected, of which Java itself sees no need.
	 */
	private static final int STEPS_A_COLLECTION = 16;

	private final Sam network;
	private final String base;
	private final EmbeddingCache cache;
	private final PromptTranslation translation;
	private final TrainingOptions options;

	/**
	 * @param network stays the caller's
	 * @param base id of the network's model
	 * @param cache of embeddings of this network
	 */
	public Trainer(final Sam network, final String base,
		final EmbeddingCache cache, final PromptTranslation translation,
		final TrainingOptions options)
	{
		this.network = network;
		this.base = base;
		this.cache = cache;
		this.translation = translation;
		this.options = options;
	}

	/**
	 * Trains to the end and writes the plugin. Until then a checkpoint lies
	 * beside it.
	 *
	 * @param known sets whose images the plugin's file tells of, so that the
	 *          plugin is heard less in images unlike those; of so many that
	 *          another one of the same kind is like one of them. May be empty
	 * @param output the plugin's file
	 * @param validation sets to measure on now and then; may be empty
	 * @throws StableSamException if a picture cannot be read, a file cannot be
	 *           written, the checkpoint is of another training, or the loss is no
	 *           number any more
	 * @throws TrainingCancelled if cancelled; the checkpoint is kept
	 */
	public void run(final List<AnnotatedSet> training,
		final List<AnnotatedSet> known, final List<AnnotatedSet> validation,
		final Path output, final TrainingMonitor monitor)
	{
		if (training.isEmpty()) throw new IllegalArgumentException(
			"There is nothing to learn from.");
		final PictureShelf shelf = new PictureShelf(cache, options.repainted());
		final TrainingSets sets = new TrainingSets(training, shelf, options);
		final TrainingSets familiar = new TrainingSets(known, shelf, options);
		final StartingWeights start = new StartingWeights(network, base, options);
		final Map<String, String> metadata = metadata(sets, familiar, start);
		final Checkpoint checkpoint = new Checkpoint(output.resolveSibling(output
			.getFileName() + CHECKPOINT), metadata);
		final PluginWeights weights = start.get();
		final Optional<KnownImages> images = known.isEmpty() ? Optional.empty()
			: Optional.of(familiar.known(monitor));
		new Course(sets, new PluginValidation(network, translation, validation,
			shelf), checkpoint, weights, monitor).run();
		write(weights, images, metadata, output);
		delete(checkpoint.file());
	}

	private Map<String, String> metadata(final TrainingSets sets,
		final TrainingSets known, final StartingWeights start)
	{
		final Map<String, String> metadata = new LinkedHashMap<>();
		metadata.put(PluginFile.BASE, base);
		metadata.put(PluginFile.DATA, sets.names());
		if (!known.names().isEmpty()) metadata.put(KNOWN, known.names());
		metadata.putAll(options.toMetadata());
		metadata.putAll(start.record());
		metadata.put(PluginFile.VERSION, CodeVersion.get().orElse("unknown"));
		return metadata;
	}

	private static void write(final PluginWeights weights,
		final Optional<KnownImages> known, final Map<String, String> metadata,
		final Path output)
	{
		final Map<String, long[]> shapes = new LinkedHashMap<>();
		final Map<String, ByteBuffer> values = new LinkedHashMap<>();
		for (final String name : weights.names()) {
			shapes.put(name, weights.shape(name));
			values.put(name, Checkpoint.bytes(weights.array(name)));
		}
		known.ifPresent(images -> images.shapes().forEach((name, shape) -> {
			shapes.put(name, shape);
			values.put(name, Checkpoint.bytes(images.numbers(name)));
		}));
		PluginFile.write(output, metadata, shapes, values);
	}

	private static void delete(final Path file) {
		try {
			Files.deleteIfExists(file);
		}
		catch (final IOException exc) {
			throw new StableSamException(
				"The plugin is trained, but its checkpoint " + file +
					" cannot be deleted: delete it yourself.", exc);
		}
	}

	/** One training, from its start or its checkpoint to its end. */
	private final class Course {

		private final TrainingSets sets;
		private final PluginValidation validation;
		private final Checkpoint checkpoint;
		private final PluginWeights weights;
		private final TrainingMonitor monitor;
		private final GradientPass pass = new GradientPass(network, translation,
			options);
		private final PluginWeights gradients;
		private final AdamW optimizer;
		private final Map<String, PluginWeights> parts = new LinkedHashMap<>();
		private int done;
		private long written;

		Course(final TrainingSets sets, final PluginValidation validation,
			final Checkpoint checkpoint, final PluginWeights weights,
			final TrainingMonitor monitor)
		{
			this.sets = sets;
			this.validation = validation;
			this.checkpoint = checkpoint;
			this.weights = weights;
			this.monitor = monitor;
			gradients = PluginWeights.zerosLike(weights);
			optimizer = new AdamW(weights, options.weightDecay());
			parts.put("weights", weights);
			parts.put("first", optimizer.first());
			parts.put("second", optimizer.second());
		}

		void run() {
			final int start = checkpoint.read(parts);
			if (start > 0) monitor.resumed(start);
			else {
				keep(0);
				validate(0);
			}
			done = start;
			try {
				while (done < options.steps())
					next();
			}
			catch (final CancellationException exc) {
				keep(done);
				throw new TrainingCancelled(done, options.steps(), checkpoint.file());
			}
		}

		private void next() {
			monitor.checkCancelled();
			final double loss = step(done);
			monitor.learnt(++done, loss);
			if (isDue(done)) validate(done);
			if (secondsSinceKept() >= options.checkpointInterval()) keep(done);
			if (done % STEPS_A_COLLECTION == 0) System.gc();
		}

		private double step(final int step) {
			gradients.fill(0);
			double loss = 0;
			for (int i = 0; i < options.pictures(); i++)
				loss += learn(sets.draw(step * options.pictures() + i)) / options
					.pictures();
			final double norm = gradients.norm() / options.pictures();
			if (!Double.isFinite(loss) || !Double.isFinite(norm)) throw astray(step +
				1);
			optimizer.update(step, gradients, Math.min(1, options.longestGradient() /
				norm) / options.pictures(), options.rate(step));
			return loss;
		}

		/** @return the loss of a lesson, whose gradients are added to the others */
		private double learn(final Lesson lesson) {
			try (ImageEmbedding embedding = lesson.picture().open(monitor)) {
				return pass.run(embedding, lesson, weights, gradients);
			}
		}

		private StableSamException astray(final int step) {
			return new StableSamException("The training went astray in step " + step +
				": its loss is no number any more; choose a lower learning rate. The last good state is in " +
				checkpoint.file() + ".");
		}

		private boolean isDue(final int step) {
			return step % options.validationInterval() == 0 || step == options
				.steps();
		}

		private void validate(final int step) {
			if (validation.isEmpty()) return;
			try (StabilityPlugin plugin = StabilityPlugin.load(network, options
				.plugin(), weights))
			{
				monitor.validated(step, validation.measure(plugin, monitor));
			}
		}

		private void keep(final int step) {
			checkpoint.write(step, parts);
			written = System.nanoTime();
		}

		private long secondsSinceKept() {
			return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - written);
		}
	}
}
