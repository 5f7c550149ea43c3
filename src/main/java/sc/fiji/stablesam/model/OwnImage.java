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
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;

/** Image tokens that each prompt has its own of. */
final class OwnImage implements ReadableImage {

	private final CrossAttention attention;
	private final NDList values;
	private final NDList keys;
	private final TokenChoice choice;

	/**
	 * @param values image tokens, [L, C] a prompt
	 * @param keys the same with positions
	 * @param choice the places that they are of; those are kept that are read
	 */
	OwnImage(final CrossAttention attention, final NDList values,
		final NDList keys, final TokenChoice choice)
	{
		this.attention = attention;
		this.values = choice.read(values);
		this.keys = choice.read(keys);
		this.choice = choice;
	}

	@Override
	public TokenChoice choice() {
		return choice;
	}

	@Override
	public NDList keys(final NDManager owner) {
		return keys;
	}

	@Override
	public NDArray by(final NDArray queries) {
		return attention.tokensToImage(queries, keys, values, choice);
	}

	@Override
	public NDArray by(final NDArray queries, final Mixture mixture) {
		return attention.tokensToImage(queries, keys, values, mixture);
	}
}
