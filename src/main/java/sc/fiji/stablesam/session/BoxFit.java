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
 * How well the box that was drawn fits what is found for it. A plugin looks
 * beyond a box, for the better where the box is careless, and for the worse
 * where it is exact and the neighbours touch. No network is told which it is;
 * but what is found without a plugin seldom reaches all four sides of a
 * careless box, and mostly does so of an exact one.
 */
enum BoxFit {

		/** The plugin knows better. */
		LOOSE,

		/** It may be exact or careless by accident. */
		CLOSE,

		/** The plugin had better stay out. */
		EXACT;

	/** A box is close from this overlap on with the network's mask... */
	private static final double NEAR = 0.87;

	/** ...and exact from this one on... */
	private static final double SAME = 0.98;

	/** ...less what so many pixels of the logits make of it... */
	private static final double BLUR = 0.5;

	/** ...if with the plugin's it has at least this. */
	private static final double POSSIBLE = 0.6;

	/**
	 * @param stable found with a plugin
	 * @return whether it is worth to look what is found without
	 */
	static boolean mayBeClose(final Box drawn, final Mask stable) {
		return overlap(drawn, stable) >= POSSIBLE;
	}

	/**
	 * @param plain found without a plugin
	 * @param stable found with one
	 * @param pixel of the logits that both are made of, in pixels of the image
	 */
	static BoxFit of(final Box drawn, final Mask plain, final Mask stable,
		final double pixel)
	{
		final double fit = overlap(drawn, plain);
		if (fit < NEAR || fit < overlap(drawn, stable)) return LOOSE;
		return fit < SAME - BLUR * pixel / Math.sqrt(area(drawn)) ? CLOSE : EXACT;
	}

	/** @return IoU of the box and the mask's own, from 0 to 1 */
	static double overlap(final Box drawn, final Mask mask) {
		if (mask.isEmpty()) return 0;
		final Box found = Box.around(mask.interval());
		final double both = found.clippedTo(drawn).map(BoxFit::area).orElse(0.0);
		return both / (area(found) + area(drawn) - both);
	}

	private static double area(final Box box) {
		return box.width() * box.height();
	}
}
