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

import sc.fiji.stablesam.Progress;

/**
 * Feeds the bytes of a whole file to a checksum.
 */
final class Fingerprint {

	/** How much of a file is read at once. */
	private static final int CHUNK = 1 << 20;

	private Fingerprint() {}

	/** @return the digest of all bytes */
	static Digest of(final WeightFile file, final Digest digest,
		final Progress progress)
	{
		return from(0, file, digest, progress);
	}

	/** @return the digest, after the bytes from one on to the end */
	static Digest from(final long start, final WeightFile file,
		final Digest digest, final Progress progress)
	{
		final String task = "Checking " + file.path().getFileName() + ", " +
			Megabytes.of(file.size());
		final ByteBuffer buffer = ByteBuffer.allocateDirect(CHUNK);
		for (long at = start; at < file.size(); at += CHUNK) {
			progress.checkCancelled();
			progress.report(task, (double) at / file.size());
			buffer.clear().limit((int) Math.min(CHUNK, file.size() - at));
			file.readInto(buffer, at);
			digest.update(buffer);
		}
		return digest;
	}
}
