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
 * The tensors of MobileSAM, whose image encoder is TinyViT, in any size of that
 * structure (Zhang et al., Faster Segment Anything; Wu et al., TinyViT).
 */
final class TinyVitTable {

	private static final String ENCODER = "image_encoder.";
	private static final int STAGES = 4;

	private final TensorList list = new TensorList();
	private final TensorSizes sizes;

	private TinyVitTable(final TensorSizes sizes) {
		this.sizes = sizes;
	}

	/** @return the tensors of a network of these sizes */
	static TensorList of(final TensorSizes sizes) {
		final TinyVitTable table = new TinyVitTable(sizes);
		VitTable.addNeck(table.list, table.addEncoder(), PromptTable.width(sizes,
			""));
		PromptTable.addSam(table.list, sizes);
		return table.list;
	}

	/** @return channels of the last stage */
	private long addEncoder() {
		final String patches = ENCODER + "patch_embed.seq.";
		final long half = sizes.extent(patches + "0.c.weight", 0);
		long width = sizes.extent(patches + "2.c.weight", 0);
		addConvolution(patches + 0, half, 3, 3);
		addConvolution(patches + 2, width, half, 3);
		for (int stage = 0; stage < STAGES; stage++) {
			final String layer = ENCODER + "layers." + stage + ".";
			if (stage == 0) addConvolutionBlocks(layer + "blocks.", width);
			else addAttentionBlocks(layer + "blocks.", width);
			if (stage < STAGES - 1) width = addMerging(layer + "downsample.", width);
		}
		return width;
	}

	private void addConvolutionBlocks(final String blocks, final long width) {
		final int depth = sizes.count(blocks);
		for (int i = 0; i < depth; i++) {
			final String block = blocks + i + ".";
			final long hidden = sizes.extent(block + "conv1.c.weight", 0);
			addConvolution(block + "conv1", hidden, width, 1);
			addConvolution(block + "conv2", hidden, 1, 3);
			addConvolution(block + "conv3", width, hidden, 1);
		}
	}

	private void addAttentionBlocks(final String blocks, final long width) {
		final int depth = sizes.count(blocks);
		final String first = blocks + "0.attn.attention_biases";
		final long heads = sizes.extent(first, 0);
		final long offsets = sizes.extent(first, 1);
		if (width % heads != 0) throw sizes.odd("its " + width +
			" channels are not divided into " + heads + " heads");
		for (int i = 0; i < depth; i++) {
			final String block = blocks + i + ".";
			list.add(block + "attn.attention_biases", heads, offsets);
			list.norm(block + "attn.norm", width);
			list.linear(block + "attn.qkv", 3 * width, width);
			list.linear(block + "attn.proj", width, width);
			list.norm(block + "mlp.norm", width);
			final long hidden = sizes.extent(block + "mlp.fc1.weight", 0);
			list.linear(block + "mlp.fc1", hidden, width);
			list.linear(block + "mlp.fc2", width, hidden);
			addConvolution(block + "local_conv", width, 1, 3);
		}
	}

	/** @return channels of the next stage */
	private long addMerging(final String merging, final long width) {
		final long next = sizes.extent(merging + "conv1.c.weight", 0);
		addConvolution(merging + "conv1", next, width, 1);
		addConvolution(merging + "conv2", next, 1, 3);
		addConvolution(merging + "conv3", next, next, 1);
		return next;
	}

	/** Adds a convolution without bias, and the batch normalisation after it. */
	private void addConvolution(final String name, final long to, final long from,
		final long kernel)
	{
		list.add(name + ".c.weight", to, from, kernel, kernel);
		list.batchNorm(name + ".bn", to);
	}
}
