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

/** Multi-head attention among the prompt tokens. */
final class SelfAttention {

	/** The queries' projection by head: [heads, C / heads, C] */
	private final NDArray queryWeight;
	/** [C] */
	private final NDArray queryBias;
	private final Linear k;
	private final Linear v;
	private final Linear out;
	private final TorchOps ops;

	SelfAttention(final Parameters p, final long channels, final int heads,
		final TorchOps ops)
	{
		this.ops = ops;
		final Linear q = Linear.of(p.of("q_proj"), channels, channels);
		queryWeight = q.weight().reshape(heads, -1, channels);
		queryBias = q.bias();
		k = Linear.of(p.of("k_proj"), channels, channels);
		v = Linear.of(p.of("v_proj"), channels, channels);
		out = Linear.of(p.of("out_proj"), channels, channels);
	}

	/**
	 * @param x queries and keys [B, T, C]
	 * @param values [B, T, C]
	 * @return [B, T, C]
	 */
	NDArray forward(final NDArray x, final NDArray values) {
		return ops.run("self_attention", x, values, queryWeight, queryBias, k, v,
			out).singletonOrThrow();
	}
}
