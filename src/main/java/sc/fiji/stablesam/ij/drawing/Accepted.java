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

package sc.fiji.stablesam.ij.drawing;

import java.awt.Shape;

import ij.gui.Roi;
import sc.fiji.stablesam.ij.MaskOutline;
import sc.fiji.stablesam.ij.SegmentedObject;
import sc.fiji.stablesam.prompt.Click;

/** An object that was accepted. Immutable. */
final class Accepted {

	private final Present present;
	private final SegmentedObject object;
	private final Roi roi;
	private final Shape outline;
	private final Shelf shelf;

	/**
	 * @param present what it was before, to be picked up again
	 * @param object with pixels
	 * @param shelf where it goes, and is looked for
	 */
	Accepted(final Present present, final SegmentedObject object,
		final Shelf shelf)
	{
		this.shelf = shelf;
		// NB: answers are large, and soon found again.
		this.present = present.anew();
		this.object = object;
		roi = object.roi().orElseThrow(IllegalArgumentException::new);
		outline = MaskOutline.of(object.mask());
	}

	/** @return as it was drawn, not answered yet; a new one at each call */
	Present present() {
		return present.anew();
	}

	SegmentedObject object() {
		return object;
	}

	/** @return its exact outline, not to be changed or given away */
	Roi roi() {
		return roi;
	}

	/** @return whether the ROI is what was put there for it */
	boolean is(final Roi other) {
		return roi.getName().equals(other.getName()) && other.equals(roi);
	}

	Shelf shelf() {
		return shelf;
	}

	/** @return in image coordinates */
	Shape outline() {
		return outline;
	}

	boolean contains(final Click click) {
		return object.mask().contains((int) click.x(), (int) click.y());
	}
}
