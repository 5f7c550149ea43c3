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
 * The tensors of SAM's prompt encoder and mask decoder, which all its
 * generations share but for names and SAM 2's additions (Kirillov et al.,
 * Segment Anything, appendix A; Ravi et al., SAM 2, appendix D).
 */
final class PromptTable {

	private static final int MASKS = 4;
	private static final int KINDS_OF_POINTS = 4;

	private final TensorList list;
	private final TensorSizes sizes;
	private final String prefix;
	private final String[] mlp;
	private final long width;

	private PromptTable(final TensorList list, final TensorSizes sizes,
		final String prefix, final String... mlp)
	{
		this.list = list;
		this.sizes = sizes;
		this.prefix = prefix;
		this.mlp = mlp;
		width = width(sizes, prefix);
		if (width % 8 != 0) throw sizes.odd("the " + width +
			" channels of its mask decoder cannot be divided by eight");
	}

	/** @return C of the image embedding */
	static long width(final TensorSizes sizes, final String prefix) {
		return sizes.extent(prefix + "prompt_encoder.no_mask_embed.weight", 1);
	}

	/** Adds those of SAM and MobileSAM. */
	static void addSam(final TensorList list, final TensorSizes sizes) {
		new PromptTable(list, sizes, "", "lin1", "lin2").addAll();
	}

	/** Adds those of SAM 2. */
	static void addSam2(final TensorList list, final TensorSizes sizes) {
		final PromptTable table = new PromptTable(list, sizes, "sam_", "layers.0",
			"layers.1");
		table.addAll();
		table.addHighResolution();
	}

	private void addAll() {
		addPrompts(prefix + "prompt_encoder.");
		addTransformer(prefix + "mask_decoder.transformer.");
		addDecoder(prefix + "mask_decoder.");
	}

	private void addPrompts(final String encoder) {
		list.add(encoder + "pe_layer.positional_encoding_gaussian_matrix", 2,
			width / 2);
		for (int kind = 0; kind < KINDS_OF_POINTS; kind++)
			list.add(encoder + "point_embeddings." + kind + ".weight", 1, width);
		list.add(encoder + "not_a_point_embed.weight", 1, width);
		final String scaling = encoder + "mask_downscaling.";
		final long fine = sizes.extent(scaling + "0.weight", 0);
		final long coarse = sizes.extent(scaling + "3.weight", 0);
		list.layer(scaling + 0, fine, 1, 2, 2).norm(scaling + 1, fine);
		list.layer(scaling + 3, coarse, fine, 2, 2).norm(scaling + 4, coarse);
		list.layer(scaling + 6, width, coarse, 1, 1);
		list.add(encoder + "no_mask_embed.weight", 1, width);
	}

	private void addTransformer(final String transformer) {
		final String layers = transformer + "layers.";
		final int depth = sizes.count(layers);
		for (int i = 0; i < depth; i++) {
			final String layer = layers + i + ".";
			addAttention(layer + "self_attn");
			addAttention(layer + "cross_attn_token_to_image");
			addAttention(layer + "cross_attn_image_to_token");
			final long hidden = sizes.extent(layer + "mlp." + mlp[0] + ".weight", 0);
			list.linear(layer + "mlp." + mlp[0], hidden, width);
			list.linear(layer + "mlp." + mlp[1], width, hidden);
			for (int norm = 1; norm <= 4; norm++)
				list.norm(layer + "norm" + norm, width);
		}
		addAttention(transformer + "final_attn_token_to_image");
		list.norm(transformer + "norm_final_attn", width);
	}

	private void addAttention(final String name) {
		final long inner = sizes.extent(name + ".q_proj.weight", 0);
		list.linear(name + ".q_proj", inner, width);
		list.linear(name + ".k_proj", inner, width);
		list.linear(name + ".v_proj", inner, width);
		list.linear(name + ".out_proj", width, inner);
	}

	private void addDecoder(final String decoder) {
		list.add(decoder + "iou_token.weight", 1, width);
		list.add(decoder + "mask_tokens.weight", MASKS, width);
		final String upscaling = decoder + "output_upscaling.";
		list.enlargement(upscaling + 0, width, width / 4);
		list.norm(upscaling + 1, width / 4);
		list.enlargement(upscaling + 3, width / 4, width / 8);
		for (int mask = 0; mask < MASKS; mask++)
			list.head(decoder + "output_hypernetworks_mlps." + mask, width, width,
				width / 8);
		final String iou = decoder + "iou_prediction_head";
		list.head(iou, sizes.extent(iou + ".layers.0.weight", 0), width, MASKS);
	}

	private void addHighResolution() {
		final String decoder = prefix + "mask_decoder.";
		list.add(decoder + "obj_score_token.weight", 1, width);
		list.layer(decoder + "conv_s0", width / 8, width, 1, 1);
		list.layer(decoder + "conv_s1", width / 4, width, 1, 1);
	}
}
