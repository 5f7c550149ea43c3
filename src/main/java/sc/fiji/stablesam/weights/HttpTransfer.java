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
import java.net.Authenticator;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import sc.fiji.stablesam.Progress;

/**
 * Talks HTTP: through the proxy that Java or the environment names, with the
 * password that Java knows for it, and without ever waiting for long for a
 * server that has gone silent.
 */
final class HttpTransfer {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	/** NB: a lost packet is sent again after 1, 3 and 7 seconds. */
	private static final Duration CONNECTING = Duration.ofSeconds(10);
	private static final long POLL_MILLISECONDS = 100;
	private static final int PARTIAL = 206;
	private static final int RANGE_NOT_SATISFIABLE = 416;
	private static final int OK = 200;

	private final HttpClient client;
	private final Duration patience;

	private HttpTransfer(final ProxySelector proxies, final Duration patience) {
		final HttpClient.Builder builder = HttpClient.newBuilder().proxy(proxies)
			.connectTimeout(patience.compareTo(CONNECTING) < 0 ? patience
				: CONNECTING).followRedirects(HttpClient.Redirect.NORMAL);
		final Authenticator authenticator = Authenticator.getDefault();
		if (authenticator != null) builder.authenticator(authenticator);
		client = builder.build();
		this.patience = patience;
	}

	/** @return as Java and the environment of the program are configured now */
	static HttpTransfer configured() {
		return new HttpTransfer(Proxies.of(System.getenv()), PATIENCE);
	}

	/** @param patience how long a server may be silent */
	static HttpTransfer with(final ProxySelector proxies,
		final Duration patience)
	{
		return new HttpTransfer(proxies, patience);
	}

	/**
	 * Adds what is missing of a file to what is there of it.
	 *
	 * @param copy with the first bytes of the file, or not there
	 * @throws HttpTimeoutException if nothing more came for too long
	 * @throws IOException if the connection is lost; what came stays
	 * @throws sc.fiji.stablesam.StableSamException if the server does not give
	 *           the file, or the copy cannot be written
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	void append(final HttpFile file, final Path copy, final Progress progress)
		throws IOException
	{
		progress.checkCancelled();
		final long there = Files.exists(copy) ? Files.size(copy) : 0;
		final HttpRequest.Builder request = HttpRequest.newBuilder(file.address());
		if (there > 0) request.header("Range", "bytes=" + there + "-");
		final Arrival arrival = new Arrival(file, copy);
		final CompletableFuture<HttpResponse<Void>> answer = client.sendAsync(
			request.build(), info -> arrival.begin(info.statusCode() == PARTIAL
				? there : 0, info.statusCode() == OK || info.statusCode() == PARTIAL,
				info.headers().firstValueAsLong("Content-Length")));
		try {
			requireGiven(await(answer, arrival, progress), file, copy);
		}
		finally {
			answer.cancel(true);
			arrival.close();
		}
	}

	private int await(final CompletableFuture<HttpResponse<Void>> answer,
		final Arrival arrival, final Progress progress) throws IOException
	{
		while (true) {
			try {
				return answer.get(POLL_MILLISECONDS, TimeUnit.MILLISECONDS)
					.statusCode();
			}
			catch (final TimeoutException exc) {
				progress.checkCancelled();
				arrival.report(progress);
				if (arrival.silence().compareTo(patience) > 0)
					throw new HttpTimeoutException("the server has gone silent");
			}
			catch (final ExecutionException exc) {
				throw arrival.reason(exc.getCause());
			}
			catch (final InterruptedException exc) {
				Thread.currentThread().interrupt();
				throw new java.util.concurrent.CancellationException("Interrupted.");
			}
		}
	}

	private static void requireGiven(final int status, final HttpFile file,
		final Path copy) throws IOException
	{
		if (status == OK || status == PARTIAL) return;
		if (status == RANGE_NOT_SATISFIABLE) {
			// NB: then all of it may be there already; its checksum tells.
			if (!file.size().isPresent()) return;
			Files.deleteIfExists(copy);
			throw new IOException("what was there is of another file");
		}
		throw file.unreachable("it answers with status " + status, null);
	}
}
