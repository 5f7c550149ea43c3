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
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;

/**
 * The MLPs, one a mask token, that turn the token into a dynamic linear
 * classifier of pixels (Segment Anything, appendix A); all at once.
 */
final class HyperNetworks {

	/** Weight [tokens, in, out] and bias [tokens, 1, out] of each layer. */
	private final NDList layers = new NDList();
	private final TorchOps ops;

	HyperNetworks(final Parameters p, final int tokens, final TorchOps ops) {
		this.ops = ops;
		for (int layer = 0; p.has("0.layers." + layer + ".weight"); layer++) {
			final long[] shape = p.shape("0.layers." + layer + ".weight");
			final NDList weights = new NDList();
			final NDList biases = new NDList();
			for (int token = 0; token < tokens; token++) {
				final Linear linear = Linear.of(p.of(token).of("layers").of(layer),
					shape[1], shape[0]);
				weights.add(linear.weight().transpose());
				biases.add(linear.bias().expandDims(0));
			}
			layers.add(NDArrays.stack(weights));
			layers.add(NDArrays.stack(biases));
		}
	}

	/**
	 * @param x [B, tokens, C]
	 * @return [B, tokens, out]
	 */
	NDArray forward(final NDArray x) {
		return ops.run("parallel_relu_mlps", x, layers).singletonOrThrow();
	}
}
