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

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import ai.djl.engine.EngineException;
import sc.fiji.stablesam.image.ImageFrame;
import sc.fiji.stablesam.model.ImageEmbedding;
import sc.fiji.stablesam.model.MaskProposals;
import sc.fiji.stablesam.model.MaskRegion;
import sc.fiji.stablesam.model.MaskSamples;
import sc.fiji.stablesam.model.PromptBatch;
import sc.fiji.stablesam.model.StabilityPlugin;
import sc.fiji.stablesam.prompt.Prompt;

/**
 * One encoded image, or a part of one, that prompts in its coordinates are
 * decoded with. Thread-safe. Owns the native memory of the image embedding
 * until it is closed.
 */
final class EncodedImage implements AutoCloseable {

	private final SegmentationModel model;
	private final ImageFrame frame;
	private final ImageEmbedding embedding;
	private final PromptTranslator translator;
	private final LogitMasks masks;
	private float[] meanToken;
	private boolean closed;

	EncodedImage(final SegmentationModel model, final ImageFrame frame,
		final ImageEmbedding embedding)
	{
		this.model = model;
		this.frame = frame;
		this.embedding = embedding;
		this.translator = new PromptTranslator(frame);
		this.masks = new LogitMasks(frame.withSide(MaskProposals.SIDE));
	}

	ImageFrame frame() {
		return frame;
	}

	/**
	 * @return the plugin that is chosen, if any
	 * @throws IllegalStateException if this is closed
	 * @throws sc.fiji.stablesam.StableSamException if it cannot be used
	 */
	Optional<StabilityPlugin> plugin(final PluginChoice choice) {
		return inTurn(() -> model.plugin(choice));
	}

	/**
	 * @return [C], the mean of its tokens, which is not to be written to
	 * @throws IllegalStateException if this is closed
	 */
	float[] meanToken() {
		return inTurn(() -> {
			if (meanToken == null) meanToken = embedding.meanToken();
			return meanToken;
		});
	}

	/** @return how much native memory it occupies */
	long bytes() {
		return embedding.bytes();
	}

	/** @return makes masks of what is decoded */
	LogitMasks masks() {
		return masks;
	}

	/**
	 * @param prompts of one {@link PromptBatches form}
	 * @throws IllegalArgumentException if a prompt is empty or lies outside the
	 *           image
	 * @throws IllegalStateException if this is closed
	 */
	MaskProposals decode(final List<Prompt> prompts,
		final Optional<StabilityPlugin> plugin)
	{
		final PromptBatch batch = translator.translate(prompts);
		return inTurn(() -> model.network().decode(embedding, batch, plugin));
	}

	/**
	 * Decodes a prompt with a box in less than half of the time: what lies far
	 * from it is looked at less closely, and taken for background.
	 *
	 * @param prompts one prompt
	 * @throws IllegalArgumentException if it is empty or lies outside the image
	 * @throws IllegalStateException if this is closed
	 */
	MaskProposals decodeNearby(final List<Prompt> prompts,
		final Optional<StabilityPlugin> plugin)
	{
		final Prompt prompt = prompts.get(0);
		if (!prompt.box().isPresent()) return decode(prompts, plugin);
		final PromptBatch batch = translator.translate(prompts);
		// NB: it is with a plugin that reading takes long.
		final MaskRegion region = new PromptRegion(frame, plugin.isPresent()
			? MaskRegion.skimmed() : MaskRegion.complete()).with(prompt).region();
		return inTurn(() -> model.network().decodeIn(region, embedding, batch,
			plugin));
	}

	/**
	 * Decodes the part of the image that a region says.
	 *
	 * @param prompts of one {@link PromptBatches form}, with the same hint
	 * @throws IllegalStateException if this is closed
	 */
	MaskSamples sample(final List<Prompt> prompts,
		final Optional<StabilityPlugin> plugin, final MaskRegion region)
	{
		final PromptBatch batch = translator.translateSharing(prompts);
		return inTurn(() -> model.network().sample(embedding, batch, plugin,
			region));
	}

	private <T> T inTurn(final Supplier<T> task) {
		return model.turns().take(() -> {
			if (closed) throw new IllegalStateException("The session is closed.");
			try {
				return task.get();
			}
			catch (final EngineException exc) {
				throw SegmentationModel.engineFailure(exc);
			}
		});
	}

	@Override
	public void close() {
		model.turns().take(() -> {
			if (closed) return;
			closed = true;
			model.forget(this);
			embedding.close();
		});
	}
}
