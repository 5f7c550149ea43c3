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
 * The end of the {@link TwoWayTransformer} for one prompt token and a
 * {@link MaskRegion}: the token reads a {@link RegionImage}.
 */
final class RegionEnd {

	private final TwoWayAttentionBlock last;
	private final CrossAttention finalAttention;
	private final LayerNorm finalNorm;
	private final TorchOps ops;

	RegionEnd(final TwoWayAttentionBlock last,
		final CrossAttention finalAttention, final LayerNorm finalNorm,
		final TorchOps ops)
	{
		this.last = last;
		this.finalAttention = finalAttention;
		this.finalNorm = finalNorm;
		this.ops = ops;
	}

	/**
	 * @param queries prompt tokens [B, T, C] after the last layer
	 * @param tokens prompt tokens [B, T, C], which are their own positions
	 * @param image tokens that the last layer saw, [L, C] a prompt
	 * @param imagePositions [L, C]
	 * @param reading how the prompt tokens read the image
	 * @return the output's mask token [B, 1, C], then the image tokens [n, C] of
	 *         the region for each prompt
	 */
	NDList forward(final NDArray queries, final NDArray tokens,
		final ImageTokens image, final NDArray imagePositions,
		final ImageReading reading, final MaskRegion region)
	{
		final RegionImage part = new RegionImage(new LastWriting(last, queries,
			tokens, image, imagePositions), finalAttention, region, ops);
		final NDArray read = reading.read(AttentionPlace.FINAL, queries.add(tokens),
			part);
		final NDList out = new NDList(finalNorm.forward(read.add(part.one(
			queries))));
		out.addAll(part.inside());
		return out;
	}
}
