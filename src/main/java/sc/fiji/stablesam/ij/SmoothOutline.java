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

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

import ij.gui.Roi;
import ij.gui.ShapeRoi;

/**
 * Outlines that run along pixel edges, for the eye: their corners are cut by
 * half a pixel, so that stairs become slopes.
 */
final class SmoothOutline {

	private static final double CUT = 0.5;

	private final Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
	private final List<Point2D> loop = new ArrayList<>();

	private SmoothOutline() {}

	/** @param roi an area */
	static Shape of(final Roi roi) {
		final ShapeRoi shape = roi instanceof ShapeRoi ? (ShapeRoi) roi
			: new ShapeRoi(roi);
		final SmoothOutline outline = new SmoothOutline();
		final double[] c = new double[6];
		for (final PathIterator it = shape.getShape().getPathIterator(null); !it
			.isDone(); it.next())
		{
			final int type = it.currentSegment(c);
			if (type != PathIterator.SEG_LINETO) outline.endLoop();
			if (type != PathIterator.SEG_CLOSE) outline.loop.add(new Point2D.Double(
				c[0] + shape.getXBase(), c[1] + shape.getYBase()));
		}
		outline.endLoop();
		return outline.path;
	}

	private void endLoop() {
		final List<Point2D> cut = new ArrayList<>();
		for (int i = 0; i < loop.size(); i++) {
			final Point2D a = loop.get(i);
			final Point2D b = loop.get((i + 1) % loop.size());
			final double length = a.distance(b);
			if (length == 0) continue;
			cut.add(between(a, b, Math.min(CUT, length / 2) / length));
			// NB: on an edge of one pixel both cuts meet; drawing takes long enough.
			if (length > 2 * CUT) cut.add(between(b, a, CUT / length));
		}
		loop.clear();
		if (cut.isEmpty()) return;
		path.moveTo(cut.get(0).getX(), cut.get(0).getY());
		for (final Point2D point : cut.subList(1, cut.size()))
			path.lineTo(point.getX(), point.getY());
		path.closePath();
	}

	private static Point2D between(final Point2D from, final Point2D to,
		final double share)
	{
		return new Point2D.Double(from.getX() + share * (to.getX() - from.getX()),
			from.getY() + share * (to.getY() - from.getY()));
	}
}
