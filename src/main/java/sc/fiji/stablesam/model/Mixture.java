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
 * What attention reads with a plugin instead of the image tokens as they are:
 * a1 * sampled + a2 * original. At each place of the token map the sampled
 * token is the image's, interpolated at place + (dx, dy) and times an
 * amplitude, of places that were not chosen, those that stand for them; and
 * something added, if {@link DeformableSampling} says so.
 */
final class Mixture {

	private final NDList samplings;
	private final NDArray routes;
	private final NDArray places;
	private final TokenChoice choice;

	/**
	 * @param samplings of {@link DeformableSampling}, [K, 3] or [K, 3 + C] a
	 *          prompt, or one for all
	 * @param routes of {@link DynamicRouting}, [B, 2]
	 * @param places [side, side, 2], the coordinates (x, y) of each place
	 * @param choice the places that are read
	 */
	Mixture(final NDList samplings, final NDArray routes, final NDArray places,
		final TokenChoice choice)
	{
		this.samplings = samplings;
		this.routes = routes;
		this.places = places;
		this.choice = choice;
	}

	/** [K, 3] or [K, 3 + C] a prompt, or one for all */
	NDList samplings() {
		return samplings;
	}

	/** [B, 2] */
	NDArray routes() {
		return routes;
	}

	/** [side, side, 2] */
	NDArray places() {
		return places;
	}

	/** @return the places that are read */
	TokenChoice choice() {
		return choice;
	}
}
