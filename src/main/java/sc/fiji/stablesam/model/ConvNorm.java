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
import ai.djl.nn.convolutional.Conv2d;

/**
 * A convolution and the batch normalisation after it, which is a constant
 * factor and summand once trained, as one convolution.
 */
final class ConvNorm {

	private static final float EPSILON = 1e-5f;

	/** [out, in / groups, kernel, kernel] */
	private final NDArray weight;
	/** [out] */
	private final NDArray bias;
	private final int stride;
	private final int groups;

	private ConvNorm(final Parameters p, final long[] shape, final int stride,
		final int groups)
	{
		this.stride = stride;
		this.groups = groups;
		final long out = shape[0];
		try (Scope scope = Scope.in(p.manager())) {
			final Parameters temporary = p.in(scope.manager());
			final Parameters norm = temporary.of("bn");
			final NDArray factor = norm.take("weight", out).div(norm.take(
				"running_var", out).add(EPSILON).sqrt());
			weight = scope.leave(temporary.take("c.weight", shape).mul(factor.reshape(
				out, 1, 1, 1)));
			bias = scope.leave(norm.take("bias", out).sub(norm.take("running_mean",
				out).mul(factor)));
		}
	}

	/** A convolution of all channels, with a square kernel. */
	static ConvNorm of(final Parameters p, final long in, final int kernel,
		final int stride)
	{
		final long out = p.shape("c.weight")[0];
		return new ConvNorm(p, new long[] { out, in, kernel, kernel }, stride, 1);
	}

	/** A 3x3 convolution of each channel alone. */
	static ConvNorm depthwise(final Parameters p, final long channels,
		final int stride)
	{
		return new ConvNorm(p, new long[] { channels, 1, 3, 3 }, stride, Math
			.toIntExact(channels));
	}

	/** @return channels of the result */
	long channels() {
		return bias.size();
	}

	/**
	 * @param x [1, in, side, side]
	 * @return [1, out, side / stride, side / stride]
	 */
	NDArray forward(final NDArray x) {
		final long padding = weight.getShape().get(2) / 2;
		return Conv2d.conv2d(x, weight, bias, new Shape(stride, stride), new Shape(
			padding, padding), new Shape(1, 1), groups).singletonOrThrow();
	}
}
