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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.image.ImageFrame;
import sc.fiji.stablesam.image.Mirror;

/**
 * Mirror images of an image, encoded when they are first needed. They are used
 * by one thread at a time, which holds this.
 */
final class MirrorImages implements AutoCloseable {

	private final SegmentationModel model;
	private final OwnPicture picture;
	private final ImageFrame frame;
	private final AtomicLong bytes = new AtomicLong();
	private final Map<Mirror, EncodedImage> encoded = new EnumMap<>(Mirror.class);

	/** @param frame of the whole picture */
	MirrorImages(final SegmentationModel model, final OwnPicture picture,
		final ImageFrame frame)
	{
		this.model = model;
		this.picture = picture;
		this.frame = frame;
	}

	/**
	 * @return the mirror image, which stays this object's
	 * @throws java.util.concurrent.CancellationException if cancelled
	 * @throws IllegalStateException if the model is closed
	 */
	EncodedImage of(final Mirror mirror, final Progress progress) {
		final EncodedImage known = encoded.get(mirror);
		if (known != null) return known;
		final EncodedImage fresh = model.encode(mirror.of(picture.pixels()), frame,
			progress);
		encoded.put(mirror, fresh);
		bytes.addAndGet(fresh.bytes());
		return fresh;
	}

	/**
	 * @return how much memory they occupy; at once, also while one is encoded
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
