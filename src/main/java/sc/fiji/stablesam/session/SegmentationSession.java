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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import ai.djl.engine.EngineException;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.image.ImageFrame;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.model.ImageEmbedding;
import sc.fiji.stablesam.model.MaskProposals;
import sc.fiji.stablesam.model.PromptBatch;
import sc.fiji.stablesam.prompt.Prompt;

/**
 * One encoded image, to be prompted many times from any thread. Owns the native
 * memory of the image embedding until it is closed.
 */
public final class SegmentationSession implements AutoCloseable {

	/** Prompts a batch: enough to gain by it, few enough to stay small. */
	private static final int BATCH = 8;

	private final SegmentationModel model;
	private final ImageEmbedding embedding;
	private final PromptTranslator translator;
	private final LogitMasks masks;
	private boolean closed;

	SegmentationSession(final SegmentationModel model, final ImageFrame frame,
		final ImageEmbedding embedding)
	{
		this.model = model;
		this.embedding = embedding;
		this.translator = new PromptTranslator(frame);
		this.masks = new LogitMasks(frame.withSide(MaskProposals.SIDE));
	}

	/**
	 * @return all candidates for one object, the one that {@link MaskChoice#AUTO}
	 *         takes first; candidates may be empty masks
	 * @throws IllegalArgumentException if the prompt is empty or lies outside the
	 *           image
	 * @throws IllegalStateException if the session is closed
	 */
	public List<Mask> segment(final Prompt prompt) {
		final TranslatedPrompt translated = translator.translate(prompt);
		final MaskProposals proposals = decode(List.of(translated));
		final int chosen = MaskSelection.choose(proposals, 0, MaskChoice.AUTO,
			prompt);
		final List<Mask> candidates = new ArrayList<>();
		candidates.add(masks.mask(proposals, 0, chosen));
		for (int output = 0; output < MaskProposals.OUTPUTS; output++)
			if (output != chosen) candidates.add(masks.mask(proposals, 0, output));
		return candidates;
	}

	/**
	 * @return one mask a prompt, in the order of the prompts; empty masks where
	 *         the model finds nothing
	 * @throws IllegalArgumentException if a prompt is empty or lies outside the
	 *           image
	 * @throws IllegalStateException if the session is closed
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public List<Mask> segment(final List<Prompt> prompts, final MaskChoice choice,
		final Progress progress)
	{
		final Mask[] answers = new Mask[prompts.size()];
		int done = 0;
		for (final List<Integer> batch : batches(prompts)) {
			progress.checkCancelled();
			progress.report("Segmenting", (double) done / prompts.size());
			final List<TranslatedPrompt> translated = new ArrayList<>();
			batch.forEach(i -> translated.add(translator.translate(prompts.get(i))));
			final MaskProposals proposals = decode(translated);
			for (int i = 0; i < batch.size(); i++)
				answers[batch.get(i)] = masks.mask(proposals, i, MaskSelection.choose(
					proposals, i, choice, prompts.get(batch.get(i))));
			done += batch.size();
		}
		progress.report("Segmenting", 1);
		return Arrays.asList(answers);
	}

	/** @return prompts of the same form, by their places in the list */
	private Collection<List<Integer>> batches(final List<Prompt> prompts) {
		final Map<String, List<Integer>> open = new LinkedHashMap<>();
		final List<List<Integer>> all = new ArrayList<>();
		for (int i = 0; i < prompts.size(); i++) {
			final List<Integer> batch = open.computeIfAbsent(translator.form(prompts
				.get(i)), form -> {
					final List<Integer> fresh = new ArrayList<>();
					all.add(fresh);
					return fresh;
				});
			batch.add(i);
			if (batch.size() == BATCH) open.values().remove(batch);
		}
		return all;
	}

	private MaskProposals decode(final List<TranslatedPrompt> prompts) {
		final PromptBatch batch = TranslatedPrompt.batch(prompts);
		model.lock().lock();
		try {
			if (closed) throw new IllegalStateException("The session is closed.");
			return model.network().decode(embedding, batch);
		}
		catch (final EngineException exc) {
			throw SegmentationModel.engineFailure(exc);
		}
		finally {
			model.lock().unlock();
		}
	}

	@Override
	public void close() {
		model.lock().lock();
		try {
			if (closed) return;
			closed = true;
			model.forget(this);
			embedding.close();
		}
		finally {
			model.lock().unlock();
		}
	}
}
