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

/**
 * One transformer block of TinyViT: attention within windows with a bias for
 * each distance, a depthwise convolution, then an MLP (Wu et al., TinyViT, ECCV
 * 2022, section 3.3).
 */
final class TinyVitBlock {

	private static final float EPSILON = 1e-5f;

	private final TorchOps ops;
	private final int heads;
	private final int window;
	private final LayerNorm attentionNorm;
	private final Linear qkv;
	/** [1, heads, window * window, window * window] */
	private final NDArray biases;
	private final Linear projection;
	private final ConvNorm localConv;
	private final LayerNorm mlpNorm;
	private final Linear mlp1;
	private final Linear mlp2;

	/** @param window side of the windows, in tokens */
	TinyVitBlock(final Parameters p, final int heads, final int window,
		final TorchOps ops)
	{
		this.ops = ops;
		this.heads = heads;
		this.window = window;
		final Parameters attention = p.of("attn");
		final long c = p.shape("attn.norm.weight")[0];
		attentionNorm = LayerNorm.of(attention.of("norm"), c, EPSILON);
		qkv = queriesFirst(Linear.of(attention.of("qkv"), c, 3 * c));
		biases = biases(attention);
		projection = Linear.of(attention.of("proj"), c, c);
		localConv = ConvNorm.depthwise(p.of("local_conv"), c, 1);
		mlpNorm = LayerNorm.of(p.of("mlp.norm"), c, EPSILON);
		final long hidden = p.shape("mlp.fc1.weight")[0];
		mlp1 = Linear.of(p.of("mlp.fc1"), c, hidden);
		mlp2 = Linear.of(p.of("mlp.fc2"), hidden, c);
	}

	/**
	 * NB: Checkpoints have queries, keys and values of each head together.
	 *
	 * @return the layer that gives the queries of all heads first, then the keys,
	 *         then the values
	 */
	private Linear queriesFirst(final Linear layer) {
		final long c = layer.weight().getShape().get(1);
		return Linear.of(layer.weight().reshape(heads, 3, c / heads, c).transpose(1,
			0, 2, 3).reshape(3 * c, c), layer.bias().reshape(heads, 3, c / heads)
				.transpose(1, 0, 2).reshape(3 * c));
	}

	/** @return for each head, query and key the bias of their distance */
	private NDArray biases(final Parameters p) {
		final int tokens = window * window;
		final long[] which = new long[tokens * tokens];
		for (int i = 0; i < which.length; i++) {
			final int query = i / tokens;
			final int key = i % tokens;
			which[i] = Math.abs(query / window - key / window) * window + Math.abs(
				query % window - key % window);
		}
		try (Scope scope = Scope.in(p.manager())) {
			final NDArray all = p.in(scope.manager()).take("attention_biases", heads,
				tokens).transpose();
			final NDArray each = ops.run("some", all, 0, scope.manager().create(
				which)).singletonOrThrow().transpose().flatten();
			return scope.leave(each.reshape(1, heads, tokens, tokens));
		}
	}

	/**
	 * @param x [1, side * side, C]
	 * @return [1, side * side, C], owned by x's manager
	 */
	NDArray forward(final NDArray x) {
		try (Scope scope = Scope.in(x.getManager())) {
			final NDArray in = scope.enter(x);
			final WindowGrid grid = WindowGrid.of(TokenMap.side(in), window);
			final NDArray attended = grid.merge(attend(grid.partition(in, ops))).add(
				in);
			final NDArray y = TokenMap.tokens(localConv.forward(TokenMap.map(
				attended)));
			return scope.leave(y.add(ops.mlp(mlpNorm.forward(y), mlp1, mlp2)));
		}
	}

	/** @param windows [N, window * window, C] */
	private NDArray attend(final NDArray windows) {
		final NDArray[] parts = qkv.forward(attentionNorm.forward(windows)).split(3,
			2).toArray(new NDArray[0]);
		return projection.forward(ops.run("biased_attention", parts[0], parts[1],
			parts[2], heads, biases).singletonOrThrow());
	}
}
