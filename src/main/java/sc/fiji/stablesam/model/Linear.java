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

/** A linear layer over the last axis: x W^T + b. */
final class Linear {

	private final NDArray weight;
	private final NDArray bias;

	private Linear(final NDArray weight, final NDArray bias) {
		this.weight = weight;
		this.bias = bias;
	}

	/**
	 * @param weight [out, in]
	 * @param bias [out]
	 */
	static Linear of(final NDArray weight, final NDArray bias) {
		return new Linear(weight, bias);
	}

	static Linear of(final Parameters p, final long in, final long out) {
		return new Linear(p.take("weight", out, in), p.take("bias", out));
	}

	/** @param p of a convolution with a 1x1 kernel */
	static Linear ofPointwise(final Parameters p, final long in, final long out) {
		return new Linear(p.take("weight", out, in, 1, 1).reshape(out, in), p.take(
			"bias", out));
	}

	/** [out, in] */
	NDArray weight() {
		return weight;
	}

	/** [out] */
	NDArray bias() {
		return bias;
	}

	/** @param x [..., in] */
	NDArray forward(final NDArray x) {
		return ai.djl.nn.core.Linear.linear(x, weight, bias).singletonOrThrow();
	}

	/** @return this layer, its result multiplied by the factor */
	Linear times(final double factor) {
		return new Linear(weight.mul(factor), bias.mul(factor));
	}

	/** @return one layer that does what this and then the next would do */
	Linear then(final Linear next) {
		return new Linear(next.weight.matMul(weight), next.forward(bias));
	}
}
