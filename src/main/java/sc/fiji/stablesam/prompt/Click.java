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

package sc.fiji.stablesam.prompt;

import java.util.Objects;

/**
 * A click in image coordinates, in pixels: on the object (foreground) or beside
 * it (background). The centre of pixel (x, y) is at (x + 0.5, y + 0.5).
 */
public final class Click {

	private final double x;
	private final double y;
	private final boolean foreground;

	private Click(final double x, final double y, final boolean foreground) {
		if (!Double.isFinite(x) || !Double.isFinite(y))
			throw new IllegalArgumentException(
				"A click needs finite coordinates, not " + x + "," + y + ".");
		// NB: Adding zero makes a negative zero, which equals but does not hash
		// alike,
		// positive.
		this.x = x + 0.0;
		this.y = y + 0.0;
		this.foreground = foreground;
	}

	/** @throws IllegalArgumentException if a coordinate is not finite */
	public static Click foreground(final double x, final double y) {
		return new Click(x, y, true);
	}

	/** @throws IllegalArgumentException if a coordinate is not finite */
	public static Click background(final double x, final double y) {
		return new Click(x, y, false);
	}

	public double x() {
		return x;
	}

	public double y() {
		return y;
	}

	public boolean isForeground() {
		return foreground;
	}

	/** @return whether the click lies on an image of the given size */
	public boolean isInside(final long imageWidth, final long imageHeight) {
		return x >= 0 && y >= 0 && x < imageWidth && y < imageHeight;
	}

	@Override
	public boolean equals(final Object o) {
		if (!(o instanceof Click)) return false;
		final Click c = (Click) o;
		return x == c.x && y == c.y && foreground == c.foreground;
	}

	@Override
	public int hashCode() {
		return Objects.hash(x, y, foreground);
	}

	@Override
	public String toString() {
		return (foreground ? "+" : "-") + x + "," + y;
	}
}
