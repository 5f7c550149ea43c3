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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.model.ImageEmbedding;
import sc.fiji.stablesam.model.MaskProposals;
import sc.fiji.stablesam.model.Sam;
import sc.fiji.stablesam.model.StabilityPlugin;

/**
 * Measures a plugin on some objects of the validation sets: the mean IoU on the
 * grid of the logits, of the output that the plugin is for, after its last
 * pass, by kind of prompt. All sets count the same.
 */
final class PluginValidation {

	private static final int PICTURES = 4;
	private static final int OBJECTS = 4;

	/** The same lessons for all trainings, so that they can be compared. */
	private static final long SEED = 2024;

	private final Sam network;
	private final PromptTranslation translation;
	private final MaskFeedback feedback;
	private final List<List<Lesson>> lessons = new ArrayList<>();

	PluginValidation(final Sam network, final PromptTranslation translation,
		final List<AnnotatedSet> sets, final PictureShelf shelf)
	{
		this.network = network;
		this.translation = translation;
		feedback = new MaskFeedback(network, translation);
		for (final AnnotatedSet set : sets) {
			final List<Lesson> some = lessons(set.sample(PICTURES, SEED), shelf);
			if (!some.isEmpty()) lessons.add(some);
		}
	}

	private static List<Lesson> lessons(final AnnotatedSet set,
		final PictureShelf shelf)
	{
		final PromptSampler sampler = PromptSampler.of(SEED);
		final List<Lesson> some = new ArrayList<>();
		for (int i = 0; i < set.size(); i++) {
			final TrainingPicture picture = shelf.get(set, i);
			final List<Lesson.Task> tasks = new ArrayList<>();
			for (final int object : Draws.some(picture.blank().objects().size(),
				OBJECTS, Draws.random(SEED, picture.blank().name())))
				for (final PromptKind kind : PromptKind.evaluated())
					tasks.add(new Lesson.Task(object, kind, sampler.sample(picture
						.blank(), object, kind, 0), 0));
			if (!tasks.isEmpty()) some.add(new Lesson(picture, tasks, 1));
		}
		return some;
	}

	boolean isEmpty() {
		return lessons.isEmpty();
	}

	/**
	 * @return for each kind of prompt the mean IoU, from 0 to 1
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	Map<PromptKind, Double> measure(final StabilityPlugin plugin,
		final Progress progress)
	{
		final Map<PromptKind, Double> means = new EnumMap<>(PromptKind.class);
		for (final List<Lesson> set : lessons) {
			final Map<PromptKind, List<Double>> ious = new EnumMap<>(
				PromptKind.class);
			for (final Lesson lesson : set) {
				progress.checkCancelled();
				measure(plugin, lesson, ious, progress);
			}
			ious.forEach((kind, all) -> means.merge(kind, all.stream().mapToDouble(
				Double::doubleValue).average().orElseThrow() / lessons.size(),
				Double::sum));
		}
		return means;
	}

	private void measure(final StabilityPlugin plugin, final Lesson lesson,
		final Map<PromptKind, List<Double>> ious, final Progress progress)
	{
		final TrainingPicture picture = lesson.picture();
		try (ImageEmbedding embedding = picture.open(progress)) {
			for (final List<Lesson.Task> batch : lesson.batches(translation)) {
				final List<Lesson.Task> last = plugin.config().passes() == 1 ? batch
					: feedback.answered(embedding, picture, batch, plugin);
				final MaskProposals found = network.decode(embedding, translation.batch(
					Lesson.prompts(last), picture.frame()), Optional.of(plugin));
				for (int i = 0; i < batch.size(); i++)
					ious.computeIfAbsent(batch.get(i).kind(), kind -> new ArrayList<>())
						.add(iou(found.logits(i, found.pluginOutput().getAsInt()), picture
							.truth(batch.get(i).object())));
			}
		}
	}

	static double iou(final float[] logits, final float[] truth) {
		final float enough = TrueLogits.enough(truth, 0, truth.length);
		int both = 0;
		int either = 0;
		for (int i = 0; i < truth.length; i++) {
			final boolean found = logits[i] > 0;
			final boolean wanted = truth[i] >= enough;
			if (found && wanted) both++;
			if (found || wanted) either++;
		}
		return either == 0 ? 1 : (double) both / either;
	}
}
