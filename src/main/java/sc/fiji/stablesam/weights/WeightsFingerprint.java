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

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.regex.Pattern;

import sc.fiji.stablesam.Progress;

/**
 * What tells a model's weights from all others, whatever the file is called and
 * wherever they came from: XXH128 over the tensors' little-endian 32-bit
 * floats, in the order of the model's table ({@link ModelFamily}).
 * <p>
 * Exported networks hold SAM 2's weights, too, but its two position embeddings
 * as one sum. So of SAM 2 the blocks of the trunk, the prompt encoder and the
 * mask decoder count, which exporters do no more to than transpose; what an
 * exporter may combine with its neighbours is left out: positions, the patch
 * embedding, the neck, the convolutions of the fine feature maps and the
 * embedding for "no memory". Of the other families everything counts.
 */
final class WeightsFingerprint {

	/** The metadata key. */
	static final String KEY = "fingerprint.xxh128";

	/** As many zeros as it has digits. */
	static final String BLANK = "0".repeat(32);

	/** NB: all of these names are SAM 2's only. */
	private static final Pattern POSITIONS = Pattern.compile(
		"image_encoder\\.trunk\\.pos_embed(_window|_tiled)?");
	private static final Pattern LEFT_OUT = Pattern.compile(POSITIONS +
		"|no_mem_embed|image_encoder\\.trunk\\.patch_embed\\..+" +
		"|image_encoder\\.neck\\.convs\\..+|sam_mask_decoder\\.conv_s[01]\\..+");

	private final Digest digest = Digest.xxh128();

	/** @return that of a model's file, as it is noted there or else computed */
	static String of(final TensorFile file, final Path path,
		final Progress progress)
	{
		final String noted = file.metadata().get(KEY);
		if (noted != null) return noted;
		// NB: earlier versions noted none, or one of another kind.
		final WeightsFingerprint computed = new WeightsFingerprint();
		for (final String tensor : ModelFamily.recognise(file, path).tensors(file,
			path).shapes().keySet())
		{
			progress.checkCancelled();
			computed.add(tensor, file.bytes(tensor));
		}
		return computed.hex();
	}

	/** @return whether a tensor is of those that some files hold as a sum */
	static boolean arePositions(final String tensor) {
		return POSITIONS.matcher(tensor).matches();
	}

	/** Adds the next tensor of the table, if it counts. */
	void add(final String tensor, final ByteBuffer bytes) {
		if (!LEFT_OUT.matcher(tensor).matches()) digest.update(bytes.duplicate());
	}

	/** Ends the work. @return in hexadecimal digits */
	String hex() {
		return digest.hex();
	}
}
