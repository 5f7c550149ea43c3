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

import sc.fiji.stablesam.model.ImageEmbedding;
import sc.fiji.stablesam.model.MaskProposals;
import sc.fiji.stablesam.model.Sam;
import sc.fiji.stablesam.model.StabilityPlugin;
import sc.fiji.stablesam.prompt.MaskHint;

/**
 * Answers the prompts of a lesson and asks again with the masks that were found
 * (Segment Anything, appendix A, "Training algorithm"), as clicks are answered
 * with a plugin of two passes. Nothing is learnt of the first answers.
 */
final class MaskFeedback {

	private final Sam network;
	private final PromptTranslation translation;

	MaskFeedback(final Sam network, final PromptTranslation translation) {
		this.network = network;
		this.translation = translation;
	}

	/**
	 * @param batch tasks whose prompts fit into one batch
	 * @param plugin as it is now, its parameters without gradients
	 * @return the tasks with masks, which fit into one batch, too; those that
	 *         came with one stay as they are
	 */
	List<Lesson.Task> answered(final ImageEmbedding embedding,
		final TrainingPicture picture, final List<Lesson.Task> batch,
		final StabilityPlugin plugin)
	{
		if (batch.get(0).prompt().hint().isPresent()) return batch;
		final MaskProposals found = network.decode(embedding, translation.batch(
			Lesson.prompts(batch), picture.frame()), Optional.of(plugin));
		final int output = found.pluginOutput().getAsInt();
		final List<Lesson.Task> answered = new ArrayList<>();
		for (int i = 0; i < batch.size(); i++)
			answered.add(batch.get(i).with(MaskHint.logits(found.logits(i, output))));
		return answered;
	}
}
