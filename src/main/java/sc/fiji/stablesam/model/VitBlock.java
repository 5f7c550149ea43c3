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
 * One transformer block of the ViT: attention within windows, or over the whole
 * map, with decomposed relative positions, then an MLP, each with pre-norm and
 * residual (Segment Anything, appendix A; Li et al., MViTv2, section 4.1).
 */
final class VitBlock {

	private static final float EPSILON = 1e-6f;

	private final TorchOps ops;
	private final int heads;
	private final WindowGrid grid;
	private final LayerNorm norm1;
	private final Linear qkv;
	/** [window, window, C / heads]: of a row's query and a row's key */
	private final NDArray rows;
	/** [window, window, C / heads]: of a column's query and a column's key */
	private final NDArray columns;
	private final Linear projection;
	private final LayerNorm norm2;
	private final Linear mlp1;
	private final Linear mlp2;

	/** @param block counting from 0 */
	VitBlock(final Parameters p, final VitConfig config, final int block,
		final TorchOps ops)
	{
		this.ops = ops;
		heads = config.heads();
		grid = WindowGrid.of(VitConfig.SIDE, config.window(block));
		final long c = config.width();
		norm1 = LayerNorm.of(p.of("norm1"), c, EPSILON);
		qkv = Linear.of(p.of("attn.qkv"), c, 3 * c);
		rows = distances(p, "attn.rel_pos_h", c / heads);
		columns = distances(p, "attn.rel_pos_w", c / heads);
		projection = Linear.of(p.of("attn.proj"), c, c);
		norm2 = LayerNorm.of(p.of("norm2"), c, EPSILON);
		final long hidden = p.shape("mlp.lin1.weight")[0];
		mlp1 = Linear.of(p.of("mlp.lin1"), c, hidden);
		mlp2 = Linear.of(p.of("mlp.lin2"), hidden, c);
	}

	/**
	 * @return for each query and key of an axis what stands for their distance
	 */
	private NDArray distances(final Parameters p, final String name,
		final long channels)
	{
		final int side = grid.window();
		final long[] which = new long[side * side];
		for (int i = 0; i < which.length; i++)
			which[i] = i / side - i % side + side - 1;
		try (Scope scope = Scope.in(p.manager())) {
			final NDArray all = p.in(scope.manager()).take(name, 2L * side - 1,
				channels);
			return scope.leave(ops.run("some", all, 0, scope.manager().create(which))
				.singletonOrThrow().reshape(side, side, channels));
		}
	}

	/**
	 * @param x [1, 64 * 64, C]
	 * @return [1, 64 * 64, C], owned by x's manager
	 */
	NDArray forward(final NDArray x) {
		try (Scope scope = Scope.in(x.getManager())) {
			final NDArray in = scope.enter(x);
			final NDArray y = grid.merge(attend(grid.partition(norm1.forward(in),
				ops))).add(in);
			return scope.leave(y.addi(ops.mlp(norm2.forward(y), mlp1, mlp2)));
		}
	}

	/** @param windows [N, window * window, C] */
	private NDArray attend(final NDArray windows) {
		try (Scope scope = Scope.in(windows.getManager())) {
			final NDArray[] parts = qkv.forward(scope.enter(windows)).split(3, 2)
				.toArray(new NDArray[0]);
			final NDArray read = ops.run("relative_attention", parts[0], parts[1],
				parts[2], heads, rows, columns).singletonOrThrow();
			return scope.leave(projection.forward(read));
		}
	}
}
