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

package sc.fiji.stablesam.weights;

import java.util.LinkedHashMap;
import java.util.Map;

/** A list of tensors in the making: names with shapes, layer by layer. */
final class TensorList {

	private final Map<String, long[]> shapes = new LinkedHashMap<>();

	/** @return the shapes by name, in the order in which they were added */
	Map<String, long[]> shapes() {
		return shapes;
	}

	TensorList add(final String name, final long... shape) {
		shapes.put(name, shape);
		return this;
	}

	/** Adds weights of that shape, and a bias for each of the first axis. */
	TensorList layer(final String name, final long... shape) {
		return add(name + ".weight", shape).add(name + ".bias", shape[0]);
	}

	/** Adds a matrix and its bias. */
	TensorList linear(final String name, final long to, final long from) {
		return layer(name, to, from);
	}

	/** Adds scale and shift of a normalisation. */
	TensorList norm(final String name, final long width) {
		return layer(name, width);
	}

	/** Adds scale, shift and statistics of a batch normalisation. */
	TensorList batchNorm(final String name, final long width) {
		return norm(name, width).add(name + ".running_mean", width).add(name +
			".running_var", width);
	}

	/** Adds a transposed convolution, which has its outputs second. */
	TensorList enlargement(final String name, final long from, final long to) {
		return add(name + ".weight", from, to, 2, 2).add(name + ".bias", to);
	}

	/** Adds three fully connected layers. */
	TensorList head(final String name, final long hidden, final long from,
		final long to)
	{
		return linear(name + ".layers.0", hidden, from).linear(name + ".layers.1",
			hidden, hidden).linear(name + ".layers.2", to, hidden);
	}
}
