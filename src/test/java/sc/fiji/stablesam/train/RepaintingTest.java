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

package sc.fiji.stablesam.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;

import sc.fiji.stablesam.mask.Mask;

class RepaintingTest {

	private static final int WIDTH = 120;
	private static final int HEIGHT = 90;
	private static final int SEEDS = 60;

	private static final List<Mask> OBJECTS = List.of(Pictures.disc(25, 20, 30),
		Pictures.rectangle(60, 40, 50, 30));

	/** Grey, with nothing to be seen but a fine pattern. */
	private static RandomAccessibleInterval<ARGBType> picture() {
		final RandomAccessibleInterval<ARGBType> image = ArrayImgs.argbs(WIDTH,
			HEIGHT);
		for (int y = 0; y < HEIGHT; y++)
			for (int x = 0; x < WIDTH; x++) {
				final int grey = (x + y) % 2 == 0 ? 110 : 140;
				image.getAt(x, y).set(ARGBType.rgba(grey, grey, grey, 255));
			}
		return image;
	}

	private static int[] repainted(final int seed) {
		final RandomAccessibleInterval<ARGBType> painted = Repainting.of(picture(),
			OBJECTS, Draws.random(seed, "repainting"));
		final int[] pixels = new int[WIDTH * HEIGHT];
		final int[] next = { 0 };
		LoopBuilder.setImages(Views.zeroMin(painted)).flatIterationOrder()
			.forEachPixel(pixel -> pixels[next[0]++] = pixel.get());
		return pixels;
	}

	@Test
	void objectsCanBeSeenWhateverTheLook() {
		for (int seed = 0; seed < SEEDS; seed++) {
			final Look look = new Look(seed);
			assertTrue(Math.max(Math.abs(look.inside - look.outside), Math.min(Math
				.abs(look.rim - look.inside), Math.abs(look.rim - look.outside))) > 12,
				"seed " + seed + ": " + look.inside + " in " + look.outside +
					", rims " + look.rim);
		}
	}

	@Test
	void someAreDarkerAndSomeBrighterAndSomeHaveRims() {
		int brighter = 0;
		int rimmed = 0;
		int coloured = 0;
		for (int seed = 0; seed < SEEDS; seed++) {
			final Look look = new Look(seed);
			if (look.inside > look.outside) brighter++;
			if ((look.rim - look.inside) * (look.rim - look.outside) > 400) rimmed++;
			if (look.isColoured()) coloured++;
		}
		assertTrue(brighter > SEEDS / 4 && brighter < 3 * SEEDS / 4, brighter +
			" brighter");
		assertTrue(rimmed > SEEDS / 6 && rimmed < 5 * SEEDS / 6, rimmed +
			" with rims");
		assertTrue(coloured > SEEDS / 8 && coloured < SEEDS / 2, coloured +
			" coloured");
	}

	/** Mean brightnesses, from 0 to 255. */
	private static final class Look {

		private final int[] pixels;
		private final double inside;
		private final double outside;
		private final double rim;

		Look(final int seed) {
			pixels = repainted(seed);
			final LabelGrid labels = new LabelGrid(WIDTH, HEIGHT, OBJECTS);
			final BitSet rims = labels.rims(1);
			inside = grey(i -> labels.label(i) > 0 && !rims.get(i));
			outside = grey(i -> labels.label(i) == 0 && !rims.get(i));
			rim = grey(i -> labels.label(i) > 0 && rims.get(i));
		}

		private double grey(final IntPredicate place) {
			return IntStream.range(0, pixels.length).filter(place).mapToDouble(
				i -> (ARGBType.red(pixels[i]) + ARGBType.green(pixels[i]) + ARGBType
					.blue(pixels[i])) / 3.0).average().getAsDouble();
		}

		boolean isColoured() {
			return ARGBType.red(pixels[0]) != ARGBType.green(pixels[0]);
		}
	}

	@Test
	void theSameNumbersPaintTheSame() {
		final int[] once = repainted(3);
		final int[] again = repainted(3);
		final int[] other = repainted(4);
		int others = 0;
		for (int i = 0; i < once.length; i++) {
			assertEquals(once[i], again[i]);
			assertEquals(255, once[i] >>> 24);
			if (once[i] != other[i]) others++;
		}
		assertTrue(others > once.length / 2, others + " pixels");
	}
}
