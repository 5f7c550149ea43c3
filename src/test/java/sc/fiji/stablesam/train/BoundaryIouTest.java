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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.mask.MaskQuality;

public class BoundaryIouTest {

	private static final Mask NOTHING = Mask.empty(MaskQuality.of(0, 0));

	@Test
	public void aBandIsWhatFourNeighboursErode() {
		final Mask mask = Pictures.mask(3, 2, "..###..", ".#####.", "#######",
			".#####.", "..#####");
		assertEquals(Pictures.mask(3, 2, "..###..", ".#...#.", "#.....#", ".#...#.",
			"..#####"), BoundaryIou.band(mask, 1));
		assertEquals(Pictures.mask(3, 2, "..###..", ".#####.", "##...##", ".#####.",
			"..#####"), BoundaryIou.band(mask, 2));
		assertEquals(mask, BoundaryIou.band(mask, 3));
	}

	@Test
	public void holesHaveABoundary() {
		final Mask mask = Pictures.mask(0, 0, "#######", "#######", "#######",
			"###.###", "#######", "#######", "#######");
		assertEquals(Pictures.mask(0, 0, "#######", "#.....#", "#..#..#", "#.#.#.#",
			"#..#..#", "#.....#", "#######"), BoundaryIou.band(mask, 1));
	}

	@ParameterizedTest
	@CsvSource({ "3, 4, 1", "52, 52, 1", "54, 54, 2", "300, 400, 10",
		"75, 100, 3" })
	public void bandsAreTwoPercentOfTheDiagonal(final int width, final int height,
		final int band)
	{
		assertEquals(band, BoundaryIou.width(Pictures.rectangle(9, 9, width,
			height)));
	}

	@Test
	public void bandsOfShiftedSquares() {
		// Frames of 36 pixels each, one to the right of the other; they share the
		// top and bottom rows of 9, and nothing of their sides.
		assertEquals(18.0 / 54, BoundaryIou.of(Pictures.rectangle(1, 0, 10, 10),
			Pictures.rectangle(0, 0, 10, 10)));
	}

	@Test
	public void theTruthDecidesHowWideBandsAre() {
		final Mask small = Pictures.rectangle(0, 0, 10, 10);
		final Mask large = Pictures.rectangle(0, 0, 100, 100);
		// 3 pixels wide: 84 of the small one, 1164 of the large one; common are
		// two sides of 10 by 3, but for the corner.
		assertEquals(51.0 / (84 + 1164 - 51), BoundaryIou.of(small, large), 1e-12);
		// 1 pixel wide: 36 and 396; common are 10 + 9 pixels.
		assertEquals(19.0 / (36 + 396 - 19), BoundaryIou.of(large, small), 1e-12);
	}

	@Test
	public void nothingHasNoBoundary() {
		assertEquals(0, BoundaryIou.of(NOTHING, Pictures.rectangle(0, 0, 5, 5)));
		assertEquals(1, BoundaryIou.of(Pictures.disc(4, 5, 31), Pictures.disc(4, 5,
			31)));
		assertEquals(1, BoundaryIou.of(NOTHING, NOTHING));
	}
}
