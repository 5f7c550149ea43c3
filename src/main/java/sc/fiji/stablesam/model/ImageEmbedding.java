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

import java.util.LinkedHashMap;
import java.util.Map;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * An encoded image, as the mask decoder needs it for any number of prompts.
 * Owns native memory until it is closed; immutable and safe to share.
 */
public final class ImageEmbedding implements AutoCloseable {

	static final String TOKENS = "tokens";

	private final NDManager manager;
	private final NDArray tokens;
	private final HighResolution highResolution;
	private final NDArray positions;
	private final SharedTokens withoutMask;
	private volatile long bytes;

	/**
	 * @param manager owns all the arrays and is closed with this
	 * @param tokens [64 * 64, C]
	 * @param positions [64 * 64, C], owned by the network
	 * @param withoutMask what prompts without a mask see
	 */
	ImageEmbedding(final NDManager manager, final NDArray tokens,
		final HighResolution highResolution, final NDArray positions,
		final SharedTokens withoutMask)
	{
		this.manager = manager;
		this.tokens = tokens;
		this.highResolution = highResolution;
		this.positions = positions;
		this.withoutMask = withoutMask;
	}

	/**
	 * @return what {@link Sam#restore} needs, by name; the arrays stay the
	 *         embedding's
	 */
	public Map<String, NDArray> features() {
		final Map<String, NDArray> features = new LinkedHashMap<>();
		features.put(TOKENS, tokens);
		highResolution.putInto(features);
		return features;
	}

	/**
	 * NB: While this is being made there are other arrays, and later ones that
	 * are gone before anybody could ask for their size.
	 *
	 * @return this, when all of it is made and nobody has it yet
	 */
	ImageEmbedding measured() {
		bytes = manager.getManagedArrays().stream().mapToLong(array -> array
			.size() * array.getDataType().getNumOfBytes()).sum();
		return this;
	}

	/**
	 * @return how much native memory the arrays occupy; 0 once it is closed; at
	 *         once, whoever computes with it
	 */
	public long bytes() {
		return bytes;
	}

	/**
	 * @return [C], the mean of the image's tokens over all its places: what it is
	 *         an image of, on the whole; what the network's picture is padded
	 *         with counts
	 */
	public float[] meanToken() {
		try (Scope scope = Scope.in(manager)) {
			return scope.enter(tokens).mean(new int[] { 0 }).toFloatArray();
		}
	}

	NDManager manager() {
		return manager;
	}

	NDArray tokens() {
		return tokens;
	}

	HighResolution highResolution() {
		return highResolution;
	}

	NDArray positions() {
		return positions;
	}

	SharedTokens withoutMask() {
		return withoutMask;
	}

	@Override
	public void close() {
		manager.close();
		bytes = 0;
	}
}
