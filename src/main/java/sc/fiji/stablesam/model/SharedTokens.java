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

/**
 * Image tokens that all prompts share, projected once. Prompt tokens read all
 * of them even if only some are chosen, as that takes next to no time here.
 */
final class SharedTokens implements ImageTokens {

	private final SharedImage readable;
	private final CrossAttention imageToToken;
	private final TokenChoice choice;
	/** [K, C] */
	private final NDArray values;
	/** [heads, inner / heads, K] */
	private final NDArray queries;

	private SharedTokens(final SharedTokens whole, final TokenChoice choice) {
		this.choice = choice;
		readable = whole.readable;
		imageToToken = whole.imageToToken;
		values = choice.of(whole.values, 0);
		queries = choice.of(whole.queries, 2);
	}

	/**
	 * @param readable the tokens as they are read
	 * @param values the tokens [K, C]; their manager will own what is made of
	 *          them
	 * @param positions [K, C]
	 */
	SharedTokens(final SharedImage readable, final NDArray values,
		final NDArray positions, final CrossAttention imageToToken)
	{
		this.readable = readable;
		this.imageToToken = imageToToken;
		choice = readable.choice();
		this.values = values;
		try (Scope scope = Scope.in(values.getManager())) {
			queries = scope.leave(imageToToken.projectQueries(scope.enter(values).add(
				positions)));
		}
	}

	/** @return of all places those that are chosen, owned by their manager */
	SharedTokens some(final TokenChoice some) {
		return new SharedTokens(this, some);
	}

	@Override
	public TokenChoice choice() {
		return choice;
	}

	@Override
	public NDList values() {
		return new NDList(values);
	}

	@Override
	public ReadableImage readable() {
		return readable;
	}

	@Override
	public NDList score(final NDArray tokenKeys) {
		return imageToToken.score(queries, tokenKeys);
	}
}
