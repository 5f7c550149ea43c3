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

import java.util.Arrays;

import ij.process.ImageProcessor;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;

/** ImageJ's pixel arrays as ImgLib2 images, wrapped, not copied. */
final class Pixels {

	private Pixels() {}

	/** @param ip not RGB */
	static RandomAccessibleInterval<? extends RealType<?>> real(
		final ImageProcessor ip)
	{
		final Object pixels = ip.getPixels();
		final long[] size = { ip.getWidth(), ip.getHeight() };
		if (pixels instanceof byte[]) return ArrayImgs.unsignedBytes(
			(byte[]) pixels, size);
		if (pixels instanceof short[]) return ArrayImgs.unsignedShorts(
			(short[]) pixels, size);
		if (pixels instanceof float[]) return ArrayImgs.floats((float[]) pixels,
			size);
		throw new IllegalArgumentException("These are no intensities: " + ip);
	}

	/** @param ip RGB */
	static RandomAccessibleInterval<ARGBType> argb(final ImageProcessor ip) {
		return ArrayImgs.argbs((int[]) ip.getPixels(), ip.getWidth(), ip
			.getHeight());
	}

	static RandomAccessibleInterval<ARGBType> black(final int width,
		final int height)
	{
		final int[] argb = new int[width * height];
		Arrays.fill(argb, 0xff000000);
		return ArrayImgs.argbs(argb, width, height);
	}
}
