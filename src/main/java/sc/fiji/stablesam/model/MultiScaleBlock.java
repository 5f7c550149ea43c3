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
 * One transformer block of Hiera: attention within windows (or over the whole
 * map), with query pooling where a new stage begins, then an MLP, each with
 * pre-norm and residual (Hiera, section 3; SAM 2, appendix D.1).
 */
final class MultiScaleBlock {

	private static final float EPSILON = 1e-6f;
	private static final int MLP_RATIO = 4;

	private final TorchOps ops;
	private final int window;
	private final int heads;
	private final boolean pools;
	private final LayerNorm norm1;
	private final Linear qkv;
	private final Linear attentionProjection;
	private final Linear shortcutProjection;
	private final LayerNorm norm2;
	private final Linear mlp1;
	private final Linear mlp2;

	/**
	 * @param window side of the windows in tokens, 0 for the whole map
	 * @param p a block that has a {@code proj} of its own widens the channels and
	 *          pools the queries
	 */
	MultiScaleBlock(final Parameters p, final int window, final int heads,
		final TorchOps ops)
	{
		this.ops = ops;
		this.window = window;
		this.heads = heads;
		this.pools = p.has("proj.weight");
		final long in = p.shape("norm1.weight")[0];
		final long out = p.shape("norm2.weight")[0];
		norm1 = LayerNorm.of(p.of("norm1"), in, EPSILON);
		qkv = Linear.of(p.of("attn.qkv"), in, 3 * out);
		attentionProjection = Linear.of(p.of("attn.proj"), out, out);
		shortcutProjection = pools ? Linear.of(p.of("proj"), in, out) : null;
		norm2 = LayerNorm.of(p.of("norm2"), out, EPSILON);
		mlp1 = Linear.of(p.of("mlp.layers.0"), out, MLP_RATIO * out);
		mlp2 = Linear.of(p.of("mlp.layers.1"), MLP_RATIO * out, out);
	}

	boolean pools() {
		return pools;
	}

	/** @return side of the windows in tokens, 0 for the whole map */
	int window() {
		return window;
	}

	/**
	 * @param x [N, side * side, C], square maps
	 * @return [N, side * side, C], or [N, side * side / 4, 2C] if it pools; owned
	 *         by x's manager
	 */
	NDArray forward(final NDArray x, final int side) {
		try (Scope scope = Scope.in(x.getManager())) {
			final NDArray in = scope.enter(x);
			final WindowGrid grid = WindowGrid.of(side, window == 0 ? side : window);
			final NDArray normed = norm1.forward(in);
			final NDArray shortcut = pools ? ops.maxPool(shortcutProjection.forward(
				normed), side) : in;
			final NDArray windows = attend(grid.partition(normed, ops), grid
				.window());
			final NDArray y = (pools ? grid.pooled() : grid).merge(windows).add(
				shortcut);
			return scope.leave(y.addi(ops.mlp(norm2.forward(y), mlp1, mlp2)));
		}
	}

	/** @param x [N, side * side, C] */
	private NDArray attend(final NDArray x, final int side) {
		final NDArray[] parts = qkv.forward(x).split(3, 2).toArray(new NDArray[0]);
		final NDArray q = pools ? ops.maxPool(parts[0], side) : parts[0];
		return attentionProjection.forward(ops.attention(q, parts[1], parts[2],
			heads));
	}
}
