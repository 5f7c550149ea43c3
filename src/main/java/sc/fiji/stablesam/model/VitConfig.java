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
 * The sizes of a {@link VitEncoder} (Segment Anything, appendix A). All follow
 * from shapes: a head is as wide as its relative positions, of which a window
 * has two less one a token of its side. Immutable.
 */
final class VitConfig implements EncoderConfig {

	/** Side of the token map. */
	static final int SIDE = SamConfig.IMAGE_SIZE / SamConfig.STRIDE;

	/** ViT-B, ViT-L and ViT-H. */
	private static final KnownDepth KNOWN = new KnownDepth("ViT", Map.of(768, List
		.of(List.of(12)), 1024, List.of(List.of(24)), 1280, List.of(List.of(32))));

	private final int width;
	private final int heads;
	private final List<Integer> windows;

	private VitConfig(final int width, final int heads,
		final List<Integer> windows)
	{
		this.width = width;
		this.heads = heads;
		this.windows = Collections.unmodifiableList(windows);
	}

	/** @throws StableSamException if the shapes are not those of a ViT */
	static VitConfig of(final Shapes encoder) {
		final int width = encoder.size("patch_embed.proj.weight", 0);
		final Shapes blocks = encoder.of("blocks");
		final int depth = blocks.count("norm1.weight");
		KNOWN.require(width, List.of(depth));
		final List<Integer> windows = new ArrayList<>();
		for (int i = 0; i < depth; i++)
			windows.add(window(blocks.of(i)));
		final int head = blocks.of(0).size("attn.rel_pos_h", 1);
		if (head == 0 || width % head != 0) throw new StableSamException(
			"The checkpoint's attention heads, " + head +
				" wide, do not divide its width of " + width +
				"; it is of another model.");
		return new VitConfig(width, width / head, windows);
	}

	private static int window(final Shapes block) {
		final int rows = block.size("attn.rel_pos_h", 0);
		final int side = (rows + 1) / 2;
		if (rows % 2 == 0 || side > SIDE) throw new StableSamException(
			"The checkpoint's key '" + block.key("attn.rel_pos_h") + "' has " + rows +
				" rows, which is no window within " + SIDE + " x " + SIDE +
				" tokens; it is of another model.");
		return side;
	}

	/** @return C */
	int width() {
		return width;
	}

	int heads() {
		return heads;
	}

	int depth() {
		return windows.size();
	}

	/** @return side of a block's windows, in tokens; the map's if it is global */
	int window(final int block) {
		return windows.get(block);
	}

	@Override
	public ImageEncoder encoder(final Parameters p, final TorchOps ops) {
		return new VitEncoder(p.of("image_encoder"), this, ops);
	}

	@Override
	public String toString() {
		return "ViT of width " + width + ", heads " + heads + ", windows " +
			windows;
	}
}
