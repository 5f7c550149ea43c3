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

import java.util.Map;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;

/** One pass of the transformer with a {@link StabilityPlugin}. */
final class StabilityReading implements ImageReading {

	private final Map<PluginPlace, StabilityBlock> blocks;
	private final Map<PluginPlace, TokenAdapter> adapters;
	private final int output;
	private final boolean alike;
	/** [B, 2] a place */
	private final NDList routes = new NDList();

	private StabilityReading(final Map<PluginPlace, StabilityBlock> blocks,
		final Map<PluginPlace, TokenAdapter> adapters, final int output,
		final boolean alike)
	{
		this.blocks = blocks;
		this.adapters = adapters;
		this.output = output;
		this.alike = alike;
	}

	/** @param output of the decoder that is wanted */
	static StabilityReading of(final Map<PluginPlace, StabilityBlock> blocks,
		final Map<PluginPlace, TokenAdapter> adapters, final int output)
	{
		return new StabilityReading(blocks, adapters, output, false);
	}

	/**
	 * @param output of the decoder that is wanted
	 * @return a reading for prompts that are almost the same: where they read
	 *         from is what is best for the first of them, which saves most of the
	 *         plugin's time; how far they do is still each prompt's own
	 */
	static StabilityReading ofAlike(final Map<PluginPlace, StabilityBlock> blocks,
		final Map<PluginPlace, TokenAdapter> adapters, final int output)
	{
		return new StabilityReading(blocks, adapters, output, true);
	}

	@Override
	public NDArray read(final PluginPlace place, final NDArray queries,
		final ReadableImage image)
	{
		final StabilityBlock block = blocks.get(place);
		if (block == null) return PLAIN.read(place, queries, image);
		final NDList keys = image.keys(queries.getManager());
		final Mixture mixture = block.mix(queries, alike ? keys.subNDList(0, 1)
			: keys, image.choice(), output);
		routes.add(mixture.routes());
		return image.by(queries, mixture);
	}

	@Override
	public NDList masks(final NDArray tokens, final NDList image,
		final TokenChoice choice)
	{
		final StabilityBlock block = blocks.get(PluginPlace.UPSCALING);
		if (block == null) return image;
		final Mixture mixture = block.mix(tokens, alike ? image.subNDList(0, 1)
			: image, choice.readThoroughly(), output);
		routes.add(mixture.routes());
		return block.deform(image, mixture);
	}

	@Override
	public NDArray adapt(final PluginPlace place, final NDArray tokens,
		final int outputs)
	{
		final TokenAdapter adapter = adapters.get(place);
		return adapter == null ? tokens : adapter.forward(tokens, outputs, output);
	}

	/** @return the output of the decoder that is wanted */
	int output() {
		return output;
	}

	/** @return a1 [B] of the pass that is done, the mean over the places */
	NDArray routingWeights() {
		NDArray sum = routes.get(0).get(":, 0");
		for (final NDArray more : routes.subNDList(1))
			sum = sum.add(more.get(":, 0"));
		return sum.div(routes.size());
	}
}
