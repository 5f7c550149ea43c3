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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.StableSamException;

/**
 * Makes one checkpoint, with the publisher's names and layouts, of the two
 * networks as which SAM 2 Hiera-T is exported: an image encoder in ONNX
 * Runtime's format and a mask decoder in ONNX.
 * <p>
 * Every tensor of both files is either used or known not to be a weight. The
 * object-score head is in neither; images do not need it.
 */
final class HieraTinyConversion {

	private static final Pattern NOTHING = Pattern.compile("(?!)");

	private HieraTinyConversion() {}

	/**
	 * Converts.
	 *
	 * @param encoder the encoder's file
	 * @param decoder the decoder's file
	 * @param target the safetensors file to write
	 * @param metadata to be stored in it
	 * @param progress told tensor by tensor
	 * @throws StableSamException if a file is damaged, misses a tensor, has an
	 *           unknown one or one of a wrong shape, or the target cannot be
	 *           written
	 */
	static void convert(final Path encoder, final Path decoder, final Path target,
		final Map<String, String> metadata, final Progress progress)
	{
		try (GraphFile ort = OrtFile.open(encoder);
				GraphFile onnx = OnnxFile.open(decoder))
		{
			refuseUnknown(ort, HieraTinyTable.encoder(),
				HieraTinyTable.ENCODER_CONSTANTS);
			refuseUnknown(onnx, HieraTinyTable.decoder(), NOTHING);
			final HieraTinyTensors tensors = HieraTinyTensors.of(ort, onnx);
			TensorCopy.of(tensors::bytes, ModelFamily.SAM2_HIERA.tensors(tensors,
				target), "Converting " + target.getFileName()).write(target, metadata,
					progress);
		}
	}

	private static void refuseUnknown(final GraphFile file,
		final List<ConversionRule> rules, final Pattern constants)
	{
		final Set<String> unknown = new HashSet<>();
		for (final String name : file.names())
			// NB: Integers are the shapes and indices of the export's operations.
			if (file.isFloat(name) && !constants.matcher(name).matches()) unknown.add(
				name);
		for (final ConversionRule rule : rules)
			unknown.remove(rule.source(file));
		if (!unknown.isEmpty()) throw new StableSamException("The file " + file
			.path() + " has an unknown tensor '" + unknown.iterator().next() +
			"': it holds another model than expected.");
	}
}
