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

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;

import sc.fiji.stablesam.model.ImageEmbedding;
import sc.fiji.stablesam.model.Sam;
import sc.fiji.stablesam.model.StabilityPlugin;

/** How the loss of a lesson changes with each of the plugin's weights. */
final class GradientPass {

	private final Sam network;
	private final PromptTranslation translation;
	private final TrainingOptions options;
	private final MaskLoss loss;
	private final Teacher teacher;
	private final MaskFeedback feedback;

	GradientPass(final Sam network, final PromptTranslation translation,
		final TrainingOptions options)
	{
		this.network = network;
		this.translation = translation;
		this.options = options;
		loss = new MaskLoss(options.diceWeight(), options.entropyWeight(), options
			.lovaszWeight());
		teacher = new Teacher(network, translation, options.teacher());
		feedback = new MaskFeedback(network, translation);
	}

	/**
	 * @param gradients to which those of the mean loss are added
	 * @return the mean loss of the lesson's prompts
	 */
	double run(final ImageEmbedding embedding, final Lesson lesson,
		final PluginWeights weights, final PluginWeights gradients)
	{
		try (StabilityPlugin plugin = StabilityPlugin.load(network, options
			.plugin(), weights))
		{
			final Collection<List<Lesson.Task>> batches = lastPass(embedding, lesson,
				plugin);
			plugin.parameters().values().forEach(p -> p.setRequiresGradient(true));
			double sum = 0;
			for (final List<Lesson.Task> batch : batches)
				sum += backward(embedding, lesson, batch, plugin);
			plugin.parameters().forEach((name, parameter) -> {
				try (NDArray gradient = parameter.getGradient()) {
					gradients.add(name, gradient.toFloatArray());
				}
			});
			return sum;
		}
	}

	/** @return what is asked in the pass that is learnt from */
	private Collection<List<Lesson.Task>> lastPass(final ImageEmbedding embedding,
		final Lesson lesson, final StabilityPlugin plugin)
	{
		if (lesson.passes() == 1) return lesson.batches(translation);
		final List<List<Lesson.Task>> batches = new ArrayList<>();
		for (final List<Lesson.Task> batch : lesson.batches(translation))
			batches.add(feedback.answered(embedding, lesson.picture(), batch,
				plugin));
		return batches;
	}

	/** @return the batch's share of the mean loss */
	private double backward(final ImageEmbedding embedding, final Lesson lesson,
		final List<Lesson.Task> batch, final StabilityPlugin plugin)
	{
		try (NDManager manager = network.newManager();
				GradientCollector collector = Engine.getEngine("PyTorch")
					.newGradientCollector())
		{
			final Targets targets = Targets.of(lesson.picture(), batch);
			final NDArray places = targets.places(manager);
			final NDArray weights = targets.weights(manager);
			final NDArray wanted = teacher.correct(embedding, lesson.picture(), batch,
				places, targets.truth(manager), weights);
			final NDArray logits = network.differentiableLogits(embedding, translation
				.batch(Lesson.prompts(batch), lesson.picture().frame()), Optional.of(
					plugin), places);
			final NDArray mean = Scaling.times(loss.sum(logits, wanted, weights),
				1.0 / lesson.size());
			collector.backward(mean);
			return mean.getFloat();
		}
	}
}
