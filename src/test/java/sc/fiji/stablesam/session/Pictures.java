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

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import javax.imageio.ImageIO;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;

import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.mask.MaskQuality;

/** The small real pictures of the project, and what people drew on them. */
final class Pictures {

	private static final MaskQuality DRAWN = MaskQuality.of(1, 1);

	private Pictures() {}

	/** @param name of a test image of 8 bits or RGB */
	static RandomAccessibleInterval<ARGBType> picture(final String name) {
		final BufferedImage image = read(Paths.get("test-images", name + ".tif"));
		final int w = image.getWidth(), h = image.getHeight();
		final Raster raster = image.getRaster();
		final int bands = raster.getNumBands();
		final int[] argb = new int[w * h];
		// NB: The samples themselves; Java would correct the gamma of grey ones.
		for (int i = 0; i < argb.length; i++)
			for (int c = 0; c < 3; c++)
				argb[i] = argb[i] << 8 | raster.getSample(i % w, i / w, Math.min(c,
					bands - 1));
		return ArrayImgs.argbs(argb, w, h);
	}

	/** @return the outlines of the objects, by their numbers */
	static List<Mask> truth(final String name) {
		final Raster labels = read(Paths.get("src", "test", "resources", "truth",
			name + ".png")).getRaster();
		final int w = labels.getWidth(), h = labels.getHeight();
		final List<BitSet> bits = new ArrayList<>();
		for (int i = 0; i < w * h; i++) {
			final int label = labels.getSample(i % w, i / w, 0);
			while (bits.size() <= label)
				bits.add(new BitSet());
			bits.get(label).set(i);
		}
		final List<Mask> masks = new ArrayList<>();
		for (final BitSet object : bits.subList(1, bits.size()))
			masks.add(Mask.ofBits(0, 0, w, h, object, DRAWN));
		return masks;
	}

	private static BufferedImage read(final Path file) {
		try {
			return ImageIO.read(file.toFile());
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
