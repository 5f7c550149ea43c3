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
 * How the prompt tokens read the image in one pass of the
 * {@link TwoWayTransformer}: the door through which a plugin gets in.
 */
interface ImageReading {

	/** The published way: everywhere the image as it is. */
	ImageReading PLAIN = new ImageReading() {

		@Override
		public NDArray read(final PluginPlace place, final NDArray queries,
			final ReadableImage image)
		{
			return image.by(queries);
		}

		@Override
		public NDList masks(final NDArray tokens, final NDList image,
			final TokenChoice choice)
		{
			return image;
		}

		@Override
		public NDArray adapt(final PluginPlace place, final NDArray tokens,
			final int outputs)
		{
			return tokens;
		}
	};

	/**
	 * @param queries prompt tokens with positions [B, T, C]
	 * @return what they read [B, T, C], or only the wanted one of them of a part
	 *         of the image, owned by the queries' manager
	 */
	NDArray read(PluginPlace place, NDArray queries, ReadableImage image);

	/**
	 * @param tokens prompt tokens after the last attention [B, T, C]
	 * @param image tokens, [L, C] a prompt
	 * @return what masks are made of, [L, C] a prompt
	 */
	NDList masks(NDArray tokens, NDList image, TokenChoice choice);

	/**
	 * @param place which the tokens come from
	 * @param tokens prompt tokens [B, T, C]
	 * @param outputs how many of them are the decoder's own, the first ones; the
	 *          others are the prompt's
	 * @return with what they go on [B, T, C]
	 */
	NDArray adapt(PluginPlace place, NDArray tokens, int outputs);
}
