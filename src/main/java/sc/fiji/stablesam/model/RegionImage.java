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

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;

/**
 * The image that the last layer leaves for prompts that are almost the same, as
 * one token of each reads it: what that layer writes is computed in a
 * {@link MaskRegion} and at every second place each way outside, where the
 * attention counts it as often as it stands for. A mixture of places takes the
 * nearest of those that were computed. For one pass.
 */
final class RegionImage implements ReadableImage {

	private final LastWriting writing;
	private final CrossAttention attention;
	private final MaskRegion region;
	private final TorchOps ops;
	private NDList inside = new NDList();

	RegionImage(final LastWriting writing, final CrossAttention attention,
		final MaskRegion region, final TorchOps ops)
	{
		this.writing = writing;
		this.attention = attention;
		this.region = region;
		this.ops = ops;
	}

	/** @return those of the first prompt for all */
	@Override
	public NDList keys(final NDManager owner) {
		return writing.firstKeys();
	}

	/** @return what the output's mask token reads [B, 1, C] */
	@Override
	public NDArray by(final NDArray queries) {
		return read("write_and_read", queries);
	}

	/**
	 * @param mixture with one sampling for all prompts
	 * @return what the output's mask token reads [B, 1, C]
	 */
	@Override
	public NDArray by(final NDArray queries, final Mixture mixture) {
		return read("write_and_read_mixed", queries, queries.getManager().create(
			region.nearest()), mixture.samplings().singletonOrThrow(), mixture
				.places(), mixture.routes());
	}

	/**
	 * @return the image tokens [n, C] of the region for each prompt, once read
	 */
	NDList inside() {
		return inside;
	}

	/** @return of prompt tokens [B, T, C] the output's mask token [B, 1, C] */
	NDArray one(final NDArray tokens) {
		final int token = MaskDecoder.maskToken(region.output());
		return tokens.get(":, " + token + ":" + (token + 1));
	}

	/** @param more inputs of the function than any reading has */
	private NDArray read(final String function, final NDArray queries,
		final Object... more)
	{
		final NDManager manager = queries.getManager();
		final NDList folded = writing.folded();
		final int kept = region.tokens().length;
		final long[] counted = region.counted();
		final List<Object> inputs = new ArrayList<>(List.of(attention.heads(),
			folded.get(0), folded.get(1), folded.get(2), writing.image(), writing
				.norm(), writing.imagePositions(), manager.create(counted), weights(
					manager, kept, counted.length), kept));
		inputs.addAll(List.of(more));
		final NDList found = ops.run(function, attention.foldQueries(one(queries)),
			inputs.toArray());
		inside = found.subNDList(1);
		return attention.unfold(found.head());
	}

	/** @return added to scores */
	private NDArray weights(final NDManager manager, final int kept,
		final int counted)
	{
		final float[] weights = new float[counted];
		Arrays.fill(weights, kept, counted, (float) Math.log(region
			.weightOutside()));
		return manager.create(weights);
	}
}
