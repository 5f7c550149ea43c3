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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.StableSamException;
import sc.fiji.stablesam.model.KnownImages;

/**
 * Draws the pictures that steps learn from: each set is as likely as the
 * others, however many pictures it has. What is drawn depends on the seed and
 * its number only. Not safe for use by several threads at once.
 */
final class TrainingSets {

	/** Pictures without an object are passed over, but not for ever. */
	private static final int TRIALS = 200;

	private final List<AnnotatedSet> sets;
	private final PictureShelf shelf;
	private final TrainingOptions options;
	private final PromptSampler sampler;

	/** @param sets one that is there twice is learnt from twice as often */
	TrainingSets(final List<AnnotatedSet> sets, final PictureShelf shelf,
		final TrainingOptions options)
	{
		this.sets = List.copyOf(sets);
		this.shelf = shelf;
		this.options = options;
		sampler = PromptSampler.of(options.seed());
	}

	/** @return the names of the sets, and how often each is there, for people */
	String names() {
		final Map<AnnotatedSet, Integer> times = new LinkedHashMap<>();
		for (final AnnotatedSet set : sets)
			times.merge(set, 1, Integer::sum);
		return times.entrySet().stream().map(e -> e.getKey().name() + " (" + e
			.getKey().size() + ")" + (e.getValue() == 1 ? "" : " x " + e.getValue()))
			.collect(Collectors.joining(", "));
	}

	/**
	 * @throws StableSamException if a picture cannot be read, or there are no
	 *           objects
	 */
	Lesson draw(final int number) {
		for (int trial = 0; trial < TRIALS; trial++) {
			final SplittableRandom random = Draws.random(options.seed(), "lesson",
				number, trial);
			final AnnotatedSet set = sets.get(random.nextInt(sets.size()));
			final TrainingPicture picture = picture(set, random);
			if (!picture.blank().objects().isEmpty()) return lesson(picture, number,
				random);
		}
		throw new StableSamException("None of " + TRIALS + " pictures drawn from " +
			names() + " has an object of at least " + AnnotatedPicture.SMALLEST +
			" pixels; there is nothing to learn from.");
	}

	/**
	 * @return what all the pictures are like, but for those that are painted anew
	 * @throws StableSamException if a picture cannot be read, or if they are too
	 *           few to tell
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	KnownImages known(final Progress progress) {
		final List<List<float[]>> known = new ArrayList<>();
		for (final AnnotatedSet set : new LinkedHashSet<>(sets)) {
			final List<float[]> images = new ArrayList<>();
			for (final TrainingPicture picture : shelf.asTheyAre(set, options
				.closeUps()))
			{
				progress.checkCancelled();
				if (!picture.blank().objects().isEmpty()) images.add(picture.meanToken(
					progress));
			}
			known.add(images);
		}
		return KnownImages.of(known).orElseThrow(() -> new StableSamException(
			"None of the sets " + names() +
				" has two pictures with objects, so that nobody can tell how much images of a kind differ; train without known images."));
	}

	private TrainingPicture picture(final AnnotatedSet set,
		final SplittableRandom random)
	{
		final boolean closeUp = options.closeUps() > 0 && random.nextBoolean();
		return closeUp ? shelf.closeUp(set, random.nextInt(options.closeUps()))
			: shelf.get(set, random.nextInt(set.size()));
	}

	private Lesson lesson(final TrainingPicture picture, final int number,
		final SplittableRandom random)
	{
		// NB: prompts of one kind go through the network together.
		final PromptKind kind = options.mix().draw(random);
		final List<Lesson.Task> tasks = new ArrayList<>();
		for (final int object : Draws.some(picture.blank().objects().size(), options
			.objects(), random))
			tasks.add(new Lesson.Task(object, kind, sampler.sample(picture.blank(),
				object, kind, number), number));
		final boolean again = options.feedback() > 0 && random
			.nextDouble() < options.feedback();
		return new Lesson(picture, tasks, again ? 2 : 1);
	}
}
