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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.zip.CRC32C;

import com.dynatrace.hash4j.hashing.HashStream128;
import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hashing;

/**
 * A running checksum of bytes.
 */
abstract class Digest {

	private static final int PART = 1 << 16;

	/** Adds a buffer's remaining bytes. */
	abstract void update(ByteBuffer bytes);

	/** Ends the work. */
	abstract byte[] bytes();

	/** Ends the work. @return the checksum in lower-case hexadecimal digits */
	final String hex() {
		final StringBuilder digits = new StringBuilder();
		for (final byte b : bytes())
			digits.append(String.format("%02x", b));
		return digits.toString();
	}

	/** Ends the work. @return the checksum in base 64 */
	final String base64() {
		return Base64.getEncoder().encodeToString(bytes());
	}

	static Digest sha256() {
		return cryptographic("SHA-256");
	}

	static Digest sha512() {
		return cryptographic("SHA-512");
	}

	/** XXH3 with 128 bits, written from its higher half on. */
	static Digest xxh128() {
		final HashStream128 hash = Hashing.xxh3_128().hashStream();
		return new Digest() {

			private final byte[] part = new byte[PART];

			@Override
			void update(final ByteBuffer bytes) {
				while (bytes.hasRemaining()) {
					final int count = Math.min(part.length, bytes.remaining());
					bytes.get(part, 0, count);
					hash.putBytes(part, 0, count);
				}
			}

			@Override
			byte[] bytes() {
				final HashValue128 value = hash.get();
				return ByteBuffer.allocate(2 * Long.BYTES).putLong(value
					.getMostSignificantBits()).putLong(value.getLeastSignificantBits())
					.array();
			}
		};
	}

	static Digest crc32c() {
		final CRC32C crc = new CRC32C();
		return new Digest() {

			@Override
			void update(final ByteBuffer bytes) {
				crc.update(bytes);
			}

			@Override
			byte[] bytes() {
				return ByteBuffer.allocate(Integer.BYTES).putInt((int) crc.getValue())
					.array();
			}
		};
	}

	private static Digest cryptographic(final String algorithm) {
		final MessageDigest digest;
		try {
			digest = MessageDigest.getInstance(algorithm);
		}
		catch (final NoSuchAlgorithmException e) {
			throw new IllegalStateException("Every Java has " + algorithm, e);
		}
		return new Digest() {

			@Override
			void update(final ByteBuffer bytes) {
				digest.update(bytes);
			}

			@Override
			byte[] bytes() {
				return digest.digest();
			}
		};
	}
}
