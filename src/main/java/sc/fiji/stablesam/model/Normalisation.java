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

package sc.fiji.stablesam.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;

import sc.fiji.stablesam.image.ImageFrame;

/**
 * Brings a picture to the mean and deviation of the pictures that all these
 * networks were trained with, and what it shows nothing of to zero.
 */
final class Normalisation {

	private static final float[] MEAN = { 0.485f, 0.456f, 0.406f };
	private static final float[] DEVIATION = { 0.229f, 0.224f, 0.225f };

	private final NDArray mean;
	private final NDArray deviation;

	/** @param manager will own its arrays */
	Normalisation(final NDManager manager) {
		mean = manager.create(MEAN, new Shape(1, 3, 1, 1));
		deviation = manager.create(DEVIATION, new Shape(1, 3, 1, 1));
	}

	/**
	 * @param picture [1, 3, side, side], from 0 to 1
	 * @param frame of the image in the picture
	 * @return [1, 3, side, side]
	 */
	NDArray forward(final NDArray picture, final ImageFrame frame) {
		final NDArray image = picture.sub(mean).divi(deviation);
		final int side = frame.side();
		final int width = frame.shownColumns();
		final int height = frame.shownRows();
		if (height < side) image.set(new NDIndex(":, :, " + height + ":"), 0);
		if (width < side) image.set(new NDIndex(":, :, :, " + width + ":"), 0);
		return image;
	}
}
