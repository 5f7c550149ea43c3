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

import sc.fiji.stablesam.StableSamException;

/**
 * Which network of the Segment Anything family a checkpoint is of, and its
 * sizes, all of which its names and shapes tell. Immutable.
 */
public final class SamConfig {

	/** Height and width of the picture that the networks see, in pixels. */
	public static final int IMAGE_SIZE = 1024;

	/** Pixels of the picture a side of one token of the image embedding. */
	public static final int STRIDE = 16;

	private final Generation generation;
	private final EncoderConfig encoder;

	private SamConfig(final Generation generation, final EncoderConfig encoder) {
		this.generation = generation;
		this.encoder = encoder;
	}

	/**
	 * @throws StableSamException if it is of none of these networks, or a block
	 *           is missing
	 */
	public static SamConfig of(final TensorSource weights) {
		final Shapes encoder = Shapes.of(weights).of("image_encoder");
		if (encoder.has("trunk.patch_embed.proj.weight")) return new SamConfig(
			Generation.SAM_2, HieraConfig.of(encoder.of("trunk")));
		if (encoder.has("patch_embed.seq.0.c.weight")) return new SamConfig(
			Generation.SAM_1, TinyVitConfig.of(encoder));
		if (encoder.has("patch_embed.proj.weight")) return new SamConfig(
			Generation.SAM_1, VitConfig.of(encoder));
		throw new StableSamException(
			"The checkpoint has none of SAM's image encoders (ViT, TinyViT or Hiera); choose one of SAM, MobileSAM, SAM 2 or micro-sam.");
	}

	Generation generation() {
		return generation;
	}

	EncoderConfig encoder() {
		return encoder;
	}

	@Override
	public String toString() {
		return encoder.toString();
	}
}
