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

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

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
	private final RandomAccessibleInterval<ARGBType> image;
	private final AtomicLong bytes;
	/** From the one that was not needed for the longest time. */
	private final Map<ImageFrame, EncodedImage> encoded = new LinkedHashMap<>(16,
		0.75f, true);

	/** @param image [x, y], of which a copy is made */
	CloseUps(final SegmentationModel model,
		final RandomAccessibleInterval<ARGBType> image)
	{
		this.model = model;
		this.image = copy(image);
		bytes = new AtomicLong(Integer.BYTES * Intervals.numElements(image));
	}

	private static RandomAccessibleInterval<ARGBType> copy(
		final RandomAccessibleInterval<ARGBType> image)
	{
		final int width = Math.toIntExact(image.dimension(0));
		final int height = Math.toIntExact(image.dimension(1));
		final int[] pixels = new int[Math.multiplyExact(width, height)];
		final Cursor<ARGBType> cursor = Views.flatIterable(image).cursor();
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = cursor.next().get();
		return ArrayImgs.argbs(pixels, width, height);
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
		final EncodedImage fresh = model.encode(image, part, progress);
		encoded.put(part, fresh);
		bytes.addAndGet(fresh.bytes());
		return fresh;
	}

	/**
	 * @return how much memory image and parts occupy; at once, also while a part
	 *         is encoded
	 */
	long bytes() {
		return bytes.get();
	}

	@Override
	public synchronized void close() {
		final List<EncodedImage> all = new ArrayList<>(encoded.values());
		encoded.clear();
		all.forEach(EncodedImage::close);
	}
}
