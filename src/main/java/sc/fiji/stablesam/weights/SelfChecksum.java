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
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import sc.fiji.stablesam.Progress;

/**
 * A checksum over a whole safetensors file that the file itself carries among
 * its metadata; the digits of all such checksums count as zeros.
 */
enum SelfChecksum {

		/** Fast enough to be checked whenever a file is opened. */
		CRC32C("checksum.crc32c", 8, Digest::crc32c),

		/** Proof against more than chance. */
		SHA256("checksum.sha256", 64, Digest::sha256);

	private static final Pattern DIGITS = Pattern.compile(
		"\"checksum\\.(?:crc32c|sha256)\"\\s*:\\s*\"([0-9a-f]+)\"");

	private final String key;
	private final int length;
	private final Supplier<Digest> algorithm;

	SelfChecksum(final String key, final int length,
		final Supplier<Digest> algorithm)
	{
		this.key = key;
		this.length = length;
		this.algorithm = algorithm;
	}

	/** @return the key among the metadata */
	String key() {
		return key;
	}

	/** @return as many zeros as the checksum has digits */
	String blank() {
		return "0".repeat(length);
	}

	/**
	 * @param header of a safetensors file, in JSON
	 * @return a copy with zeros in place of all checksums' digits
	 */
	static byte[] blanked(final byte[] header) {
		final byte[] result = header.clone();
		// NB: In this encoding characters are bytes, so indices mean the same.
		final Matcher digits = DIGITS.matcher(new String(header,
			StandardCharsets.ISO_8859_1));
		while (digits.find())
			Arrays.fill(result, digits.start(1), digits.end(1), (byte) '0');
		return result;
	}

	/** @return the checksum of a file, in hexadecimal digits */
	String of(final WeightFile file, final Progress progress) {
		final Digest digest = algorithm.get();
		final ByteBuffer length = file.read(0, Long.BYTES);
		final byte[] header = new byte[Math.toIntExact(length.getLong(0))];
		file.read(Long.BYTES, header.length).get(header);
		digest.update(length);
		digest.update(ByteBuffer.wrap(blanked(header)));
		return Fingerprint.from(Long.BYTES + header.length, file, digest, progress)
			.hex();
	}

	/**
	 * Compares a file with the checksum that it carries, if it does.
	 *
	 * @throws sc.fiji.stablesam.StableSamException if they differ
	 */
	void check(final WeightFile file, final Map<String, String> metadata,
		final Progress progress)
	{
		final String expected = metadata.get(key);
		if (expected != null && !expected.equals(of(file, progress))) throw file
			.damaged("its checksum is wrong");
	}
}
