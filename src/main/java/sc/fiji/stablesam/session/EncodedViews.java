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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;

import sc.fiji.stablesam.Progress;

/**
 * Views of an image, encoded when they are first needed. Owns the native memory
 * of the last few until it is closed. Whoever uses a view holds this object's
 * monitor meanwhile, so that no other thread has it put away.
 *
 * @param <V> what tells a view from the others of the image
 */
final class EncodedViews<V> implements AutoCloseable {

	private final int kept;
	private final BiFunction<V, Progress, EncodedImage> encoder;
	private final AtomicLong bytes = new AtomicLong();
	/** From the one that was not needed for the longest time. */
	private final Map<V, EncodedImage> encoded = new LinkedHashMap<>(16, 0.75f,
		true);

	/**
	 * @param kept how many, of some 30 MB each
	 * @param encoder makes what this then owns
	 */
	EncodedViews(final int kept,
		final BiFunction<V, Progress, EncodedImage> encoder)
	{
		this.kept = kept;
		this.encoder = encoder;
	}

	/**
	 * @return the view, which stays this object's
	 * @throws java.util.concurrent.CancellationException if cancelled
	 * @throws IllegalStateException if the model is closed
	 */
	EncodedImage of(final V view, final Progress progress) {
		final EncodedImage known = encoded.get(view);
		if (known != null) return known;
		if (encoded.size() == kept) {
			final V oldest = encoded.keySet().iterator().next();
			final EncodedImage gone = encoded.remove(oldest);
			bytes.addAndGet(-gone.bytes());
			gone.close();
		}
		final EncodedImage fresh = encoder.apply(view, progress);
		encoded.put(view, fresh);
		bytes.addAndGet(fresh.bytes());
		return fresh;
	}

	/**
	 * @return how much memory the views occupy; at once, also while one is
	 *         encoded
	 */
	long bytes() {
		return bytes.get();
	}

	/** They are encoded again if they are needed again. */
	@Override
	public synchronized void close() {
		final List<EncodedImage> all = new ArrayList<>(encoded.values());
		encoded.clear();
		bytes.set(0);
		all.forEach(EncodedImage::close);
	}
}
