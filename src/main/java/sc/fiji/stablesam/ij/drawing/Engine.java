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

package sc.fiji.stablesam.ij.drawing;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.session.SegmentationOptions;
import sc.fiji.stablesam.session.SessionCache;

/**
 * What answers: a model, how it is used, and what it encoded before.
 * Thread-safe.
 */
public final class Engine implements AutoCloseable {

	private final SessionCache cache;
	private final Progress progress;
	private final AtomicInteger cancellations = new AtomicInteger();
	private volatile Network network;

	/**
	 * @param budget of encoded pictures, in bytes
	 * @param progress of what takes long, told from any thread
	 */
	public Engine(final Models models, final SegmentationOptions options,
		final long budget, final Progress progress)
	{
		network = new Network(models, options);
		this.progress = Objects.requireNonNull(progress);
		cache = new SessionCache(budget);
	}

	void use(final Network newNetwork) {
		network = newNetwork;
	}

	/** @return what answers from now on */
	Network network() {
		return network;
	}

	/** What is being encoded or decoded just now ends at its next step. */
	void cancel() {
		cancellations.incrementAndGet();
	}

	/** @return different if something was cancelled meanwhile */
	int cancellations() {
		return cancellations.get();
	}

	SessionCache cache() {
		return cache;
	}

	Progress progress() {
		return progress;
	}

	/** Frees what was encoded; the model stays its giver's. */
	@Override
	public void close() {
		cache.close();
	}
}
