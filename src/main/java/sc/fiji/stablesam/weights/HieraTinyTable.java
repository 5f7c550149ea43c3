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

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which tensors of the two exported networks of SAM 2 Hiera-T are which tensors
 * of the publisher's checkpoint.
 */
final class HieraTinyTable {

	/**
	 * What the encoder holds besides weights: attention scales, GELU's numbers,
	 * the neck's enlargement.
	 */
	static final Pattern ENCODER_CONSTANTS = Pattern.compile(
		"/image_encoder/trunk/blocks\\.\\d+/attn/Sqrt_2_output_0|/image_encoder/neck/Concat_output_0" +
			"|/image_encoder/neck/position_encoding_1/Constant_7_output_0" +
			"|/image_encoder/trunk/blocks\\.11/mlp/act/Constant(_2)?_output_0");

	private static final String TRUNK = "image_encoder.trunk.";
	private static final String DECODER = "sam_mask_decoder.";
	private static final String PROMPTS = "sam_prompt_encoder.";
	private static final int WIDTH = 256;
	private static final int[] BLOCK_WIDTHS = { 96, 192, 192, 384, 384, 384, 384,
		384, 384, 384, 768, 768 };
	private static final int[] NECK_INPUTS = { 768, 384, 192, 96 };

	private final List<ConversionRule> rules = new ArrayList<>();

	private HieraTinyTable() {}

	/** @return the rules for the image encoder's file */
	static List<ConversionRule> encoder() {
		final HieraTinyTable table = new HieraTinyTable();
		table.addEncoder();
		return table.rules;
	}

	/** @return the rules for the mask decoder's file */
	static List<ConversionRule> decoder() {
		final HieraTinyTable table = new HieraTinyTable();
		table.addPromptEncoder();
		table.addTransformer();
		table.addMaskDecoder();
		return table.rules;
	}

	private void addEncoder() {
		rules.add(ConversionRule.named("no_mem_embed", "no_mem_embed", 1, 1,
			WIDTH));
		// NB: Both position embeddings went into the export as one sum.
		rules.add(ConversionRule.named("/image_encoder/trunk/Transpose_output_0",
			TRUNK + "pos_embed_tiled", 1, 256, 256, 96).stored(Layout.CHANNELS_LAST));
		encoderPair(TRUNK + "patch_embed.proj", 96, 3, 7, 7);
		int from = BLOCK_WIDTHS[0];
		for (int block = 0; block < BLOCK_WIDTHS.length; block++) {
			addBlock(TRUNK + "blocks." + block, from, BLOCK_WIDTHS[block]);
			from = BLOCK_WIDTHS[block];
		}
		for (int level = 0; level < NECK_INPUTS.length; level++)
			encoderPair("image_encoder.neck.convs." + level + ".conv", WIDTH,
				NECK_INPUTS[level], 1, 1);
		encoderPair(DECODER + "conv_s0", 32, WIDTH, 1, 1);
		encoderPair(DECODER + "conv_s1", 64, WIDTH, 1, 1);
	}

	private void addBlock(final String block, final int from, final int to) {
		encoderPair(block + ".norm1", from);
		encoderLinear(block + ".attn.qkv", 3 * to, from);
		encoderLinear(block + ".attn.proj", to, to);
		encoderPair(block + ".norm2", to);
		encoderLinear(block + ".mlp.layers.0", 4 * to, to);
		encoderLinear(block + ".mlp.layers.1", to, 4 * to);
		if (from != to) encoderLinear(block + ".proj", to, from);
	}

	private void encoderPair(final String name, final long... shape) {
		rules.add(ConversionRule.named("model." + name + ".weight", name +
			".weight", shape));
		rules.add(ConversionRule.named("model." + name + ".bias", name + ".bias",
			shape[0]));
	}

	private void encoderLinear(final String name, final long to,
		final long from)
	{
		rules.add(ConversionRule.named(asNode(name) + "/Transpose_output_0", name +
			".weight", to, from).stored(Layout.TRANSPOSED));
		rules.add(ConversionRule.named("model." + name + ".bias", name + ".bias",
			to));
	}

	private void addPromptEncoder() {
		decoderTensor(PROMPTS + "pe_layer.positional_encoding_gaussian_matrix", 2,
			WIDTH / 2);
		for (int kind = 0; kind < 4; kind++)
			decoderTensor(PROMPTS + "point_embeddings." + kind + ".weight", 1, WIDTH);
		decoderTensor(PROMPTS + "not_a_point_embed.weight", 1, WIDTH);
		decoderPair(PROMPTS + "mask_downscaling.0", 4, 1, 2, 2);
		decoderNorm("/mask_downscaling/mask_downscaling.1", PROMPTS +
			"mask_downscaling.1", 4);
		decoderPair(PROMPTS + "mask_downscaling.3", 16, 4, 2, 2);
		decoderNorm("/mask_downscaling/mask_downscaling.4", PROMPTS +
			"mask_downscaling.4", 16);
		decoderPair(PROMPTS + "mask_downscaling.6", WIDTH, 16, 1, 1);
		rules.add(ConversionRule.usedBy("/Mul_15", PROMPTS + "no_mask_embed.weight",
			1, WIDTH));
	}

	private void addTransformer() {
		final String transformer = DECODER + "transformer.";
		for (int i = 0; i < 2; i++) {
			final String layer = transformer + "layers." + i + ".";
			addAttention(layer + "self_attn", WIDTH);
			addAttention(layer + "cross_attn_token_to_image", WIDTH / 2);
			addAttention(layer + "cross_attn_image_to_token", WIDTH / 2);
			decoderLinear(layer + "mlp.layers.0", 2048, WIDTH);
			decoderLinear(layer + "mlp.layers.1", WIDTH, 2048);
			for (int norm = 1; norm <= 4; norm++)
				decoderPair(layer + "norm" + norm, WIDTH);
		}
		addAttention(transformer + "final_attn_token_to_image", WIDTH / 2);
		decoderPair(transformer + "norm_final_attn", WIDTH);
	}

	private void addAttention(final String name, final int inner) {
		decoderLinear(name + ".q_proj", inner, WIDTH);
		decoderLinear(name + ".k_proj", inner, WIDTH);
		decoderLinear(name + ".v_proj", inner, WIDTH);
		decoderLinear(name + ".out_proj", WIDTH, inner);
	}

	private void addMaskDecoder() {
		token("obj_score_token", 0, 1);
		token("iou_token", 1, 1);
		token("mask_tokens", 2, 4);
		decoderTensor(DECODER + "output_upscaling.0.weight", WIDTH, 64, 2, 2);
		decoderTensor(DECODER + "output_upscaling.0.bias", 64);
		decoderNorm("/output_upscaling.1", DECODER + "output_upscaling.1", 64);
		decoderTensor(DECODER + "output_upscaling.3.weight", 64, 32, 2, 2);
		decoderTensor(DECODER + "output_upscaling.3.bias", 32);
		for (int mask = 0; mask < 4; mask++)
			addHead(DECODER + "output_hypernetworks_mlps." + mask, 32);
		addHead(DECODER + "iou_prediction_head", 4);
	}

	private void addHead(final String name, final int outputs) {
		decoderPair(name + ".layers.0", WIDTH, WIDTH);
		decoderPair(name + ".layers.1", WIDTH, WIDTH);
		decoderPair(name + ".layers.2", outputs, WIDTH);
	}

	private void token(final String name, final int row, final int rows) {
		rules.add(ConversionRule.usedBy("/Expand_9", DECODER + name + ".weight",
			rows, WIDTH).rowsFrom(row, 1, 6, WIDTH));
	}

	private void decoderNorm(final String node, final String name,
		final long width)
	{
		rules.add(ConversionRule.usedBy(node + "/Mul", name + ".weight", width));
		rules.add(ConversionRule.usedBy(node + "/Add_1", name + ".bias", width));
	}

	private void decoderLinear(final String name, final long to,
		final long from)
	{
		final String node = asNode(name.substring(DECODER.length()));
		rules.add(ConversionRule.usedBy(node + "/MatMul", name + ".weight", to,
			from).stored(Layout.TRANSPOSED));
		decoderTensor(name + ".bias", to);
	}

	private void decoderPair(final String name, final long... shape) {
		decoderTensor(name + ".weight", shape);
		decoderTensor(name + ".bias", shape[0]);
	}

	private void decoderTensor(final String name, final long... shape) {
		rules.add(ConversionRule.named(name.substring("sam_".length()), name,
			shape));
	}

	/**
	 * @return {@code blocks.3.attn.qkv} as the export's path
	 *         {@code /blocks.3/attn/qkv}
	 */
	private static String asNode(final String name) {
		return "/" + name.replaceAll("\\.(?!\\d)", "/");
	}
}
