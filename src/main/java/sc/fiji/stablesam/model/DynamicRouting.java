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
 * The dynamic routing plugin (Fan et al., Stable Segment Anything Model, ICLR
 * 2025, "Dynamic Routing Plugin"): an MLP on a mask token that tells how much
 * of the sampled and how much of the original image tokens attention reads.
 */
final class DynamicRouting {

	/** Channels between the two layers. */
	static final int HIDDEN = 16;

	private static final float EPSILON = 1e-6f;

	private final Linear hidden;
	private final LayerNorm norm;
	private final Linear out;
	private final TorchOps ops;

	/** @param channels C of the prompt tokens */
	DynamicRouting(final Parameters p, final long channels, final TorchOps ops) {
		this.ops = ops;
		hidden = Linear.of(p.of("hidden"), channels, HIDDEN);
		norm = LayerNorm.of(p.of("norm"), HIDDEN, EPSILON);
		out = Linear.of(p.of("out"), HIDDEN, 2);
	}

	/**
	 * @param tokens mask tokens [B, C]
	 * @return [B, 2]: a1 of the sampled and a2 of the original image tokens, a1 +
	 *         a2 = 1
	 */
	NDArray forward(final NDArray tokens) {
		return ops.run("routing", tokens, hidden, norm, out).singletonOrThrow();
	}
}
