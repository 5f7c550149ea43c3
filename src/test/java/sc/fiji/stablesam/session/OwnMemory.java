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

package sc.fiji.stablesam.session;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Watches how much memory this program has for itself, heap and native memory
 * together, without the pages of files that it reads by mapping them. Linux
 * only; the most is that of samples a few milliseconds apart, from when it is
 * made until it is closed.
 */
final class OwnMemory implements AutoCloseable {

	private static final byte[] LINE = "RssAnon:".getBytes(
		StandardCharsets.US_ASCII);
	private static final long PAUSE_MILLISECONDS = 3;

	private final byte[] status = new byte[1 << 12];
	private final RandomAccessFile source;
	private final Thread sampler = new Thread(this::sample, "own memory");
	private final long before;
	private volatile long most;
	private volatile boolean closed;

	private OwnMemory() throws IOException {
		System.gc();
		source = new RandomAccessFile("/proc/self/status", "r");
		before = kilobytes();
		most = before;
		sampler.setDaemon(true);
		sampler.start();
	}

	/** @return watching from now on, after collecting garbage */
	static OwnMemory watch() throws IOException {
		return new OwnMemory();
	}

	/** @return what it was at the beginning */
	long megabytesBefore() {
		return before >> 10;
	}

	/** @return the most so far */
	long peakMegabytes() {
		return most >> 10;
	}

	private void sample() {
		try {
			while (!closed) {
				most = Math.max(most, kilobytes());
				Thread.sleep(PAUSE_MILLISECONDS);
			}
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
		}
	}

	/** NB: makes no garbage, which would count. */
	private long kilobytes() throws IOException {
		source.seek(0);
		final int length = source.read(status);
		int at = 0;
		while (!startsLine(at))
			if (++at + LINE.length > length) throw new IOException(
				"This system does not tell.");
		long number = 0;
		for (int i = at + LINE.length; status[i] != '\n'; i++)
			if (status[i] >= '0' && status[i] <= '9') number = 10 * number +
				status[i] - '0';
		return number;
	}

	private boolean startsLine(final int at) {
		for (int i = 0; i < LINE.length; i++)
			if (status[at + i] != LINE[i]) return false;
		return true;
	}

	@Override
	public void close() throws IOException {
		closed = true;
		try {
			sampler.join();
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
		}
		source.close();
	}
}
