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
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How an object is pointed at, from carefully to carelessly. */
public enum PromptKind {

		/** The exact bounding box. */
		GT_BOX("gt_box"),
		/** A box that is moved and stretched at random. */
		NOISY_BOX("noisy_box"),
		/** A click on a random pixel of the object. */
		ONE_POINT("1_point"),
		/** Clicks on three random pixels of the object. */
		THREE_POINTS("3_points"),
		/** Clicks on one to ten random pixels of the object. */
		SOME_POINTS("points"),
		/**
		 * A drawn mask whose outline is distorted at random, with its box, as area
		 * ROIs are read.
		 */
		COARSE_MASK("coarse_mask"),
		/** A noisy box and a background click in it, or else close to it. */
		BOX_AND_BACKGROUND("box_and_background");

	private static final List<PromptKind> EVALUATED = List.of(GT_BOX, NOISY_BOX,
		ONE_POINT, THREE_POINTS);

	private final String name;

	PromptKind(final String name) {
		this.name = name;
	}

	/** @return the kinds that are measured unless others are asked for */
	public static List<PromptKind> evaluated() {
		return EVALUATED;
	}

	/**
	 * @param name as {@link #toString} gives it, in any case
	 * @throws IllegalArgumentException if there is no such kind
	 */
	public static PromptKind parse(final String name) {
		for (final PromptKind kind : values())
			if (kind.name.equals(name.toLowerCase(Locale.ROOT))) return kind;
		throw new IllegalArgumentException("There is no kind of prompt '" + name +
			"'; choose of " + Arrays.stream(values()).map(Object::toString).collect(
				Collectors.joining(", ")) + ".");
	}

	@Override
	public String toString() {
		return name;
	}
}
