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

package sc.fiji.stablesam.image;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.view.Views;

/** The ways in which a picture can be mirrored. */
public enum Mirror {

		/** Left and right change places. */
		LEFT_RIGHT(true, false),

		/** Top and bottom change places. */
		TOP_BOTTOM(false, true),

		/** Both, which turns the picture by half. */
		BOTH(true, true);

	private final boolean x;
	private final boolean y;

	Mirror(final boolean x, final boolean y) {
		this.x = x;
		this.y = y;
	}

	/** @return whether left and right change places */
	public boolean isInX() {
		return x;
	}

	/** @return whether top and bottom change places */
	public boolean isInY() {
		return y;
	}

	/**
	 * @param image [x, y]
	 * @return a view of it, from (0, 0)
	 */
	public <T> RandomAccessibleInterval<T> of(
		final RandomAccessibleInterval<T> image)
	{
		RandomAccessibleInterval<T> view = image;
		if (x) view = Views.invertAxis(view, 0);
		if (y) view = Views.invertAxis(view, 1);
		return Views.zeroMin(view);
	}
}
