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

package sc.fiji.stablesam.weights;

/**
 * The tensors of SAM 2 and SAM 2.1 that images need, whose encoder is Hiera, in
 * any size: T, S, B+, L and others of the same structure (Ravi et al., SAM 2,
 * appendix D).
 */
final class HieraTable {

	private static final String TRUNK = "image_encoder.trunk.";

	/** Tokens a side of the image, of 4 pixels each. */
	private static final int SIDE = 256;

	private static final int STAGES = 4;

	private final TensorList list = new TensorList();
	private final TensorSizes sizes;
	private final long width;

	private HieraTable(final TensorSizes sizes) {
		this.sizes = sizes;
		width = PromptTable.width(sizes, "sam_");
	}

	/** @return the tensors of a network of these sizes */
	static TensorList of(final TensorSizes sizes) {
		final HieraTable table = new HieraTable(sizes);
		table.list.add("no_mem_embed", 1, 1, table.width);
		table.addNeck(table.addTrunk());
		PromptTable.addSam2(table.list, sizes);
		return table.list;
	}

	/** @return channels of the last stage */
	private long addTrunk() {
		final long first = sizes.extent(TRUNK + "patch_embed.proj.weight", 0);
		addPositions(first);
		list.layer(TRUNK + "patch_embed.proj", first, 3, 7, 7);
		final int depth = sizes.count(TRUNK + "blocks.");
		long from = first;
		for (int i = 0; i < depth; i++) {
			final String block = TRUNK + "blocks." + i + ".";
			final long to = sizes.has(block + "proj.weight") || sizes.has(block +
				"proj.bias") ? 2 * from : from;
			addBlock(block, from, to);
			from = to;
		}
		if (from != first << STAGES - 1) throw sizes.odd("its image encoder has " +
			from + " channels at the end, not eight times " + first);
		return from;
	}

	/** NB: exported networks hold the sum of both embeddings. */
	private void addPositions(final long channels) {
		if (sizes.has(TRUNK + "pos_embed_tiled")) {
			list.add(TRUNK + "pos_embed_tiled", 1, SIDE, SIDE, channels);
			return;
		}
		final long background = sizes.extent(TRUNK + "pos_embed", 2);
		final long window = sizes.extent(TRUNK + "pos_embed_window", 2);
		if (SIDE % window != 0) throw sizes.odd("its windows of " + window +
			" tokens do not divide the image");
		list.add(TRUNK + "pos_embed", 1, channels, background, background);
		list.add(TRUNK + "pos_embed_window", 1, channels, window, window);
	}

	private void addBlock(final String block, final long from, final long to) {
		list.norm(block + "norm1", from);
		list.linear(block + "attn.qkv", 3 * to, from);
		list.linear(block + "attn.proj", to, to);
		list.norm(block + "norm2", to);
		final long hidden = sizes.extent(block + "mlp.layers.0.weight", 0);
		list.linear(block + "mlp.layers.0", hidden, to);
		list.linear(block + "mlp.layers.1", to, hidden);
		if (from != to) list.linear(block + "proj", to, from);
	}

	private void addNeck(final long last) {
		for (int level = 0; level < STAGES; level++)
			list.layer("image_encoder.neck.convs." + level + ".conv", width,
				last >> level, 1, 1);
	}
}
