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

/**
 * Where the mask decoder reads image features: the attentions of the two-way
 * transformer in which the prompt tokens do so, and which these then leave; and
 * the upscaling, which makes masks of them.
 */
public enum PluginPlace {

		/** The first layer. */
		LAYER_0("layer0"),
		/** The second layer. */
		LAYER_1("layer1"),
		/** After the last layer. */
		FINAL("final"),
		/** Before the image tokens are upscaled to masks. */
		UPSCALING("upscaling");

	private final String key;

	PluginPlace(final String key) {
		this.key = key;
	}

	/** @return its name in files and commands */
	public String key() {
		return key;
	}

	/** @throws IllegalArgumentException if there is none of that name */
	public static PluginPlace of(final String key) {
		return Arrays.stream(values()).filter(place -> place.key.equals(key.trim()))
			.findFirst().orElseThrow(() -> new IllegalArgumentException(
				"There is no place '" + key + "'."));
	}

	/** @return that of a layer, counting from 0 */
	static PluginPlace layer(final int layer) {
		return values()[layer];
	}
}
