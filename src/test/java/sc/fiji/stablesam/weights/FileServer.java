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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A web server on this computer with one file, in good days and bad ones. */
final class FileServer implements AutoCloseable {

	private final HttpServer server;
	private final ExecutorService threads = Executors.newCachedThreadPool();
	private final byte[] contents;
	private final List<String> ranges = Collections.synchronizedList(
		new ArrayList<>());
	private volatile int status = 200;
	private volatile boolean knowsRanges = true;
	/** After so many bytes of an answer the line is cut. */
	private volatile int cutAfter = Integer.MAX_VALUE;
	private volatile boolean silent;

	private FileServer(final byte[] contents) throws IOException {
		this.contents = contents;
		server = HttpServer.create(new InetSocketAddress(InetAddress
			.getLoopbackAddress(), 0), 0);
		server.createContext("/", this::answer);
		server.setExecutor(threads);
		server.start();
	}

	static FileServer of(final byte[] contents) throws IOException {
		return new FileServer(contents);
	}

	FileServer answering(final int newStatus) {
		status = newStatus;
		return this;
	}

	FileServer withoutRanges() {
		knowsRanges = false;
		return this;
	}

	FileServer cuttingAfter(final int bytes) {
		cutAfter = bytes;
		return this;
	}

	/** After the part of an answer that it gives, or would cut after. */
	FileServer goingSilent() {
		silent = true;
		return this;
	}

	/** @return the ranges that were asked for, "all" where there was none */
	List<String> ranges() {
		return ranges;
	}

	int port() {
		return server.getAddress().getPort();
	}

	String address(final String name) {
		return "http://" + server.getAddress().getAddress().getHostAddress() + ":" +
			port() + "/some/folder/" + name;
	}

	private void answer(final HttpExchange exchange) throws IOException {
		final String range = exchange.getRequestHeaders().getFirst("Range");
		ranges.add(range == null ? "all" : range);
		final int from = range != null && knowsRanges ? Integer.parseInt(range
			.replaceAll("\\D", "")) : 0;
		if (from >= contents.length || status != 200) {
			exchange.sendResponseHeaders(status != 200 ? status : 416, -1);
			exchange.close();
			return;
		}
		exchange.sendResponseHeaders(from > 0 ? 206 : 200, contents.length - from);
		final int to = (int) Math.min(contents.length, (long) from + cutAfter);
		exchange.getResponseBody().write(Arrays.copyOfRange(contents, from, to));
		exchange.getResponseBody().flush();
		if (silent) pause();
		exchange.close();
	}

	private static void pause() {
		try {
			Thread.sleep(60_000);
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		threads.shutdownNow();
		server.stop(0);
	}
}
