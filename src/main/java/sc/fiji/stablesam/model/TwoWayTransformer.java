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

package sc.fiji.stablesam.model;

import java.util.ArrayList;
import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/**
 * The two-way transformer of the mask decoder (Segment Anything, appendix A,
 * figure 14): two layers, then the prompt tokens read the image once more.
 */
final class TwoWayTransformer {

	private static final float EPSILON = 1e-5f;

	private final List<TwoWayAttentionBlock> layers = new ArrayList<>();
	private final CrossAttention finalAttention;
	private final LayerNorm finalNorm;
	private final int wanted;
	private final int outputs;

	/**
	 * @param wanted how many of the prompt tokens, the first ones, are wanted in
	 *          the end
	 * @param outputs how many, the first ones, are the decoder's own
	 */
	TwoWayTransformer(final Parameters p, final int heads, final int wanted,
		final int outputs, final TorchOps ops)
	{
		this.wanted = wanted;
		this.outputs = outputs;
		for (int i = 0; p.has("layers." + i + ".norm1.weight"); i++)
			layers.add(new TwoWayAttentionBlock(p.of("layers").of(i), heads, i, ops));
		final long c = p.shape("norm_final_attn.weight")[0];
		finalAttention = new CrossAttention(p.of("final_attn_token_to_image"), c,
			heads, ops);
		finalNorm = LayerNorm.of(p.of("norm_final_attn"), c, EPSILON);
	}

	/** @see TwoWayAttentionBlock#shared */
	SharedTokens shared(final NDArray values, final NDArray positions,
		final TokenChoice choice)
	{
		return layers.get(0).shared(values, positions, choice);
	}

	/** @see TwoWayAttentionBlock#own */
	ImageTokens own(final NDList values, final NDList keys,
		final TokenChoice choice)
	{
		return layers.get(0).own(values, keys, choice);
	}

	/**
	 * @param tokens prompt tokens [B, T, C], which are their own positions
	 * @param image for the first layer
	 * @param imagePositions [L, C], of the same places
	 * @param reading how the prompt tokens read the image
	 * @return prompt tokens [B, wanted, C], then the image tokens [L, C] of each
	 *         prompt
	 */
	NDList forward(final NDArray tokens, final ImageTokens image,
		final NDArray imagePositions, final ImageReading reading)
	{
		final Reached reached = new Reached(image, tokens);
		readInLayers(tokens, reached, imagePositions, reading);
		reached.write(layers.get(layers.size() - 1), tokens, imagePositions);
		// NB: the other tokens have done their part.
		final String some = ":, :" + wanted;
		final NDArray queries = reached.queries.get(some);
		final NDArray read = reading.read(PluginPlace.FINAL, queries.add(tokens.get(
			some)), new OwnImage(finalAttention, reached.values(), reached.keys(),
				reached.choice()));
		final NDList out = new NDList(reading.adapt(PluginPlace.FINAL, finalNorm
			.forward(read.add(queries)), outputs));
		out.addAll(reached.values());
		return out;
	}

	/** Runs all layers but for what the last one writes to the image. */
	private void readInLayers(final NDArray tokens, final Reached reached,
		final NDArray imagePositions, final ImageReading reading)
	{
		for (int i = 0; i < layers.size(); i++) {
			if (i > 0) {
				reached.write(layers.get(i - 1), tokens, imagePositions);
				reached.image = layers.get(i).own(reached.values(), reached.keys(),
					reached.choice());
			}
			reached.queries = reading.adapt(PluginPlace.layer(i), layers.get(i)
				.tokens(reached.queries, tokens, reached.image, reading), outputs);
		}
	}

	/** How far a pass has come. */
	private static final class Reached {

		private ImageTokens image;
		private NDArray queries;
		/** The image tokens of each prompt, then the same with positions. */
		private NDList written = new NDList();

		Reached(final ImageTokens image, final NDArray queries) {
			this.image = image;
			this.queries = queries;
		}

		void write(final TwoWayAttentionBlock layer, final NDArray tokens,
			final NDArray imagePositions)
		{
			final NDList next = layer.image(queries, tokens, image, imagePositions);
			// NB: Closed early, so that the next prompts find this memory warm.
			written.close();
			written = next;
		}

		TokenChoice choice() {
			return image.choice();
		}

		NDList values() {
			return written.subNDList(0, written.size() / 2);
		}

		NDList keys() {
			return written.subNDList(written.size() / 2);
		}
	}
}
