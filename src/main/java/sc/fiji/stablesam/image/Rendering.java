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

import java.util.Arrays;
import java.util.List;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/** Makes one picture of channels: the sum of their colours, clamped. */
public final class Rendering {

	private Rendering() {}

	/**
	 * @param channels of one size, at least one
	 * @return a new opaque picture [x, y] whose minimum is (0, 0)
	 */
	public static RandomAccessibleInterval<ARGBType> of(
		final List<Channel> channels)
	{
		final RandomAccessibleInterval<?> size = channels.get(0).pixels();
		final int width = (int) size.dimension(0);
		final int height = (int) size.dimension(1);
		final int[] picture = new int[width * height];
		Arrays.fill(picture, 0xff000000);
		for (final Channel channel : channels) {
			if (channel.pixels().dimension(0) != width || channel.pixels().dimension(
				1) != height) throw new IllegalArgumentException(
					"The channels differ in size.");
			add(channel, picture);
		}
		return ArrayImgs.argbs(picture, width, height);
	}

	private static void add(final Channel channel, final int[] picture) {
		final Contrast contrast = channel.contrast();
		final ColorTable colors = channel.colors();
		final Cursor<? extends RealType<?>> cursor = Views.flatIterable(channel
			.pixels()).cursor();
		for (int i = 0; i < picture.length; i++) {
			final int color = colors.argb(contrast.brightness(cursor.next()
				.getRealDouble()));
			picture[i] = sum(picture[i], color);
		}
	}

	private static int sum(final int a, final int b) {
		final int red = Math.min(255, (a >> 16 & 255) + (b >> 16 & 255));
		final int green = Math.min(255, (a >> 8 & 255) + (b >> 8 & 255));
		final int blue = Math.min(255, (a & 255) + (b & 255));
		return 0xff000000 | red << 16 | green << 8 | blue;
	}
}
