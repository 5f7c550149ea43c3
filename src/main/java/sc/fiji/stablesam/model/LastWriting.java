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

/** What the last layer writes to the image, before it is written. */
final class LastWriting {

	private final TwoWayAttentionBlock layer;
	private final NDArray queries;
	private final NDArray tokens;
	private final ImageTokens image;
	private final NDArray imagePositions;

	/**
	 * @param queries prompt tokens [B, T, C] after the layer
	 * @param tokens prompt tokens [B, T, C], which are their own positions
	 * @param image tokens that the layer saw, [L, C] a prompt
	 * @param imagePositions [L, C]
	 */
	LastWriting(final TwoWayAttentionBlock layer, final NDArray queries,
		final NDArray tokens, final ImageTokens image, final NDArray imagePositions)
	{
		this.layer = layer;
		this.queries = queries;
		this.tokens = tokens;
		this.image = image;
		this.imagePositions = imagePositions;
	}

	/**
	 * @return image tokens with positions [L, C] after the layer, for the first
	 *         prompt only
	 */
	NDList firstKeys() {
		return layer.image(queries.get("0:1"), tokens.get("0:1"), image,
			imagePositions).subNDList(1);
	}

	/** @return the prompt tokens' side of it */
	NDList folded() {
		return layer.foldWriting(queries, tokens);
	}

	/** @return tokens that the layer saw, [L, C] a prompt */
	NDList image() {
		return image.values();
	}

	/** [L, C] */
	NDArray imagePositions() {
		return imagePositions;
	}

	/** @return of what is written */
	LayerNorm norm() {
		return layer.imageNorm();
	}
}
