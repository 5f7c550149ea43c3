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

import java.util.List;
import java.util.Map;

import sc.fiji.stablesam.StableSamException;

/**
 * How many blocks the published encoders have. A network that is built of what
 * is there would not miss its last blocks; those of a published width can be
 * told by it. Immutable.
 */
final class KnownDepth {

	private final String encoder;
	/** For a width the depths of each of its encoders. */
	private final Map<Integer, List<List<Integer>>> depths;

	/**
	 * @param encoder its name, for people
	 * @param depths for a width the blocks a stage of each of its encoders
	 */
	KnownDepth(final String encoder,
		final Map<Integer, List<List<Integer>>> depths)
	{
		this.encoder = encoder;
		this.depths = depths;
	}

	/**
	 * @param found blocks a stage
	 * @throws StableSamException if the width is a published one and the blocks
	 *           are not
	 */
	void require(final int width, final List<Integer> found) {
		final List<List<Integer>> known = depths.get(width);
		if (known != null && !known.contains(found)) throw new StableSamException(
			"The checkpoint has " + found + " blocks where a " + encoder +
				" of width " + width + " has " + known.get(0) +
				"; it is incomplete, please get it again.");
	}
}
