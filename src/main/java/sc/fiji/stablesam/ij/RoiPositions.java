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

package sc.fiji.stablesam.ij;

import java.util.Optional;

import ij.gui.PointRoi;
import ij.gui.Roi;

/** Reads and sets the positions of ROIs in one image. */
final class RoiPositions {

	private final StackShape shape;

	RoiPositions(final StackShape shape) {
		this.shape = shape;
	}

	/**
	 * @return the ROI's position; what it leaves open is the current slice and
	 *         frame, and the current channel unless all are mixed
	 * @throws UnusableRoiException if the image has no such plane
	 */
	PlanePosition of(final Roi roi) throws UnusableRoiException {
		if (roi.hasHyperStackPosition()) return fill(PlanePosition.of(roi
			.getCPosition(), roi.getZPosition(), roi.getTPosition()));
		return ofIndex(Math.max(0, roi.getPosition()));
	}

	/** @return the position of one point, which may have its own */
	PlanePosition ofPoint(final PointRoi roi, final int point)
		throws UnusableRoiException
	{
		final int index = roi.getPointPosition(point);
		return index > 0 && !roi.hasHyperStackPosition() ? ofIndex(index) : of(roi);
	}

	/** Sets a ROI's position in the way that ImageJ does for this image. */
	void set(final Roi roi, final PlanePosition position) {
		if (shape.size() == 1) roi.setPosition(0);
		else if (shape.isHyperstack()) roi.setPosition(position.channel(), position
			.slice(), position.frame());
		else if (shape.channels() > 1 && position.channel() == 0) roi.setPosition(
			0);
		else {
			final PlanePosition plane = shape.plane(position);
			roi.setPosition(shape.index(Math.max(position.channel(), plane.channel()),
				plane.slice(), plane.frame()));
		}
	}

	private PlanePosition ofIndex(final int index) throws UnusableRoiException {
		if (index == 0 || shape.size() == 1) return fill(PlanePosition.ANY);
		if (index > shape.size()) throw new UnusableRoiException("lies on plane " +
			index + ", but the image has " + shape.size());
		return fill(shape.positionOf(index));
	}

	private PlanePosition fill(final PlanePosition asked)
		throws UnusableRoiException
	{
		final Optional<String> problem = shape.problem(asked);
		if (problem.isPresent()) throw new UnusableRoiException(problem.get());
		final PlanePosition now = shape.current();
		return PlanePosition.of(shape.isMixed() ? asked.channel() : fill(asked
			.channel(), shape.channels(), now.channel()), fill(asked.slice(), shape
				.slices(), now.slice()), fill(asked.frame(), shape.frames(), now
					.frame()));
	}

	private static int fill(final int asked, final int size, final int now) {
		return asked == 0 && size > 1 ? now : asked;
	}
}
