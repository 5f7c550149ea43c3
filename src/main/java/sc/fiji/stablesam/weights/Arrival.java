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

import java.io.Closeable;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.StableSamException;

/** Writes what a server sends to the end of a file. */
final class Arrival implements HttpResponse.BodySubscriber<Void>, Closeable {

	private final HttpFile file;
	private final Path copy;
	private final CompletableFuture<Void> done = new CompletableFuture<>();
	private Flow.Subscription subscription;
	private FileChannel channel;
	private boolean closed;
	private volatile OptionalLong expected = OptionalLong.empty();
	private volatile long bytes;
	private volatile long lastSign = System.nanoTime();
	private volatile StableSamException trouble;

	/** @param copy where the bytes go */
	Arrival(final HttpFile file, final Path copy) {
		this.file = file;
		this.copy = copy;
	}

	/**
	 * The server has answered.
	 *
	 * @param there how much of the copy stays
	 * @param wanted whether what is sent is the file, and not an excuse
	 * @param length how much is sent, if the server says so
	 */
	synchronized Arrival begin(final long there, final boolean wanted,
		final OptionalLong length)
	{
		lastSign = System.nanoTime();
		bytes = there;
		expected = file.size().isPresent() || !length.isPresent() ? file.size()
			: OptionalLong.of(there + length.getAsLong());
		if (wanted && !closed) open(there);
		return this;
	}

	private void open(final long there) {
		try {
			channel = FileChannel.open(copy, StandardOpenOption.CREATE,
				StandardOpenOption.WRITE);
			channel.truncate(there).position(there);
		}
		catch (final IOException exc) {
			trouble = unwritable(exc);
		}
	}

	private StableSamException unwritable(final IOException exc) {
		return new StableSamException("The file " + copy + " cannot be written (" +
			IoReason.of(exc) +
			"): make room, allow writing there, or choose another folder.", exc);
	}

	/** @return how long nothing has come */
	Duration silence() {
		return Duration.ofNanos(System.nanoTime() - lastSign);
	}

	void report(final Progress progress) {
		final String task = "Fetching " + file.name() + ", " + Megabytes.of(bytes);
		if (expected.isPresent()) progress.report(task + " of " + Megabytes.of(
			expected.getAsLong()), (double) bytes / Math.max(1, expected
				.getAsLong()));
		else progress.report(task, 0);
	}

	/** @return why it ended, thrown if it is no fault of the connection */
	IOException reason(final Throwable cause) {
		if (trouble != null) throw trouble;
		return cause instanceof IOException ? (IOException) cause : new IOException(
			cause);
	}

	@Override
	public CompletionStage<Void> getBody() {
		return done;
	}

	@Override
	public void onSubscribe(final Flow.Subscription newSubscription) {
		subscription = newSubscription;
		subscription.request(1);
	}

	@Override
	public synchronized void onNext(final List<ByteBuffer> buffers) {
		lastSign = System.nanoTime();
		try {
			if (channel != null) for (final ByteBuffer buffer : buffers)
				while (buffer.hasRemaining())
					bytes += channel.write(buffer);
		}
		catch (final IOException exc) {
			trouble = unwritable(exc);
		}
		// NB: a disk should not be filled by a server that goes on and on.
		if (file.size().isPresent() && bytes > file.size().getAsLong()) trouble =
			new NotGenuineException(file);
		if (trouble == null) subscription.request(1);
		else {
			subscription.cancel();
			done.completeExceptionally(trouble);
		}
	}

	@Override
	public void onError(final Throwable cause) {
		done.completeExceptionally(cause);
	}

	@Override
	public void onComplete() {
		if (trouble == null) done.complete(null);
		else done.completeExceptionally(trouble);
	}

	/** What comes later is thrown away. */
	@Override
	public synchronized void close() throws IOException {
		closed = true;
		if (channel != null) channel.close();
		channel = null;
	}
}
