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

/** What the plugin has in one {@link PluginPlace}. */
final class StabilityBlock {

	private final DeformableSampling sampling;
	private final DynamicRouting routing;
	/** [side, side, 2] */
	private final NDArray places;
	private final TorchOps ops;

	/**
	 * @param channels C of all tokens
	 * @param place where it is
	 * @param places [side, side, 2], the coordinates of the token map's places,
	 *          which stay the caller's
	 */
	StabilityBlock(final Parameters p, final long channels,
		final PluginPlace place, final PluginConfig config, final NDArray places,
		final TorchOps ops)
	{
		this.places = places;
		this.ops = ops;
		sampling = new DeformableSampling(p.of("sampling"), channels, place, config,
			ops);
		routing = new DynamicRouting(p.of("routing"), channels, ops);
	}

	/**
	 * @param queries prompt tokens with positions [B, T, C]
	 * @param keys image tokens with positions, [L, C] a prompt, or one for all
	 * @param choice the places that the image tokens are of
	 * @param output of the decoder that is wanted
	 */
	Mixture mix(final NDArray queries, final NDList keys,
		final TokenChoice choice, final int output)
	{
		return new Mixture(sampling.forward(keys, places, choice), routing.forward(
			queries.get(":, " + MaskDecoder.maskToken(output))), places, choice);
	}

	/** @return mixed image tokens, [L, C] a prompt */
	NDList deform(final NDList image, final Mixture mixture) {
		return ops.run("deform", mixture.routes(), image, mixture.samplings(),
			mixture.places(), mixture.choice());
	}
}
