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

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.prompt.Click;

/**
 * How many steps to one of four neighbours it takes from each pixel of a mask
 * to one that is not in it. Beyond the image's border all is outside.
 * Immutable.
 */
final class StepsToOutside {

	private final Mask mask;
	private final int columns;
	/** With a margin of one pixel all round. */
	private final int[] steps;
	private final int most;

	private StepsToOutside(final Mask mask) {
		this.mask = mask;
		columns = mask.width() + 2;
		steps = new int[columns * (mask.height() + 2)];
		for (int y = 1; y <= mask.height(); y++)
			for (int x = 1; x <= mask.width(); x++) {
				final int i = x + y * columns;
				if (mask.contains(mask.minX() + x - 1, mask.minY() + y - 1)) steps[i] =
					1 + Math.min(steps[i - 1], steps[i - columns]);
			}
		for (int y = mask.height(); y > 0; y--)
			for (int x = mask.width(); x > 0; x--) {
				final int i = x + y * columns;
				steps[i] = Math.min(steps[i], 1 + Math.min(steps[i + 1], steps[i +
					columns]));
			}
		most = Arrays.stream(steps).max().orElse(0);
	}

	static StepsToOutside of(final Mask mask) {
		return new StepsToOutside(mask);
	}

	/**
	 * @param x from 0 at the left border of the mask's box, as y from its top
	 * @return 0 outside the mask
	 */
	int at(final int x, final int y) {
		return steps[x + 1 + (y + 1) * columns];
	}

	/** @return of the pixel that is farthest from outside; 0 of an empty mask */
	int most() {
		return most;
	}

	/**
	 * @return a click on the middle of the pixel that is farthest from outside;
	 *         of several, the one that is nearest to their centre
	 */
	Click middle(final boolean foreground) {
		final int deepest = deepest();
		final double x = mask.minX() + deepest % columns - 0.5;
		final double y = mask.minY() + deepest / columns - 0.5;
		return foreground ? Click.foreground(x, y) : Click.background(x, y);
	}

	private int deepest() {
		final int[] deepest = IntStream.range(0, steps.length).filter(
			i -> steps[i] == most).toArray();
		final double x = Arrays.stream(deepest).map(i -> i % columns).average()
			.orElse(0);
		final double y = Arrays.stream(deepest).map(i -> i / columns).average()
			.orElse(0);
		return Arrays.stream(deepest).boxed().min(Comparator.comparingDouble(
			i -> Math.hypot(i % columns - x, i / columns - y))).orElse(0);
	}
}
