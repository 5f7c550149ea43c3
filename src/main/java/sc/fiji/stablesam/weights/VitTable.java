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
 * The tensors of SAM with its plain vision transformer, in any size: ViT-B, L,
 * H and others of the same structure (Kirillov et al., Segment Anything,
 * appendix A).
 */
final class VitTable {

	private static final String ENCODER = "image_encoder.";

	/** Tokens a side of the image, of 16 pixels each. */
	private static final int SIDE = 64;

	/** Rows of a table of relative positions, if tokens see the whole image. */
	private static final int GLOBAL = 2 * SIDE - 1;

	private final TensorList list = new TensorList();
	private final TensorSizes sizes;
	private final long width;
	private final long head;
	private final int depth;

	private VitTable(final TensorSizes sizes) {
		this.sizes = sizes;
		width = sizes.extent(ENCODER + "pos_embed", 3);
		head = sizes.extent(ENCODER + "blocks.0.attn.rel_pos_h", 1);
		depth = sizes.count(ENCODER + "blocks.");
		if (width % head != 0) throw sizes.odd("its " + width +
			" channels are not divided into heads of " + head);
	}

	/** @return the tensors of a network of these sizes */
	static TensorList of(final TensorSizes sizes) {
		final VitTable table = new VitTable(sizes);
		table.addEncoder();
		addNeck(table.list, table.width, PromptTable.width(sizes, ""));
		PromptTable.addSam(table.list, sizes);
		return table.list;
	}

	/** Adds the neck, which MobileSAM has as well. */
	static void addNeck(final TensorList list, final long from, final long to) {
		list.add(ENCODER + "neck.0.weight", to, from, 1, 1).norm(ENCODER + "neck.1",
			to);
		list.add(ENCODER + "neck.2.weight", to, to, 3, 3).norm(ENCODER + "neck.3",
			to);
	}

	private void addEncoder() {
		list.add(ENCODER + "pos_embed", 1, SIDE, SIDE, width);
		list.layer(ENCODER + "patch_embed.proj", width, 3, 16, 16);
		final long window = windowRows();
		for (int i = 0; i < depth; i++) {
			final boolean isGlobal = rows(i) == GLOBAL;
			addBlock(ENCODER + "blocks." + i + ".", isGlobal ? GLOBAL : window);
		}
	}

	private void addBlock(final String block, final long rows) {
		list.norm(block + "norm1", width);
		list.add(block + "attn.rel_pos_h", rows, head);
		list.add(block + "attn.rel_pos_w", rows, head);
		list.linear(block + "attn.qkv", 3 * width, width);
		list.linear(block + "attn.proj", width, width);
		list.norm(block + "norm2", width);
		final long hidden = sizes.extent(block + "mlp.lin1.weight", 0);
		list.linear(block + "mlp.lin1", hidden, width);
		list.linear(block + "mlp.lin2", width, hidden);
	}

	/** @return rows of the tables of all blocks that look at windows only */
	private long windowRows() {
		for (int i = 0; i < depth; i++) {
			final long rows = rows(i);
			if (rows == GLOBAL) continue;
			if (rows % 2 == 0 || rows > GLOBAL) throw sizes.odd("its tensor '" +
				ENCODER + "blocks." + i + ".attn.rel_pos_h' fits no window");
			return rows;
		}
		return GLOBAL;
	}

	private long rows(final int block) {
		return sizes.extent(ENCODER + "blocks." + block + ".attn.rel_pos_h", 0);
	}
}
