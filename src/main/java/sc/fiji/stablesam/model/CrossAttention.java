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
import ai.djl.ndarray.types.Shape;

/**
 * Multi-head attention between a few prompt tokens and the thousands of image
 * tokens, either way (Segment Anything, appendix A, "Lightweight mask
 * decoder").
 * <p>
 * Instead of projecting every image token, as the textbook has it, the
 * projection on the image's side is folded into the prompt tokens: q (W k) = (q
 * W) k, and the sum of a (W v) = W (sum of a v). The answer is the same up to
 * rounding, for about half the arithmetic. Where all prompts still see the same
 * image tokens, those are projected once an image ({@link #project}).
 */
final class CrossAttention {

	private final Linear q;
	private final Linear k;
	private final Linear v;
	private final Linear out;
	private final int heads;
	private final long inner;
	private final float scale;
	/** The projections by head: [heads, inner / heads, C] */
	private final NDArray queryWeight;
	private final NDArray keyWeight;
	private final NDArray outWeight;
	/** [heads, C, inner / heads] */
	private final NDArray valueWeight;
	/** [heads, inner / heads, 1] */
	private final NDArray queryBias;

	/** @param channels of the tokens; the heads may work with fewer */
	CrossAttention(final Parameters p, final long channels, final int heads) {
		this.heads = heads;
		inner = p.shape("q_proj.weight")[0];
		q = Linear.of(p.of("q_proj"), channels, inner);
		k = Linear.of(p.of("k_proj"), channels, inner);
		v = Linear.of(p.of("v_proj"), channels, inner);
		out = Linear.of(p.of("out_proj"), inner, channels);
		scale = (float) (1 / Math.sqrt(inner / heads));
		queryWeight = q.weight().reshape(heads, inner / heads, channels);
		keyWeight = k.weight().reshape(heads, inner / heads, channels);
		valueWeight = v.weight().reshape(heads, inner / heads, channels).transpose(
			0, 2, 1);
		outWeight = out.weight().transpose().reshape(heads, inner / heads,
			channels);
		queryBias = q.bias().reshape(heads, inner / heads, 1);
	}

	/** What the attention of all prompts shares. */
	static final class Projected {

		private final NDArray keys;
		private final NDArray values;

		private Projected(final NDArray keys, final NDArray values) {
			this.keys = keys;
			this.values = values;
		}
	}

	/** @return [heads, N * L, inner / heads] from [N, L, inner] */
	private NDArray byHead(final NDArray x) {
		return x.reshape(-1, heads, inner / heads).transpose(1, 0, 2);
	}

	/** @return [N, L, inner] from [heads, N * L, inner / heads] */
	private NDArray together(final NDArray x, final Shape tokens) {
		return x.transpose(1, 0, 2).reshape(tokens.get(0), tokens.get(1), inner);
	}

	/** @return [N, heads * L, C] from [heads, N * L, C] */
	private NDArray stacked(final NDArray x, final Shape tokens) {
		return x.reshape(heads, tokens.get(0), tokens.get(1), -1).transpose(1, 0, 2,
			3).reshape(tokens.get(0), heads * tokens.get(1), -1);
	}

	/**
	 * Prompt tokens look at the image.
	 *
	 * @param tokens queries [B, T, C]
	 * @param keys image tokens with positions [B, L, C]
	 * @param values image tokens [B, L, C]
	 * @return [B, T, C]
	 */
	NDArray tokensToImage(final NDArray tokens, final NDArray keys,
		final NDArray values)
	{
		final Shape shape = tokens.getShape();
		final NDArray queries = byHead(q.forward(tokens).mul(scale)).matMul(
			keyWeight);
		// NB: The keys' bias adds the same to all scores of a query: no effect.
		final NDArray attention = stacked(queries, shape).matMul(keys.transpose(0,
			2, 1)).softmax(-1);
		final NDArray read = attention.matMul(values).reshape(shape.get(0), heads,
			shape.get(1), -1).transpose(1, 0, 2, 3).reshape(heads, shape.get(0) *
				shape.get(1), -1);
		final NDArray y = read.matMul(valueWeight);
		return out.forward(together(y, shape).addi(v.bias()));
	}

	/**
	 * Image tokens look at the prompt.
	 *
	 * @param image queries with positions [B, L, C]
	 * @param keys prompt tokens [B, T, C]
	 * @param values prompt tokens [B, T, C]
	 * @return [B, L, C]
	 */
	NDArray imageToTokens(final NDArray image, final NDArray keys,
		final NDArray values)
	{
		final Shape shape = keys.getShape();
		final NDArray projected = byHead(k.forward(keys).mul(scale));
		final NDArray folded = stacked(projected.matMul(queryWeight), shape);
		final NDArray bias = stacked(projected.matMul(queryBias), shape);
		return write(folded.matMul(image.transpose(0, 2, 1)).addi(bias), values);
	}

	/** @param scores [B, heads * T, L] */
	private NDArray write(final NDArray scores, final NDArray values) {
		final Shape shape = values.getShape();
		final NDArray attention = scores.reshape(shape.get(0), heads, shape.get(1),
			-1).softmax(2).reshape(shape.get(0), heads * shape.get(1), -1);
		final NDArray folded = stacked(byHead(v.forward(values)).matMul(outWeight),
			shape);
		return attention.transpose(0, 2, 1).matMul(folded).addi(out.bias());
	}

	/**
	 * @param keys image tokens with positions [1, L, C]
	 * @param values image tokens [1, L, C]
	 */
	Projected project(final NDArray keys, final NDArray values) {
		return new Projected(byHead(k.forward(keys)).transpose(0, 2, 1).mul(1),
			byHead(v.forward(values)).mul(1));
	}

	/**
	 * @param image with positions [1, L, C]
	 * @return [heads, inner / heads, L]
	 */
	NDArray projectQueries(final NDArray image) {
		return byHead(q.forward(image)).transpose(0, 2, 1).mul(scale);
	}

	/** {@link #tokensToImage} where all prompts see the same image tokens. */
	NDArray tokensToImage(final NDArray tokens, final Projected image) {
		final NDArray attention = byHead(q.forward(tokens).mul(scale)).matMul(
			image.keys).softmax(-1);
		return out.forward(together(attention.matMul(image.values), tokens
			.getShape()));
	}

	/**
	 * {@link #imageToTokens} where all prompts see the same image tokens.
	 *
	 * @param image what {@link #projectQueries} made
	 */
	NDArray sharedImageToTokens(final NDArray image, final NDArray keys,
		final NDArray values)
	{
		final NDArray scores = stacked(byHead(k.forward(keys)).matMul(image), keys
			.getShape());
		return write(scores, values);
	}
}
