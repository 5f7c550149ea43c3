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

import java.util.Arrays;
import java.util.stream.LongStream;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;

/**
 * The end of the {@link TwoWayTransformer} for one prompt token and a
 * {@link MaskRegion}: what the last layer writes to the image is computed in
 * the region and at every second place each way outside, where the final
 * attention counts it as often as it stands for.
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
	 * @return the output's mask token [B, 1, C], then the image tokens [n, C] of
	 *         the region for each prompt
	 */
	NDList forward(final NDArray queries, final NDArray tokens,
		final NDList image, final NDArray imagePositions, final MaskRegion region)
	{
		final NDArray query = one(queries, region);
		final NDArray folded = finalAttention.foldQueries(query.add(one(tokens,
			region)));
		final NDList writing = last.foldWriting(queries, tokens);
		final long[] inside = region.tokens();
		final NDList out = ops.run("write_and_read", folded, finalAttention.heads(),
			writing.get(0), writing.get(1), writing.get(2), image, last.imageNorm(),
			imagePositions, places(region, queries.getManager()), weights(region,
				queries.getManager()), inside.length);
		final NDArray read = finalAttention.unfold(out.remove(0));
		out.add(0, finalNorm.forward(read.add(query)));
		return out;
	}

	private static NDArray one(final NDArray tokens, final MaskRegion region) {
		final int token = MaskDecoder.maskToken(region.output());
		return tokens.get(":, " + token + ":" + (token + 1));
	}

	private static NDArray places(final MaskRegion region,
		final NDManager manager)
	{
		return manager.create(LongStream.concat(LongStream.of(region.tokens()),
			LongStream.of(region.tokensOutside())).toArray());
	}

	/** @return added to scores */
	private static NDArray weights(final MaskRegion region,
		final NDManager manager)
	{
		final int inside = region.tokens().length;
		final float[] weights = new float[inside + region.tokensOutside().length];
		Arrays.fill(weights, inside, weights.length, (float) Math.log(region
			.weightOutside()));
		return manager.create(weights);
	}

	/**
	 * {@link #forward} of what was computed for all tokens and the whole image.
	 */
	NDList cut(final NDList all, final MaskRegion region) {
		final NDList part = new NDList(one(all.get(0), region));
		final NDArray inside = all.get(0).getManager().create(region.tokens());
		for (final NDArray image : all.subNDList(1))
			part.addAll(ops.run("rows", image, inside));
		return part;
	}
}
