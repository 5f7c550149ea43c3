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

package sc.fiji.stablesam.image;

import java.nio.FloatBuffer;

import net.imglib2.Cursor;
import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

/**
 * Scales an image into the square picture of a network: bilinear, with
 * anti-aliasing where it shrinks (the triangle filter of the reference code).
 * The image is read once, row by row, so that its size does not matter.
 */
public final class Resampling {

	private static final int CHANNELS = 3;
	private static final float LEVELS = 255;

	private final int side;
	private final boolean isInWholeLevels;
	private final TriangleFilter columns;
	private final TriangleFilter rows;
	private final FloatBuffer picture;
	private final float[] line;

	private Resampling(final ImageFrame frame) {
		side = frame.side();
		isInWholeLevels = frame.isInWholeLevels();
		columns = TriangleFilter.of(frame.width(), frame.shownColumns());
		rows = TriangleFilter.of(frame.height(), frame.shownRows());
		picture = FloatBuffer.allocate(CHANNELS * side * side);
		line = new float[frame.shownColumns()];
	}

	/**
	 * @param image [x, y], of which the frame's part is read
	 * @return a new buffer [channel, y, x], red, green and blue, from 0 to 1; 0
	 *         in the padding
	 * @throws IllegalArgumentException if the frame is not within the image
	 */
	public static FloatBuffer toPicture(
		final RandomAccessibleInterval<ARGBType> image, final ImageFrame frame)
	{
		final Interval part = FinalInterval.createMinSize(frame.minX(), frame
			.minY(), frame.width(), frame.height());
		if (!Intervals.contains(Views.zeroMin(image), part))
			throw new IllegalArgumentException("The frame is for " + frame +
				", not for the image.");
		return new Resampling(frame).read(Views.interval(Views.zeroMin(image),
			part));
	}

	private FloatBuffer read(final RandomAccessibleInterval<ARGBType> image) {
		final int width = (int) image.dimension(0);
		final int[] row = new int[width];
		final Cursor<ARGBType> cursor = Views.flatIterable(image).cursor();
		for (int y = 0; y < image.dimension(1); y++) {
			for (int x = 0; x < width; x++)
				row[x] = cursor.next().get();
			for (int channel = 0; channel < CHANNELS; channel++) {
				columns.apply(row, 16 - 8 * channel, line);
				for (int x = 0; x < line.length; x++)
					line[x] = level(line[x]);
				spread(y, channel);
			}
		}
		for (int i = 0; i < picture.capacity(); i++)
			picture.put(i, level(picture.get(i)) / LEVELS);
		return picture;
	}

	/** @return what a filter gave, from 0 to 255, rounded where that is wanted */
	private float level(final float value) {
		return isInWholeLevels ? (float) Math.floor(value + 0.5) : value;
	}

	/**
	 * Adds a line to the rows of the picture that the image's row y is part of.
	 */
	private void spread(final int y, final int channel) {
		for (int out = rows.firstOutput(y); out < rows.outputs() && rows.contains(
			out, y); out++)
		{
			final float weight = rows.weight(out, y);
			final int offset = (channel * side + out) * side;
			for (int x = 0; x < line.length; x++)
				picture.put(offset + x, picture.get(offset + x) + weight * line[x]);
		}
	}
}
