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
import java.util.Collections;
import java.util.List;
import java.util.Map;

import sc.fiji.stablesam.StableSamException;

/**
 * The sizes of a {@link TinyVitEncoder} (Wu et al., TinyViT, ECCV 2022; Zhang
 * et al., MobileSAM, 2023). All follow from shapes: a window has as many
 * attention biases as tokens. Immutable.
 */
final class TinyVitConfig implements EncoderConfig {

	/** Stages, of which the first is convolutional. */
	static final int STAGES = 4;

	/** The TinyViT of MobileSAM. */
	private static final KnownDepth KNOWN = new KnownDepth("TinyViT", Map.of(64,
		List.of(List.of(2, 2, 6, 2))));

	private final List<Integer> depths;
	private final List<Integer> heads;
	private final List<Integer> windows;

	private TinyVitConfig(final List<Integer> depths, final List<Integer> heads,
		final List<Integer> windows)
	{
		this.depths = Collections.unmodifiableList(depths);
		this.heads = Collections.unmodifiableList(heads);
		this.windows = Collections.unmodifiableList(windows);
	}

	/** @throws StableSamException if the shapes are not those of a TinyViT */
	static TinyVitConfig of(final Shapes encoder) {
		final Shapes stages = encoder.of("layers");
		final List<Integer> depths = new ArrayList<>();
		final List<Integer> heads = new ArrayList<>();
		final List<Integer> windows = new ArrayList<>();
		for (int stage = 0; stage < STAGES; stage++) {
			final Shapes blocks = stages.of(stage).of("blocks");
			depths.add(blocks.count(stage == 0 ? "conv1.c.weight"
				: "attn.attention_biases"));
			// NB: the convolutional stage has neither heads nor windows.
			heads.add(stage == 0 ? 0 : blocks.of(0).size("attn.attention_biases", 0));
			windows.add(stage == 0 ? 0 : window(blocks.of(0)));
		}
		KNOWN.require(encoder.size("patch_embed.seq.2.c.weight", 0), depths);
		return new TinyVitConfig(depths, heads, windows);
	}

	private static int window(final Shapes block) {
		final int tokens = block.size("attn.attention_biases", 1);
		final int side = (int) Math.round(Math.sqrt(tokens));
		if (side * side != tokens) throw new StableSamException(
			"The checkpoint's key '" + block.key("attn.attention_biases") + "' has " +
				tokens +
				" columns, which is no square window; it is of another model.");
		return side;
	}

	/** @return blocks of a stage, counting from 0 */
	int depth(final int stage) {
		return depths.get(stage);
	}

	/** @return attention heads of a stage, counting from 0 */
	int heads(final int stage) {
		return heads.get(stage);
	}

	/** @return side of the windows of a stage, in tokens */
	int window(final int stage) {
		return windows.get(stage);
	}

	@Override
	public ImageEncoder encoder(final Parameters p, final TorchOps ops) {
		return new TinyVitEncoder(p.of("image_encoder"), this, ops);
	}

	@Override
	public String toString() {
		return "TinyViT of depths " + depths + ", heads " + heads + ", windows " +
			windows;
	}
}
