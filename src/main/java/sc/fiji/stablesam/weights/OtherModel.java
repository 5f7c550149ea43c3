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
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import sc.fiji.stablesam.StableSamException;

/**
 * What people may take for a SAM checkpoint, and how it is told by the names of
 * its tensors.
 */
enum OtherModel {

		SAM2_VIDEO("SAM 2 video memory weights only",
			"(memory_attention|memory_encoder)\\..+"),

		CELLPOSE("a Cellpose model",
			"diam_mean|diam_labels|downsample\\.down\\.res_down_0\\..+"),

		MICRO_SAM_AUTOMATIC(
			"micro-sam's network for automatic segmentation, without prompts",
			"encoder\\.(blocks|layers)\\.0\\..+|deconv_out\\..+"),

		ENCODER("an image encoder alone",
			"(blocks|trunk\\.blocks)\\.0\\.norm1\\..+"),

		DECODER("a mask decoder without an image encoder",
			"(sam_)?(mask_decoder|prompt_encoder)\\..+");

	private static final int EXAMPLES = 3;

	private final String description;
	private final Pattern names;

	OtherModel(final String description, final String names) {
		this.description = description;
		this.names = Pattern.compile(names);
	}

	/** @return why a file of no known architecture cannot be used */
	static StableSamException refusal(final TensorFile file, final Path path) {
		final Optional<OtherModel> known = Arrays.stream(values()).filter(
			model -> file.names().stream().anyMatch(name -> model.names.matcher(name)
				.matches())).findFirst();
		return new StableSamException("The weight file " + path + known.map(
			model -> " looks like " + model.description).orElseGet(
				() -> " holds a state dictionary of something else, with keys such as " +
					examples(file)) +
			": give a checkpoint of SAM, MobileSAM, SAM 2 or micro-sam.");
	}

	private static String examples(final TensorFile file) {
		return file.names().stream().limit(EXAMPLES).map(Quote::of).collect(
			Collectors.joining(", "));
	}
}
