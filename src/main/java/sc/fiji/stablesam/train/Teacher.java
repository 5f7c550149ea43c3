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
import java.util.Optional;

import ai.djl.ndarray.NDArray;

import sc.fiji.stablesam.model.ImageEmbedding;
import sc.fiji.stablesam.model.Sam;
import sc.fiji.stablesam.prompt.Prompt;

/**
 * The network without a plugin, given exact boxes: what a plugin should find
 * for any prompt. Where the teacher sees an object much as people did, its own
 * outline is learnt, so that the plugin need not learn to draw otherwise.
 */
final class Teacher {

	private final Sam network;
	private final PromptTranslation translation;
	private final PromptSampler sampler = PromptSampler.of(0);
	private final double enough;

	/** @param enough IoU with the truth; above 1 there is only the truth */
	Teacher(final Sam network, final PromptTranslation translation,
		final double enough)
	{
		this.network = network;
		this.translation = translation;
		this.enough = enough;
	}

	/**
	 * @param places [B, K] of tokens
	 * @param truth [B, L], shares from 0 to 1
	 * @param weights [B, L], how many cells each cell stands for
	 * @return [B, L], from 0 to 1, to be learnt in place of the truth
	 */
	NDArray correct(final ImageEmbedding embedding, final TrainingPicture picture,
		final List<Lesson.Task> tasks, final NDArray places, final NDArray truth,
		final NDArray weights)
	{
		if (enough > 1) return truth;
		final List<Prompt> boxes = new ArrayList<>();
		for (final Lesson.Task task : tasks)
			boxes.add(sampler.sample(picture.blank(), task.object(),
				PromptKind.GT_BOX, 0));
		final NDArray probabilities = network.differentiableLogits(embedding,
			translation.batch(boxes, picture.frame()), Optional.empty(), places)
			.getNDArrayInternal().sigmoid();
		final int cells = Math.toIntExact(truth.getShape().get(1));
		final float[] taught = probabilities.toFloatArray();
		final float[] real = truth.toFloatArray();
		final float[] w = weights.toFloatArray();
		for (int start = 0; start < real.length; start += cells)
			if (iou(taught, real, w, start, cells) >= enough) System.arraycopy(taught,
				start, real, start, cells);
		return truth.getManager().create(real, truth.getShape());
	}

	private static double iou(final float[] taught, final float[] truth,
		final float[] weights, final int start, final int cells)
	{
		double both = 0;
		double either = 0;
		for (int i = start; i < start + cells; i++) {
			final boolean found = taught[i] > 0.5f;
			final boolean wanted = truth[i] >= 0.5f;
			if (found && wanted) both += weights[i];
			if (found || wanted) either += weights[i];
		}
		return both / Math.max(either, 1);
	}
}
