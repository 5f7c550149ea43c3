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
import java.util.Optional;

/**
 * The record at the end of a zip archive, which says where its directory is.
 */
final class ZipEnd {

	private static final int LENGTH = 22;
	private static final int SIGNATURE = 0x06054b50;
	private static final int MAX_COMMENT = 0xffff;
	private static final int LOCATOR_LENGTH = 20;
	private static final int LOCATOR = 0x07064b50;
	private static final int ZIP64_LENGTH = 56;
	private static final int ZIP64_SIGNATURE = 0x06064b50;

	private final long start;
	private final long length;
	private final long count;

	private ZipEnd(final long start, final long length, final long count) {
		this.start = start;
		this.length = length;
		this.count = count;
	}

	/**
	 * @return nothing if the file does not end like a zip archive
	 * @throws sc.fiji.stablesam.StableSamException if it does, but the directory
	 *           cannot be where the record says
	 */
	static Optional<ZipEnd> find(final WeightFile file) {
		final int tailLength = (int) Math.min(file.size(), LENGTH + MAX_COMMENT);
		final long tailStart = file.size() - tailLength;
		final ByteBuffer tail = file.read(tailStart, tailLength);
		for (int at = tailLength - LENGTH; at >= 0; at--) {
			final boolean ends = tail.getInt(at) == SIGNATURE && at + LENGTH + (tail
				.getShort(at + 20) & 0xffff) == tailLength;
			if (ends) return Optional.of(read(file, tailStart + at).within(file,
				tailStart + at));
		}
		return Optional.empty();
	}

	/** @return where the directory starts */
	long start() {
		return start;
	}

	/** @return bytes of the directory */
	long length() {
		return length;
	}

	/** @return files in the archive */
	long count() {
		return count;
	}

	private static ZipEnd read(final WeightFile file, final long at) {
		final ByteBuffer end = file.read(at, LENGTH);
		if (at >= LOCATOR_LENGTH) {
			final ByteBuffer locator = file.read(at - LOCATOR_LENGTH, LOCATOR_LENGTH);
			if (locator.getInt(0) == LOCATOR) return zip64(file, locator.getLong(8));
		}
		return new ZipEnd(Integer.toUnsignedLong(end.getInt(16)), Integer
			.toUnsignedLong(end.getInt(12)), end.getShort(10) & 0xffff);
	}

	private static ZipEnd zip64(final WeightFile file, final long at) {
		final ByteBuffer end = file.read(at, ZIP64_LENGTH);
		if (end.getInt(0) != ZIP64_SIGNATURE) throw file.damaged(
			"its directory is not where it says");
		return new ZipEnd(end.getLong(48), end.getLong(40), end.getLong(32));
	}

	private ZipEnd within(final WeightFile file, final long end) {
		if (start < 0 || length < 0 || count < 0 || start > end - length) throw file
			.damaged("its directory is not where it says");
		return this;
	}
}
