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

import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;

import ij.gui.Line;
import ij.gui.Roi;
import ij.process.FloatPolygon;

import sc.fiji.stablesam.prompt.Click;
import sc.fiji.stablesam.prompt.Prompt;

/**
 * Reads line ROIs as scribbles: one foreground click each ten pixels or so, but
 * at most seven, evenly along what of the line lies on the image.
 */
final class ScribblePrompts {

	private static final double SPACING = 10;
	private static final int MOST = 7;
	/** ImageJ's integer line coordinates are pixel centres. */
	private static final double CENTRE = 0.5;

	private ScribblePrompts() {}

	/** @throws UnusableRoiException if the ROI points at nothing */
	static Prompt read(final Roi roi, final int width, final int height)
		throws UnusableRoiException
	{
		final List<Line2D> segments = segments(roi);
		if (length(segments) == 0) throw new UnusableRoiException(
			UnusableRoiException.EMPTY);
		final List<Line2D> inside = new ArrayList<>();
		for (final Line2D segment : segments)
			clip(segment, width, height, inside);
		final double length = length(inside);
		if (length == 0) throw new UnusableRoiException(
			UnusableRoiException.OUTSIDE);
		final int n = (int) Math.min(MOST, 1 + Math.floor(length / SPACING));
		Prompt prompt = Prompt.empty();
		for (int i = 0; i < n; i++)
			prompt = prompt.with(click(inside, length * (i + 0.5) / n));
		return prompt;
	}

	private static List<Line2D> segments(final Roi roi)
		throws UnusableRoiException
	{
		final List<Line2D> segments = new ArrayList<>();
		if (roi instanceof Line) {
			final Line line = (Line) roi;
			segments.add(segment(line.x1d, line.y1d, line.x2d, line.y2d));
			return segments;
		}
		final FloatPolygon p = roi.getFloatPolygon();
		for (int i = 1; i < p.npoints; i++)
			segments.add(segment(p.xpoints[i - 1], p.ypoints[i - 1], p.xpoints[i],
				p.ypoints[i]));
		return segments;
	}

	private static Line2D segment(final double x1, final double y1,
		final double x2, final double y2) throws UnusableRoiException
	{
		if (!Double.isFinite(x1 + y1 + x2 + y2)) throw new UnusableRoiException(
			UnusableRoiException.NOT_A_NUMBER);
		return new Line2D.Double(x1 + CENTRE, y1 + CENTRE, x2 + CENTRE, y2 +
			CENTRE);
	}

	/** Adds what of a segment lies on the image, after Liang and Barsky. */
	private static void clip(final Line2D s, final int width, final int height,
		final List<Line2D> inside)
	{
		final double dx = s.getX2() - s.getX1();
		final double dy = s.getY2() - s.getY1();
		final double[] step = { -dx, dx, -dy, dy };
		final double[] room = { s.getX1(), Math.nextDown((double) width) - s
			.getX1(), s.getY1(), Math.nextDown((double) height) - s.getY1() };
		double from = 0, to = 1;
		for (int edge = 0; edge < 4; edge++) {
			if (step[edge] == 0 && room[edge] < 0) return;
			if (step[edge] < 0) from = Math.max(from, room[edge] / step[edge]);
			if (step[edge] > 0) to = Math.min(to, room[edge] / step[edge]);
		}
		if (from < to) inside.add(new Line2D.Double(s.getX1() + from * dx, s
			.getY1() + from * dy, s.getX1() + to * dx, s.getY1() + to * dy));
	}

	private static double length(final List<Line2D> segments) {
		return segments.stream().mapToDouble(ScribblePrompts::length).sum();
	}

	private static double length(final Line2D s) {
		return s.getP1().distance(s.getP2());
	}

	private static Click click(final List<Line2D> segments, final double at) {
		double left = at;
		for (final Line2D s : segments) {
			final double length = length(s);
			if (left <= length) {
				final double f = left / length;
				return Click.foreground(s.getX1() + f * (s.getX2() - s.getX1()), s
					.getY1() + f * (s.getY2() - s.getY1()));
			}
			left -= length;
		}
		final Line2D last = segments.get(segments.size() - 1);
		return Click.foreground(last.getX2(), last.getY2());
	}
}
