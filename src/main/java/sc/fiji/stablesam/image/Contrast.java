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

import java.util.Objects;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;

/**
 * Which intensities are shown from black to white. Immutable.
 * <p>
 * Intensities from {@code min} to {@code max} become 0 to 255, those beyond are
 * clamped; so positive infinity is white, negative infinity black. NaN counts
 * as black. Where {@code min} equals {@code max}, only what is greater is
 * white.
 */
public final class Contrast {

	private final double min;
	private final double max;

	private Contrast(final double min, final double max) {
		this.min = min;
		this.max = max;
	}

	/**
	 * @throws IllegalArgumentException if a limit is not finite or they are in
	 *           the wrong order
	 */
	public static Contrast of(final double min, final double max) {
		if (!Double.isFinite(min) || !Double.isFinite(max) || min > max)
			throw new IllegalArgumentException(
				"A contrast goes from a finite minimum to a finite maximum, not from " +
					min + " to " + max + ".");
		return new Contrast(min, max);
	}

	/**
	 * Finds the contrast that leaves out a share of the darkest and brightest
	 * pixels. NaN and infinite pixels do not count; if no other are there, the
	 * contrast is from 0 to 1. Where so few pixels stand out of a flat image that
	 * all of them would be left out, none are.
	 *
	 * @param pixels intensities, compared with the precision of a float
	 * @param low the share of pixels below black, from 0 to {@code high}
	 * @param high the share of pixels not above white, up to 1
	 */
	public static Contrast percentile(
		final RandomAccessibleInterval<? extends RealType<?>> pixels,
		final double low, final double high)
	{
		if (!(low >= 0 && low <= high && high <= 1))
			throw new IllegalArgumentException("Percentiles go from 0 to 1, not " +
				low + " to " + high + ".");
		final Quantiles quantiles = Quantiles.of(pixels);
		if (quantiles.count() == 0) return new Contrast(0, 1);
		final double min = quantiles.at(low);
		final double max = quantiles.at(high);
		if (min < max) return new Contrast(min, max);
		return new Contrast(quantiles.at(0), quantiles.at(1));
	}

	/** @return the intensity that is black */
	public double min() {
		return min;
	}

	/** @return the intensity that is white */
	public double max() {
		return max;
	}

	/** @return the brightness from 0 to 255 */
	public int brightness(final double intensity) {
		if (intensity > max) return 255;
		if (!(intensity > min)) return 0;
		return (int) Math.round((intensity - min) / (max - min) * 255);
	}

	@Override
	public boolean equals(final Object o) {
		return o instanceof Contrast && ((Contrast) o).min == min &&
			((Contrast) o).max == max;
	}

	@Override
	public int hashCode() {
		return Objects.hash(min, max);
	}

	@Override
	public String toString() {
		return "contrast from " + min + " to " + max;
	}
}
