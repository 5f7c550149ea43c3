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
 * Multi-head attention between a few prompt tokens and the thousands of image
 * tokens, either way (Segment Anything, appendix A, "Lightweight mask
 * decoder").
 * <p>
 * Instead of projecting every image token, as the textbook has it, the
 * projection on the image's side is folded into the prompt tokens: q (W k) = (q
 * W) k, and the sum of a (W v) = W (sum of a v). The answer is the same up to
 * rounding, for about half the arithmetic. Where all prompts still see the same
 * image tokens, those are projected once an image.
 */
final class CrossAttention {

	private final Linear q;
	private final Linear k;
	private final Linear v;
	private final Linear out;
	private final int heads;
	private final TorchOps ops;
	/** The projections by head: [heads, inner / heads, C] */
	private final NDArray queryWeight;
	private final NDArray keyWeight;
	private final NDArray outWeight;
	/** [heads, C, inner / heads] */
	private final NDArray valueWeight;
	/** [heads, inner / heads, 1] */
	private final NDArray queryBias;
	/** Each head's share of the output's bias [C] */
	private final NDArray outBias;

	/** @param channels of the tokens; the heads may work with fewer */
	CrossAttention(final Parameters p, final long channels, final int heads,
		final TorchOps ops)
	{
		this.heads = heads;
		this.ops = ops;
		final long inner = p.shape("q_proj.weight")[0];
		q = Linear.of(p.of("q_proj"), channels, inner).times(1 / Math.sqrt(inner /
			heads));
		k = Linear.of(p.of("k_proj"), channels, inner);
		v = Linear.of(p.of("v_proj"), channels, inner);
		out = Linear.of(p.of("out_proj"), inner, channels);
		queryWeight = q.weight().reshape(heads, -1, channels);
		keyWeight = k.weight().reshape(heads, -1, channels);
		valueWeight = v.weight().reshape(heads, -1, channels).transpose(0, 2, 1);
		outWeight = out.weight().transpose().reshape(heads, -1, channels);
		queryBias = q.bias().reshape(heads, -1, 1);
		outBias = out.bias().div(heads);
	}

	/**
	 * Prompt tokens look at the image.
	 *
	 * @param tokens queries [B, T, C]
	 * @param keys image tokens with positions, [L, C] a prompt
	 * @param values image tokens, [L, C] a prompt
	 * @param choice the places that both are of
	 * @return [B, T, C]
	 */
	NDArray tokensToImage(final NDArray tokens, final NDList keys,
		final NDList values, final TokenChoice choice)
	{
		// NB: Without the keys' bias, which adds the same to all scores of a query.
		return ops.run("read_image", tokens, q, keyWeight, valueWeight, v.bias(),
			out, keys, values, choice.weights()).singletonOrThrow();
	}

	/**
	 * {@link #tokensToImage(NDArray, NDList, NDList, TokenChoice)} where all
	 * prompts see the same image tokens.
	 *
	 * @param keys of {@link #projectKeys}
	 * @param values of {@link #projectValues}
	 * @param choice the places that both are of
	 */
	NDArray tokensToImage(final NDArray tokens, final NDArray keys,
		final NDArray values, final TokenChoice choice)
	{
		return ops.run("read_shared_image", tokens, q, out, keys, values, choice
			.weights()).singletonOrThrow();
	}

	/**
	 * {@link #tokensToImage(NDArray, NDList, NDList, TokenChoice)} where the
	 * tokens look at a mixture instead of the image as it is. Scores are linear
	 * in the keys, so that they are mixed themselves, being fewer.
	 *
	 * @param keys image tokens with positions, [L, C] a prompt, or one for all
	 * @param values image tokens, [L, C] a prompt, or one for all
	 */
	NDArray tokensToImage(final NDArray tokens, final NDList keys,
		final NDList values, final Mixture mixture)
	{
		return ops.run("read_mixed_image", tokens, q, keyWeight, valueWeight, v
			.bias(), out, keys, values, mixture.samplings(), mixture.places(), mixture
				.routes(), mixture.choice()).singletonOrThrow();
	}

	/**
	 * Image tokens ask the prompt tokens.
	 *
	 * @param image queries with positions, [L, C] a prompt
	 * @param keys prompt tokens [B, T, C]
	 * @return scores, [heads * T, L] a prompt
	 */
	NDList score(final NDList image, final NDArray keys) {
		return ops.run("score_image", keys, k, queryWeight, queryBias, image);
	}

	/**
	 * {@link #score} where all prompts see the same image tokens.
	 *
	 * @param image of {@link #projectQueries}
	 */
	NDList score(final NDArray image, final NDArray keys) {
		return ops.run("score_shared_image", keys, k, image);
	}

	/**
	 * Image tokens read the prompt tokens: softmax, weighted sum, residual and
	 * norm.
	 *
	 * @param scores of {@link #score}
	 * @param tokens prompt tokens [B, T, C]
	 * @param image tokens, [L, C] a prompt, or one for all
	 * @param positions [L, C]
	 * @return the new image tokens, [L, C] a prompt: first all without positions,
	 *         then all with
	 */
	NDList imageToTokens(final NDList scores, final NDArray tokens,
		final NDList image, final LayerNorm norm, final NDArray positions)
	{
		return ops.run("write_image", tokens, v, outWeight, outBias, scores, image,
			norm, positions);
	}

	/**
	 * @return [heads, inner / heads, L] from image tokens with positions [L, C]
	 */
	NDArray projectKeys(final NDArray image) {
		return byHead(k.forward(image)).transpose(0, 2, 1);
	}

	/** @return [heads, L, inner / heads] from image tokens [L, C] */
	NDArray projectValues(final NDArray image) {
		return byHead(v.forward(image));
	}

	/**
	 * @return [heads, inner / heads, L] from image tokens with positions [L, C]
	 */
	NDArray projectQueries(final NDArray image) {
		return byHead(q.forward(image)).transpose(0, 2, 1);
	}

	/** @return [heads, L, inner / heads] from [L, inner], contiguous */
	private NDArray byHead(final NDArray x) {
		final NDArray y = x.reshape(x.getShape().get(0), heads, -1).transpose(1, 0,
			2);
		return y.flatten().reshape(y.getShape());
	}
}
