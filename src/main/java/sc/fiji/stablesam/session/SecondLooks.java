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

import sc.fiji.stablesam.image.ImageFrame;

/**
 * What an image is looked at again in where the network is not sure. Owns the
 * native memory of it until it is closed.
 */
final class SecondLooks implements AutoCloseable {

	/** Parts that are kept. */
	private static final int CLOSE_UPS = 8;

	private final OwnPicture picture;
	private final EncodedViews<ImageFrame> closeUps;
	private final EncodedViews<ImageFrame> turned;

	SecondLooks(final SegmentationModel model, final OwnPicture picture) {
		this.picture = picture;
		closeUps = new EncodedViews<>(CLOSE_UPS, (part, progress) -> model.encode(
			picture.pixels(), part, progress));
		turned = new EncodedViews<>(1, (whole, progress) -> model.encode(HalfTurn
			.of(picture.pixels()), whole, progress));
	}

	/** @return parts of the image */
	EncodedViews<ImageFrame> closeUps() {
		return closeUps;
	}

	/** @return the whole image, turned by half */
	EncodedViews<ImageFrame> turned() {
		return turned;
	}

	/** @return how much memory all of it occupies; at once */
	long bytes() {
		return picture.bytes() + encodedBytes();
	}

	/** @return how much memory {@link #close} would give back; at once */
	long encodedBytes() {
		return closeUps.bytes() + turned.bytes();
	}

	/** What is needed again is encoded again. */
	@Override
	public void close() {
		closeUps.close();
		turned.close();
	}
}
