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

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The float arrays of an {@code .npz} file, flattened. */
final class NumpyArrays {

	private final Map<String, float[]> arrays = new HashMap<>();

	private NumpyArrays(final File file) throws IOException {
		try (ZipFile zip = new ZipFile(file)) {
			for (final ZipEntry e : Collections.list(zip.entries()))
				arrays.put(e.getName().replace(".npy", ""), floats(ByteBuffer.wrap(zip
					.getInputStream(e).readAllBytes()).order(ByteOrder.LITTLE_ENDIAN)));
		}
	}

	static NumpyArrays read(final File file) throws IOException {
		return new NumpyArrays(file);
	}

	float[] get(final String name) {
		return arrays.get(name);
	}

	private static float[] floats(final ByteBuffer bytes) {
		final int header = bytes.getShort(8);
		final String description = new String(bytes.array(), 10, header,
			StandardCharsets.US_ASCII);
		bytes.position(10 + header);
		final boolean half = description.contains("<f2");
		final boolean doubles = description.contains("<f8");
		final float[] values = new float[bytes.remaining() / (half ? 2 : doubles ? 8
			: 4)];
		for (int i = 0; i < values.length; i++)
			values[i] = half ? half(bytes.getShort()) : doubles ? (float) bytes
				.getDouble() : bytes.getFloat();
		return values;
	}

	private static float half(final short bits) {
		final int exponent = bits >> 10 & 0x1f;
		final double fraction = (bits & 0x3ff) / 1024.0;
		final double magnitude = exponent == 0 ? fraction * Math.pow(2, -14) : (1 +
			fraction) * Math.pow(2, exponent - 15);
		return (float) (bits < 0 ? -magnitude : magnitude);
	}
}
