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

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.StableSamException;

/**
 * Fetches a published file, going on where an earlier try was interrupted, by
 * this program or another. For one thread, and one program at a time.
 */
final class HttpDownload {

	/** Tries in a row that bring nothing new, until it is given up. */
	private static final int TRIES = 3;

	private final HttpFile file;
	private final Path copy;
	private final HttpTransfer transfer;

	/**
	 * @param folder where the copy is made, and kept if it is interrupted
	 * @param client does the talking
	 */
	HttpDownload(final HttpFile file, final Path folder,
		final HttpTransfer client)
	{
		this.file = file;
		this.copy = file.partial(folder);
		this.transfer = client;
	}

	/**
	 * @return the whole genuine file
	 * @throws StableSamException if the file is out of reach or another one, or
	 *           the folder cannot be written to
	 * @throws java.util.concurrent.CancellationException if cancelled; what is
	 *           there stays for the next time
	 */
	Path run(final Progress progress) {
		final boolean resumed = size() > 0;
		try {
			transferAll(progress);
			check(progress);
			return copy;
		}
		catch (final NotGenuineException exc) {
			delete();
			// NB: what was there before may have been of an older version.
			if (resumed) return run(progress);
			throw exc;
		}
	}

	private void check(final Progress progress) {
		try (WeightFile opened = WeightFile.open(copy)) {
			file.check(opened, progress);
		}
	}

	private void transferAll(final Progress progress) {
		final long start = size();
		int tries = TRIES;
		while (true) {
			final long before = size();
			if (before > 0 && file.isComplete(before)) return;
			try {
				transfer.append(file, copy, progress);
				return;
			}
			catch (final IOException exc) {
				tries = size() > before ? TRIES : tries - 1;
				// NB: who never answers will not, and somebody else may have the file.
				final boolean isDeaf = exc instanceof HttpTimeoutException &&
					size() == start;
				if (tries == 0 || isDeaf) throw file.unreachable(IoReason.of(exc), exc);
			}
		}
	}

	private long size() {
		try {
			return Files.exists(copy) ? Files.size(copy) : 0;
		}
		catch (final IOException exc) {
			throw new StableSamException("The file " + copy + " cannot be read (" +
				IoReason.of(exc) + "): delete it yourself.", exc);
		}
	}

	private void delete() {
		try {
			Files.deleteIfExists(copy);
		}
		catch (final IOException exc) {
			throw new StableSamException("The file " + copy + " cannot be deleted (" +
				IoReason.of(exc) + "): delete it yourself.", exc);
		}
	}
}
