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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ImageProcessor;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;

import sc.fiji.stablesam.StableSamException;
import sc.fiji.stablesam.image.Channel;
import sc.fiji.stablesam.image.ColorTable;
import sc.fiji.stablesam.image.Contrast;
import sc.fiji.stablesam.image.Rendering;

/**
 * The image to segment, as it was when this was made: its planes stay readable
 * when the user goes to another slice, changes the contrast or closes the
 * window. The ImageJ image is never changed; its pixels are shared, not copied.
 * <p>
 * Immutable, and safe to use from any thread.
 */
public final class SourceImage {

	private static final double DARKEST = 0.001;
	private static final double BRIGHTEST = 0.999;

	private final String title;
	private final int width;
	private final int height;
	private final StackShape shape;
	private final Calibration calibration;
	private final PlaneReader planes;
	/** Nothing for RGB images, whose pixels are shown as they are. */
	private final ChannelLooks looks;
	private final DisplayRanges displayRanges;
	/** NB: remembers what may take a look at all planes to find out. */
	private final Map<Contrast, Boolean> automatic = new ConcurrentHashMap<>();
	private final boolean indexed;

	private SourceImage(final ImagePlus imp) {
		title = imp.getShortTitle();
		width = imp.getWidth();
		height = imp.getHeight();
		shape = StackShape.of(imp);
		calibration = imp.getCalibration().copy();
		planes = PlaneReader.of(imp);
		looks = imp.getBitDepth() == 24 ? null : ChannelLooks.of(imp);
		displayRanges = new DisplayRanges(imp, planes);
		indexed = imp.getBitDepth() == 8 && !imp.isComposite();
	}

	/**
	 * @throws StableSamException if there is no image (null) or if it has no
	 *           pixels any more
	 */
	public static SourceImage of(final ImagePlus imp) {
		if (imp == null) throw new StableSamException(
			"There is no image open; open one and draw a ROI on it first.");
		if (imp.getProcessor() == null || imp.getWidth() < 1 || imp.getHeight() < 1)
			throw new StableSamException("The image '" + imp.getTitle() +
				"' has no pixels; it may have been closed.");
		return new SourceImage(imp);
	}

	/**
	 * @return the plane that an image shows now; its channel is 0 if all channels
	 *         are mixed
	 */
	public static PlanePosition currentPlane(final ImagePlus imp) {
		return StackShape.of(imp).plane(PlanePosition.ANY);
	}

	/** @return the image's title, without the ending of its file name */
	public String title() {
		return title;
	}

	/** @return the width in pixels */
	public int width() {
		return width;
	}

	/** @return the height in pixels */
	public int height() {
		return height;
	}

	/**
	 * @param position 0 stands for the current plane; where the image has only
	 *          one channel, slice or frame, any number means that one
	 * @return the plane that shows it; its channel is 0 if all channels are mixed
	 * @throws IllegalArgumentException if there is no such plane
	 */
	public PlanePosition plane(final PlanePosition position) {
		return shape.plane(position);
	}

	/**
	 * Renders a plane as the person sees it, or, where nobody has set the display
	 * range, from its 0.1 to its 99.9 percentile. RGB images and those with a
	 * palette are always rendered as the person sees them.
	 *
	 * @param position 0 stands for the current plane
	 * @return a picture [x, y] that must not be written to
	 * @throws IllegalArgumentException if there is no such plane
	 * @throws StableSamException if the plane cannot be read
	 */
	public RandomAccessibleInterval<ARGBType> render(
		final PlanePosition position)
	{
		final PlanePosition plane = plane(position);
		if (looks == null) return Pixels.argb(read(plane, 1));
		final List<Channel> channels = new ArrayList<>();
		for (final int c : channelsOf(plane))
			if (plane.channel() > 0 || !looks.isHidden(c)) channels.add(channel(plane,
				c));
		return channels.isEmpty() ? Pixels.black(width, height) : Rendering.of(
			channels);
	}

	/** @return the numbers of the channels, from 1, that a plane shows */
	List<Integer> channelsOf(final PlanePosition plane) {
		final List<Integer> channels = new ArrayList<>();
		if (plane.channel() > 0) channels.add(plane.channel());
		else for (int c = 1; c <= shape.channels(); c++)
			channels.add(c);
		return channels;
	}

	/**
	 * @param plane as {@link #plane} gives it
	 * @param channel from 1; not looked at unless the plane mixes channels
	 * @return pixels that must not be written to
	 */
	ImageProcessor read(final PlanePosition plane, final int channel) {
		return planes.read(shape.index(plane.channel() == 0 ? channel : plane
			.channel(), plane.slice(), plane.frame()));
	}

	StackShape shape() {
		return shape;
	}

	/** @return a copy of its own */
	Calibration calibration() {
		return calibration.copy();
	}

	private Channel channel(final PlanePosition plane, final int c) {
		final RandomAccessibleInterval<? extends RealType<?>> pixels = Pixels.real(
			read(plane, c));
		final ColorTable colors = looks.colors(c);
		final Contrast range = looks.range(c);
		final boolean palette = indexed && !colors.isRamp();
		if (palette || !automatic.computeIfAbsent(range,
			displayRanges::isAutomatic)) return Channel.of(pixels, range, colors);
		return Channel.of(pixels, Contrast.percentile(pixels, DARKEST, BRIGHTEST),
			colors);
	}
}
