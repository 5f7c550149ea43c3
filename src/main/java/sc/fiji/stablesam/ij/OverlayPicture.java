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

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;

/**
 * A picture of what was found: the plane of the first object, as it was shown
 * to the network, with the objects of that plane outlined by an
 * {@link OutlinePainter}.
 */
public final class OverlayPicture {

	private OverlayPicture() {}

	/** @return an RGB picture of the image's size */
	public static BufferedImage of(final SegmentResult result) {
		final PlanePosition plane = result.objects().get(0).plane();
		final BufferedImage picture = picture(result.image().render(plane));
		final List<SegmentedObject> objects = new ArrayList<>(result.objects());
		objects.removeIf(object -> !object.plane().equals(plane) || object.mask()
			.isEmpty());
		// NB: large ones first, so that small ones on top of them are seen.
		objects.sort(Comparator.comparingInt(object -> -object.mask().area()));
		final OutlinePainter painter = OutlinePainter.on(picture);
		objects.forEach(painter::draw);
		objects.forEach(painter::label);
		painter.close();
		return picture;
	}

	private static BufferedImage picture(
		final RandomAccessibleInterval<ARGBType> plane)
	{
		final int width = (int) plane.dimension(0);
		final int height = (int) plane.dimension(1);
		final int[] rgb = new int[width * height];
		final Cursor<ARGBType> cursor = Views.flatIterable(plane).cursor();
		for (int i = 0; i < rgb.length; i++)
			rgb[i] = cursor.next().get();
		final BufferedImage picture = new BufferedImage(width, height,
			BufferedImage.TYPE_INT_RGB);
		picture.setRGB(0, 0, width, height, rgb, 0, width);
		return picture;
	}
}
