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

import java.awt.Rectangle;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.Optional;

import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.process.FloatPolygon;
import ij.process.ImageProcessor;

import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.BitType;
import net.imglib2.view.Views;

import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.MaskHint;
import sc.fiji.stablesam.prompt.Prompt;

/**
 * Reads area ROIs: a plain rectangle is a box, any other area the box of its
 * bounds and a drawn mask hint, both clipped to the image.
 */
final class AreaPrompts {

	/** Bounds this many times the image's size are cut before drawing them. */
	private static final int HUGE = 4;

	private AreaPrompts() {}

	/** @throws UnusableRoiException if the ROI points at nothing */
	static Prompt read(final Roi roi, final int width, final int height)
		throws UnusableRoiException
	{
		final Rectangle2D bounds = roi.getFloatBounds();
		if (!isFinite(roi, bounds)) throw new UnusableRoiException(
			UnusableRoiException.NOT_A_NUMBER);
		if (bounds.getWidth() <= 0 || bounds.getHeight() <= 0)
			throw new UnusableRoiException(UnusableRoiException.EMPTY);
		final Box box = Box.of(bounds.getX(), bounds.getY(), bounds.getWidth(),
			bounds.getHeight()).clippedTo(width, height).orElseThrow(
				() -> new UnusableRoiException(UnusableRoiException.OUTSIDE));
		if (isPlainRectangle(roi)) return Prompt.of(box);
		final MaskHint hint = hint(roi, width, height).orElseThrow(
			() -> new UnusableRoiException("covers no pixel of the image"));
		return Prompt.of(box).with(hint);
	}

	private static boolean isPlainRectangle(final Roi roi) {
		return roi.getType() == Roi.RECTANGLE && roi.getCornerDiameter() == 0;
	}

	private static boolean isFinite(final Roi roi, final Rectangle2D bounds) {
		final double sum = bounds.getX() + bounds.getY() + bounds.getWidth() +
			bounds.getHeight();
		if (!Double.isFinite(sum)) return false;
		if (roi instanceof PolygonRoi) return isFinite(roi.getFloatPolygon());
		return !(roi instanceof ShapeRoi) || isFinite(((ShapeRoi) roi).getShape()
			.getPathIterator(null));
	}

	private static boolean isFinite(final FloatPolygon polygon) {
		for (int i = 0; i < polygon.npoints; i++)
			if (!Float.isFinite(polygon.xpoints[i] + polygon.ypoints[i]))
				return false;
		return true;
	}

	private static boolean isFinite(final PathIterator path) {
		final double[] coordinates = new double[6];
		for (; !path.isDone(); path.next()) {
			path.currentSegment(coordinates);
			for (final double c : coordinates)
				if (!Double.isFinite(c)) return false;
		}
		return true;
	}

	private static Optional<MaskHint> hint(final Roi roi, final int width,
		final int height)
	{
		final Roi drawn = cutIfHuge(roi, width, height);
		final Rectangle bounds = drawn.getBounds();
		final Rectangle visible = bounds.intersection(new Rectangle(width, height));
		if (visible.isEmpty()) return Optional.empty();
		final ImageProcessor mask = drawn.getMask();
		final RandomAccessibleInterval<BitType> bits = ArrayImgs.bits(visible.width,
			visible.height);
		final RandomAccess<BitType> access = bits.randomAccess();
		boolean any = false;
		for (int y = 0; y < visible.height; y++)
			for (int x = 0; x < visible.width; x++) {
				if (mask != null && mask.get(x + visible.x - bounds.x, y + visible.y -
					bounds.y) == 0) continue;
				access.setPositionAndGet(x, y).setOne();
				any = true;
			}
		return any ? Optional.of(MaskHint.drawn(Views.translate(bits, visible.x,
			visible.y))) : Optional.empty();
	}

	/** NB: a ROI's mask is as large as its bounds, however far they reach. */
	private static Roi cutIfHuge(final Roi roi, final int width,
		final int height)
	{
		final Rectangle2D bounds = roi.getFloatBounds();
		final double limit = HUGE * ((double) width * height + (1 << 20));
		if (bounds.getWidth() * bounds.getHeight() <= limit) return roi;
		return new ShapeRoi(roi).and(new ShapeRoi(new Rectangle(width, height)));
	}
}
