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

package sc.fiji.stablesam.ij;

import ij.ImagePlus;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;

/**
 * The image to segment, as it was when this was made: its planes stay readable
 * when the user goes to another slice, changes the contrast or closes the
 * window. The ImageJ image is never changed.
 * <p>
 * Immutable, and safe to use from any thread.
 */
public final class SourceImage {

	private SourceImage() {}

	/**
	 * @throws sc.fiji.stablesam.StableSamException if there is no image (null) or
	 *           if it has no pixels any more
	 */
	public static SourceImage of(final ImagePlus imp) {
		throw new UnsupportedOperationException();
	}

	/** @return the image's title, without the ending of its file name */
	public String title() {
		throw new UnsupportedOperationException();
	}

	/** @return the width in pixels */
	public int width() {
		throw new UnsupportedOperationException();
	}

	/** @return the height in pixels */
	public int height() {
		throw new UnsupportedOperationException();
	}

	/**
	 * @param position 0 stands for the current plane
	 * @return the plane that shows it; its channel is 0 if all channels are mixed
	 * @throws IllegalArgumentException if there is no such plane
	 */
	public PlanePosition plane(final PlanePosition position) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Renders a plane as the person sees it, or with a contrast that suits it if
	 * nobody has set one.
	 *
	 * @param position 0 stands for the current plane
	 * @throws sc.fiji.stablesam.StableSamException if the plane cannot be read
	 */
	public RandomAccessibleInterval<ARGBType> render(
		final PlanePosition position)
	{
		throw new UnsupportedOperationException();
	}
}
