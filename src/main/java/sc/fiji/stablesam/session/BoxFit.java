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

import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.prompt.Box;

/**
 * How well a mask fills the box that it was found for. A plugin looks beyond a
 * box, for the better where the box is careless, and for the worse where it is
 * exact and the neighbours touch. No network is told which it is; but what is
 * found without a plugin seldom reaches all four sides of a careless box, and
 * mostly does so of an exact one.
 */
final class BoxFit {

	/**
	 * A box is taken for exact from this overlap on with the network's mask...
	 */
	private static final double EXACT = 0.9;

	/** ...if with the plugin's it has at least this. */
	private static final double POSSIBLE = 0.6;

	private BoxFit() {}

	/**
	 * @param stable found with a plugin
	 * @return whether it is worth to look what is found without
	 */
	static boolean mayBeExact(final Box drawn, final Mask stable) {
		return of(drawn, stable) >= POSSIBLE;
	}

	/**
	 * @param plain found without a plugin
	 * @param stable found with one
	 * @return whether the plugin had better stay out
	 */
	static boolean isExact(final Box drawn, final Mask plain, final Mask stable) {
		final double fit = of(drawn, plain);
		return fit >= EXACT && fit >= of(drawn, stable);
	}

	/** @return IoU of the box and the mask's own, from 0 to 1 */
	static double of(final Box drawn, final Mask mask) {
		if (mask.isEmpty()) return 0;
		final Box found = Box.of(mask.minX(), mask.minY(), mask.width(), mask
			.height());
		final double both = found.clippedTo(drawn).map(BoxFit::area).orElse(0.0);
		return both / (area(found) + area(drawn) - both);
	}

	private static double area(final Box box) {
		return box.width() * box.height();
	}
}
