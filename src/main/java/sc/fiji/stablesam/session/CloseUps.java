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

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.image.ImageFrame;

/**
 * Parts of an image, encoded when they are first needed. Owns the native memory
 * of the last few until it is closed. Whoever uses a part holds this object's
 * monitor meanwhile, so that no other thread has it put away.
 */
final class CloseUps implements AutoCloseable {

	/** Parts that are kept, of some 30 MB each. */
	private static final int KEPT = 8;

	private final SegmentationModel model;
	private final OwnPicture picture;
	private final AtomicLong bytes = new AtomicLong();
	/** From the one that was not needed for the longest time. */
	private final Map<ImageFrame, EncodedImage> encoded = new LinkedHashMap<>(16,
		0.75f, true);

	CloseUps(final SegmentationModel model, final OwnPicture picture) {
		this.model = model;
		this.picture = picture;
	}

	/**
	 * @return the part, which stays this object's
	 * @throws java.util.concurrent.CancellationException if cancelled
	 * @throws IllegalStateException if the model is closed
	 */
	EncodedImage of(final ImageFrame part, final Progress progress) {
		final EncodedImage known = encoded.get(part);
		if (known != null) return known;
		if (encoded.size() == KEPT) {
			final ImageFrame oldest = encoded.keySet().iterator().next();
			final EncodedImage gone = encoded.remove(oldest);
			bytes.addAndGet(-gone.bytes());
			gone.close();
		}
		final EncodedImage fresh = model.encode(picture.pixels(), part, progress);
		encoded.put(part, fresh);
		bytes.addAndGet(fresh.bytes());
		return fresh;
	}

	/**
	 * @return how much memory the parts occupy; at once, also while a part is
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
