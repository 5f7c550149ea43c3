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

/**
 * The fine features that the mask decoder adds while it upscales (SAM 2,
 * appendix D.1), each with the bias of that step. Networks without such
 * features have the biases only, the same for all images. Immutable.
 */
final class HighResolution {

	static final String LEVEL_1 = "high_resolution_1";
	static final String LEVEL_0 = "high_resolution_0";

	private final NDArray level1;
	private final NDArray level0;
	private final boolean ofImage;

	private HighResolution(final NDArray level1, final NDArray level0,
		final boolean ofImage)
	{
		this.level1 = level1;
		this.level0 = level0;
		this.ofImage = ofImage;
	}

	/**
	 * @param level1 [64 * 64 * 4, C / 4], in {@link Quads}
	 * @param level0 [64 * 64 * 16, C / 8], in {@link Quads}
	 */
	static HighResolution ofImage(final NDArray level1, final NDArray level0) {
		return new HighResolution(level1, level0, true);
	}

	/**
	 * @param level1 [64 * 64 * 4, C / 4], owned by the network
	 * @param level0 [64 * 64 * 16, C / 8], owned by the network
	 */
	static HighResolution ofNetwork(final NDArray level1, final NDArray level0) {
		return new HighResolution(level1, level0, false);
	}

	/** @return [64 * 64 * 4, C / 4], in {@link Quads} */
	NDArray level1() {
		return level1;
	}

	/** @return [64 * 64 * 16, C / 8], in {@link Quads} */
	NDArray level0() {
		return level0;
	}

	/** Adds what cannot be known without the image. */
	void putInto(final Map<String, NDArray> features) {
		if (!ofImage) return;
		features.put(LEVEL_1, level1);
		features.put(LEVEL_0, level0);
	}
}
