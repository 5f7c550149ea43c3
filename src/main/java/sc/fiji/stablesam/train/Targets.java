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
import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

import sc.fiji.stablesam.image.ImageFrame;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.model.MaskProposals;

/** What the logits of a batch of tasks should be, and where that is asked. */
final class Targets {

	/** Side of the token map. */
	private static final int SIDE = MaskProposals.SIDE / 4;

	/** Logits a token. */
	private static final int QUADS = 16;

	private final TrainingPicture picture;
	private final List<Lesson.Task> tasks;
	private final List<TokenSample> samples = new ArrayList<>();

	private Targets(final TrainingPicture picture,
		final List<Lesson.Task> tasks)
	{
		this.picture = picture;
		this.tasks = tasks;
	}

	static Targets of(final TrainingPicture picture,
		final List<Lesson.Task> tasks)
	{
		final Targets targets = new Targets(picture, tasks);
		final ImageFrame tokens = picture.frame().withSide(SIDE);
		final List<Mask> objects = picture.blank().objects();
		final boolean some = tasks.stream().allMatch(task -> TokenSample.suits(
			objects.get(task.object()), tokens));
		for (final Lesson.Task task : tasks)
			targets.samples.add(some ? TokenSample.round(objects.get(task.object()),
				tokens, task.random()) : TokenSample.everywhere(SIDE));
		return targets;
	}

	/** @return [B, K], of the tokens */
	NDArray places(final NDManager manager) {
		final int k = samples.get(0).size();
		final long[] places = new long[samples.size() * k];
		for (int i = 0; i < places.length; i++)
			places[i] = samples.get(i / k).place(i % k);
		return manager.create(places, new Shape(samples.size(), k));
	}

	/** @return [B, K * QUADS], shares from 0 to 1 */
	NDArray truth(final NDManager manager) {
		final int k = samples.get(0).size();
		final float[] truth = new float[samples.size() * k * QUADS];
		for (int b = 0; b < samples.size(); b++) {
			final float[] all = MaskProposals.inLogitOrder(picture.truth(tasks.get(b)
				.object()));
			for (int i = 0; i < k; i++)
				System.arraycopy(all, samples.get(b).place(i) * QUADS, truth, (b * k +
					i) * QUADS, QUADS);
		}
		return manager.create(truth, new Shape(samples.size(), (long) k * QUADS));
	}

	/** @return [B, K * QUADS], how many cells each cell stands for */
	NDArray weights(final NDManager manager) {
		final int k = samples.get(0).size();
		final float[] weights = new float[samples.size() * k * QUADS];
		for (int i = 0; i < weights.length; i++)
			weights[i] = samples.get(i / QUADS / k).weight(i / QUADS % k);
		return manager.create(weights, new Shape(samples.size(), (long) k * QUADS));
	}
}
