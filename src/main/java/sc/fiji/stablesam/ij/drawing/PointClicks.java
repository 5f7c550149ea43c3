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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import ij.gui.PointRoi;
import ij.process.FloatPolygon;
import sc.fiji.stablesam.prompt.Click;

/**
 * The points of one selection as clicks on an object. A point is background if
 * its counter says so, or if it was made with Alt down. For the event thread.
 */
final class PointClicks {

	/** ImageJ's point coordinates are pixel corners, and mean centres. */
	private static final double CENTRE = 0.5;

	private final PointRoi roi;
	private final List<Boolean> subtracted = new ArrayList<>();

	PointClicks(final PointRoi roi) {
		this.roi = roi;
	}

	boolean isOf(final PointRoi other) {
		return roi == other;
	}

	/**
	 * @param subtracting whether points that are new now are background
	 * @return the points that lie on the image, as they are now
	 */
	List<Click> read(final int width, final int height,
		final boolean subtracting)
	{
		final FloatPolygon points = roi.getFloatPolygon();
		while (subtracted.size() > points.npoints)
			subtracted.remove(subtracted.size() - 1);
		final List<Click> clicks = new ArrayList<>();
		for (int i = 0; i < points.npoints; i++) {
			if (i == subtracted.size()) subtracted.add(subtracting);
			click(points, i).filter(click -> click.isInside(width, height)).ifPresent(
				clicks::add);
		}
		return clicks;
	}

	private Optional<Click> click(final FloatPolygon points, final int i) {
		final double x = points.xpoints[i] + CENTRE;
		final double y = points.ypoints[i] + CENTRE;
		if (!Double.isFinite(x + y)) return Optional.empty();
		return Optional.of(roi.getCounter(i) == 0 && !subtracted.get(i) ? Click
			.foreground(x, y) : Click.background(x, y));
	}
}
