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

import java.util.BitSet;
import java.util.List;

import org.junit.jupiter.api.Test;

class LabelGridTest {

	private static final int WIDTH = 9;
	private static final int HEIGHT = 7;

	/** One at the picture's corner, and one in front of another. */
	private static final LabelGrid GRID = new LabelGrid(WIDTH, HEIGHT, List.of(
		Pictures.mask(0, 0, "##", "##"), Pictures.mask(3, 3, "####", "####"),
		Pictures.mask(5, 3, "##", "##")));

	@Test
	void objectsHaveLabels() {
		assertEquals(List.of("110000000", "110000000", "000000000", "000223300",
			"000223300", "000000000", "000000000"), rows(i -> (char) ('0' + GRID
				.label(i))));
	}

	@Test
	void rimsAreOnBothSidesOfAnEdge() {
		assertEquals(List.of(".##......", "###......", "##.####..", "..######.",
			"..######.", "...####..", "........."), rims(1));
	}

	@Test
	void wideRimsGrowOnBothSides() {
		final BitSet wide = GRID.rims(2);
		final BitSet narrow = GRID.rims(1);
		for (int i = 0; i < WIDTH * HEIGHT; i++) {
			final int x = i % WIDTH;
			boolean near = narrow.get(i) || i >= WIDTH && narrow.get(i - WIDTH) ||
				narrow.get(i + WIDTH);
			near |= x > 0 && narrow.get(i - 1) || x + 1 < WIDTH && narrow.get(i + 1);
			assertEquals(near, wide.get(i), "pixel " + i);
		}
		assertEquals(WIDTH * HEIGHT, GRID.rims(20).cardinality());
	}

	@Test
	void aPictureWithoutObjectsHasNoRims() {
		assertEquals(new BitSet(), new LabelGrid(4, 3, List.of()).rims(3));
	}

	private interface Look {

		char at(int pixel);
	}

	private static List<String> rims(final int pixels) {
		final BitSet rims = GRID.rims(pixels);
		return rows(i -> rims.get(i) ? '#' : '.');
	}

	private static List<String> rows(final Look look) {
		final String[] rows = new String[HEIGHT];
		for (int y = 0; y < HEIGHT; y++) {
			final StringBuilder row = new StringBuilder();
			for (int x = 0; x < WIDTH; x++)
				row.append(look.at(y * WIDTH + x));
			rows[y] = row.toString();
		}
		return List.of(rows);
	}
}
