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

import java.io.IOException;
import java.nio.file.Paths;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import sc.fiji.stablesam.Progress;

/**
 * Goes through a stack of four slices, back and forth, a hundred times, with
 * room for three, and prints how much memory that takes. Argument: a model
 * file.
 */
public final class SliceChanges {

	private static final int SIDE = 512;
	private static final int SLICES = 4;
	private static final int CHANGES = 100;
	private static final long BUDGET = 85_000_000;

	private SliceChanges() {}

	public static void main(final String[] args) throws IOException {
		try (SegmentationModel model = SegmentationModel.load(Paths.get(args[0]),
			DeviceChoice.CPU, Progress.NONE);
				SessionCache cache = new SessionCache(BUDGET))
		{
			for (int i = 1; i <= CHANGES; i++) {
				final int slice = Math.abs(i % (2 * SLICES - 2) - SLICES + 1);
				cache.open(model, slice(slice), Progress.NONE).close();
				if (i % 10 == 0) System.out.println(i + " changes: cache " + cache
					.bytes() / 1_000_000 + " MB, resident " + ResidentMemory
						.megabytesAsItIs() + " MB");
			}
		}
	}

	private static RandomAccessibleInterval<ARGBType> slice(final int number) {
		final int[] pixels = new int[SIDE * SIDE];
		for (int i = 0; i < pixels.length; i++)
			pixels[i] = 0xff000000 | (i * (number + 3) >> 4) % 0x1000000;
		return ArrayImgs.argbs(pixels, SIDE, SIDE);
	}
}
