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

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The families of networks whose checkpoints are known, whatever their sizes:
 * which tensors tell them apart, which tensors follow from the sizes, and which
 * ones images do not need.
 */
public enum ModelFamily implements Contents {

		/** SAM with a plain vision transformer: ViT-B, L, H. */
		SAM_VIT("sam_vit", "a SAM model", "image_encoder.blocks.", VitTable::of,
			Unused.SAM),

		/** MobileSAM and micro-sam's vit_t: SAM with TinyViT. */
		MOBILE_SAM("mobile_sam", "a MobileSAM model", "image_encoder.layers.",
			TinyVitTable::of, Unused.MOBILE_SAM),

		/** SAM 2 and SAM 2.1, for images: Hiera-T, S, B+, L. */
		SAM2_HIERA("sam2_hiera", "a SAM 2 model", "image_encoder.trunk.",
			HieraTable::of, Unused.SAM2);

	private final String id;
	private final String model;
	private final String encoder;
	private final Function<TensorSizes, TensorList> table;
	private final Pattern unused;

	ModelFamily(final String id, final String model, final String encoder,
		final Function<TensorSizes, TensorList> table, final String unused)
	{
		this.id = id;
		this.model = model;
		this.encoder = encoder;
		this.table = table;
		this.unused = Pattern.compile(unused);
	}

	/**
	 * @return such as {@code sam_vit}: the architecture in the metadata of a
	 *         model's file
	 */
	public String id() {
		return id;
	}

	/** @return the one of that id, if there is one */
	public static Optional<ModelFamily> named(final String id) {
		return Arrays.stream(values()).filter(family -> family.id.equals(id))
			.findFirst();
	}

	/**
	 * Tells by names of tensors which family a state dictionary is of.
	 *
	 * @param path of the file, for messages
	 * @throws sc.fiji.stablesam.StableSamException if of none of these, saying
	 *           what it looks like
	 */
	public static ModelFamily recognise(final TensorFile file, final Path path) {
		return Arrays.stream(values()).filter(family -> file.names().stream()
			.anyMatch(name -> name.startsWith(family.encoder))).findFirst()
			.orElseThrow(() -> OtherModel.refusal(file, path));
	}

	/**
	 * Makes sure that a file holds a network of this family: all tensors that its
	 * sizes ask for, in their shapes, and no others but those that images do not
	 * need.
	 *
	 * @param path of the file, for messages
	 * @throws sc.fiji.stablesam.StableSamException if it does not, naming the
	 *           first key that is wrong
	 */
	public void check(final TensorFile file, final Path path) {
		tensors(file, path);
	}

	/** @return the tensors that images need, after the same check */
	@Override
	public ExpectedTensors tensors(final TensorFile file, final Path path) {
		final ExpectedTensors expected = ExpectedTensors.of(table.apply(
			new TensorSizes(file, path, model)), unused, "it looks like " + model +
				" but is another, so give a checkpoint of the original model");
		expected.check(file, path);
		return expected;
	}

	/** What stands in checkpoints but is no part of the way of an image. */
	private static final class Unused {

		/** micro-sam's network for all objects at once, beside the prompts. */
		static final String SAM =
			"(decoder|base|deconv\\d|deconv_out|decoder_head|out_conv)\\..+";

		/** The classifier it was pretrained with; batches that were seen. */
		static final String MOBILE_SAM = SAM +
			"|image_encoder\\.(norm_head|head)\\.(weight|bias)" +
			"|image_encoder\\..+\\.bn\\.num_batches_tracked" +
			"|image_encoder\\..+\\.attn\\.attention_bias_idxs";

		/** Memory of earlier frames, pointers to objects, whether one is there. */
		static final String SAM2 = "(memory_attention|memory_encoder)\\..+" +
			"|maskmem_tpos_enc|no_mem_pos_enc|no_obj_ptr|no_obj_embed_spatial" +
			"|(mask_downsample|obj_ptr_proj|obj_ptr_tpos_proj)\\..+" +
			"|sam_mask_decoder\\.pred_obj_score_head\\..+";
	}
}
