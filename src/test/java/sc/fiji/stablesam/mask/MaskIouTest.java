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

package sc.fiji.stablesam.mask;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;

import org.junit.jupiter.api.Test;

public class MaskIouTest {

	@Test
	public void iouOfSimplePairs() {
		final Mask square = Masks.of(0, 0, "##", "##");
		assertEquals(1, square.iou(Masks.of(0, 0, "##", "##")));
		assertEquals(0, square.iou(Masks.of(2, 0, "##", "##")));
		assertEquals(1 / 7.0, square.iou(Masks.of(1, 1, "##", "##")));
		assertEquals(1 / 4.0, square.iou(Masks.of(1, 1, "#")));
		assertEquals(0, square.iou(Mask.empty(Masks.GOOD)));
		assertEquals(0, Masks.of(0, 0, "#.", ".#").iou(Masks.of(0, 0, ".#", "#.")));
		assertEquals(1, Mask.empty(Masks.GOOD).iou(Mask.empty(Masks.GOOD)));
	}

	@Test
	public void iouIsThatOfANaiveCount() {
		final Random random = new Random(2);
		for (int i = 0; i < 300; i++) {
			final Mask a = Masks.of(Masks.randomPixels(random, 30), random.nextInt(
				5) - 2, random.nextInt(5) - 2, 5);
			final Mask b = Masks.of(Masks.randomPixels(random, 28), random.nextInt(
				5) - 2, random.nextInt(5) - 2, 7);
			assertEquals(naiveIou(a, b), a.iou(b), 1e-12);
			assertEquals(a.iou(b), b.iou(a));
		}
	}

	private static double naiveIou(final Mask a, final Mask b) {
		int both = 0, either = 0;
		for (int y = -10; y < 20; y++)
			for (int x = -10; x < 20; x++) {
				if (a.contains(x, y) && b.contains(x, y)) both++;
				if (a.contains(x, y) || b.contains(x, y)) either++;
			}
		return either == 0 ? 1 : (double) both / either;
	}
}
