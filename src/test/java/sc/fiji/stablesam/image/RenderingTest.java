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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;

public class RenderingTest {

	private static final Contrast BYTES = Contrast.of(0, 255);

	@Test
	public void rendersGrey() {
		final Channel channel = channel(ColorTable.grey(), 0, 128, 255, 7);
		assertArrayEquals(new int[] { 0xff000000, 0xff808080, 0xffffffff,
			0xff070707 }, rendered(Collections.singletonList(channel)));
	}

	@Test
	public void rendersColours() {
		final int[] palette = new int[256];
		palette[3] = 0x00123456;
		final Channel channel = channel(ColorTable.of(palette), 3, 0, 3, 0);
		assertArrayEquals(new int[] { 0xff123456, 0xff000000, 0xff123456,
			0xff000000 }, rendered(Collections.singletonList(channel)));
	}

	@Test
	public void addsChannelsAndClamps() {
		final Channel red = channel(ColorTable.to(255, 0, 0), 255, 0, 10, 0);
		final Channel green = channel(ColorTable.to(0, 255, 0), 255, 20, 0, 0);
		final Channel grey = channel(ColorTable.grey(), 0, 0, 250, 1);
		assertArrayEquals(new int[] { 0xffffff00, 0xff001400, 0xfffffafa,
			0xff010101 }, rendered(Arrays.asList(red, green, grey)));
	}

	@Test
	public void refusesChannelsOfOtherSizes() {
		final Channel small = Channel.of(ArrayImgs.unsignedBytes(new byte[2], 2, 1),
			BYTES, ColorTable.grey());
		assertThrows(IllegalArgumentException.class, () -> Rendering.of(Arrays
			.asList(channel(ColorTable.grey(), 0, 0, 0, 0), small)));
	}

	@Test
	public void tellsRampsFromPalettes() {
		assertTrue(ColorTable.grey().isRamp());
		assertTrue(ColorTable.to(255, 0, 128).isRamp());
		final int[] inverted = new int[256];
		for (int i = 0; i < 256; i++)
			inverted[i] = ColorTable.grey().argb(255 - i);
		assertTrue(ColorTable.of(inverted).isRamp());
		final int[] palette = inverted.clone();
		palette[100] = 0;
		assertFalse(ColorTable.of(palette).isRamp());
		assertThrows(IllegalArgumentException.class, () -> ColorTable.of(1, 2));
	}

	private static Channel channel(final ColorTable colors, final int... pixels) {
		final byte[] bytes = new byte[pixels.length];
		for (int i = 0; i < bytes.length; i++)
			bytes[i] = (byte) pixels[i];
		return Channel.of(ArrayImgs.unsignedBytes(bytes, 2, 2), BYTES, colors);
	}

	private static int[] rendered(final List<Channel> channels) {
		final RandomAccessibleInterval<ARGBType> picture = Rendering.of(channels);
		assertEquals(2, picture.dimension(0));
		final int[] argb = new int[4];
		int i = 0;
		for (final ARGBType pixel : Views.flatIterable(picture))
			argb[i++] = pixel.get();
		return argb;
	}
}
