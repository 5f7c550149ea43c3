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

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/**
 * One layer of the two-way transformer: self-attention of the prompt tokens,
 * prompt-to-image attention, an MLP, and image-to-prompt attention (Segment
 * Anything, appendix A, "Lightweight mask decoder").
 */
final class TwoWayAttentionBlock {

	private static final float EPSILON = 1e-5f;

	private final SelfAttention selfAttention;
	private final LayerNorm norm1;
	private final CrossAttention tokenToImage;
	private final LayerNorm norm2;
	private final Mlp mlp;
	private final LayerNorm norm3;
	private final CrossAttention imageToToken;
	private final LayerNorm norm4;
	private final PluginPlace place;

	/** @param layer counting from 0 */
	TwoWayAttentionBlock(final Parameters p, final int heads, final int layer,
		final TorchOps ops)
	{
		place = PluginPlace.layer(layer);
		final long c = p.shape("norm1.weight")[0];
		selfAttention = new SelfAttention(p.of("self_attn"), c, heads, ops);
		norm1 = LayerNorm.of(p.of("norm1"), c, EPSILON);
		tokenToImage = new CrossAttention(p.of("cross_attn_token_to_image"), c,
			heads, ops);
		norm2 = LayerNorm.of(p.of("norm2"), c, EPSILON);
		mlp = new Mlp(p.of("mlp"), ops);
		norm3 = LayerNorm.of(p.of("norm3"), c, EPSILON);
		imageToToken = new CrossAttention(p.of("cross_attn_image_to_token"), c,
			heads, ops);
		norm4 = LayerNorm.of(p.of("norm4"), c, EPSILON);
	}

	/**
	 * @param queries prompt tokens [B, T, C]
	 * @param positions of the prompt tokens [B, T, C]
	 * @return prompt tokens [B, T, C]
	 */
	NDArray tokens(final NDArray queries, final NDArray positions,
		final ImageTokens image, final ImageReading reading)
	{
		// NB: In the first layer the tokens are still their own positions.
		final NDArray x = norm1.forward(place == PluginPlace.LAYER_0 ? selfAttention
			.forward(queries, queries) : selfAttention.forward(queries.add(positions),
				queries).add(queries));
		final NDArray read = reading.read(place, x.add(positions), image
			.readable());
		final NDArray y = norm2.forward(read.add(x));
		return norm3.forward(mlp.forward(y).add(y));
	}

	/**
	 * @param tokens what {@link #tokens} made
	 * @param positions of the prompt tokens [B, T, C]
	 * @param imagePositions [L, C]
	 * @return image tokens, [L, C] a prompt: first all without positions, then
	 *         all with
	 */
	NDList image(final NDArray tokens, final NDArray positions,
		final ImageTokens image, final NDArray imagePositions)
	{
		return imageToToken.imageToTokens(image.score(tokens.add(positions)),
			tokens, image.values(), norm4, imagePositions);
	}

	/**
	 * @param values image tokens, [L, C] a prompt
	 * @param keys the same with positions
	 * @param choice the places that both are of
	 */
	ImageTokens own(final NDList values, final NDList keys,
		final TokenChoice choice)
	{
		final ReadableImage readable = new OwnImage(tokenToImage, values, keys,
			choice);
		return new ImageTokens() {

			@Override
			public TokenChoice choice() {
				return choice;
			}

			@Override
			public NDList values() {
				return values;
			}

			@Override
			public ReadableImage readable() {
				return readable;
			}

			@Override
			public NDList score(final NDArray tokenKeys) {
				return imageToToken.score(keys, tokenKeys);
			}
		};
	}

	/**
	 * Prepares image tokens that all prompts share; what it makes belongs to the
	 * manager of {@code values}.
	 *
	 * @param values image tokens [L, C]
	 * @param positions [L, C]
	 * @param choice the places that both are of
	 */
	SharedTokens shared(final NDArray values, final NDArray positions,
		final TokenChoice choice)
	{
		return new SharedTokens(new SharedImage(tokenToImage, values, positions,
			choice), values, positions, imageToToken);
	}
}
