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

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import net.imglib2.FinalInterval;
import net.imglib2.Interval;
import net.imglib2.RandomAccessible;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.converter.Converters;
import net.imglib2.type.logic.NativeBoolType;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

import sc.fiji.stablesam.mask.Mask;

/**
 * A part of a picture round one of its objects, turned, mirrored and with
 * another contrast, or painted anew: a picture of its own, in which objects
 * have another size.
 */
final class CloseUpView {

	/** Longer side of the object in the network's picture of 1024 pixels. */
	private static final double SMALL = 48;
	private static final double LARGE = 800;
	/** No view is smaller, in pixels: there would be nothing to see. */
	private static final int SMALLEST = 64;
	/** Objects of which less can be seen are nobody's aim. */
	private static final double SEEN = 0.5;
	private static final double NEGATIVES = 0.25;
	/** Of the logarithm of the exponent. */
	private static final double GAMMA = 0.6;

	private final Interval part;
	private final boolean swapped;
	private final boolean mirroredX;
	private final boolean mirroredY;
	private final boolean negative;
	private final double gamma;

	private CloseUpView(final AnnotatedPicture picture,
		final SplittableRandom random)
	{
		part = part(picture, random);
		swapped = random.nextBoolean();
		mirroredX = random.nextBoolean();
		mirroredY = random.nextBoolean();
		negative = random.nextDouble() < NEGATIVES;
		gamma = Math.exp(Draws.within(GAMMA, random));
	}

	/**
	 * @param number the same picture and number give the same view
	 * @param repainted how likely it is {@link Repainting painted anew}
	 * @return the picture itself if it has no objects
	 */
	static AnnotatedPicture draw(final AnnotatedPicture picture, final int number,
		final double repainted)
	{
		if (picture.objects().isEmpty()) return picture;
		final CloseUpView view = new CloseUpView(picture, Draws.random(0,
			"view of " + picture.name(), number));
		final List<Mask> objects = picture.objects().stream().flatMap(view::of)
			.collect(Collectors.toList());
		final RandomAccessibleInterval<ARGBType> pixels = view.pixels(picture
			.image());
		final SplittableRandom random = look(picture, number);
		return AnnotatedPicture.of(picture.name() + ", view " + number, random
			.nextDouble() < repainted ? Repainting.of(pixels, objects, random)
				: pixels, objects);
	}

	private static SplittableRandom look(final AnnotatedPicture picture,
		final int number)
	{
		return Draws.random(0, "look of " + picture.name(), number);
	}

	/** @return whether the view that {@link #draw} gives is painted anew */
	static boolean isRepainted(final AnnotatedPicture picture, final int number,
		final double repainted)
	{
		return !picture.objects().isEmpty() && look(picture, number)
			.nextDouble() < repainted;
	}

	private static Interval part(final AnnotatedPicture picture,
		final SplittableRandom random)
	{
		final Mask object = picture.objects().get(random.nextInt(picture.objects()
			.size()));
		final int longest = Math.max(object.width(), object.height());
		final double shown = SMALL * Math.pow(LARGE / SMALL, random.nextDouble());
		final int side = (int) Math.max(SMALLEST, Math.ceil(longest * 1024 /
			shown));
		final int width = Math.min(picture.width(), side);
		final int height = Math.min(picture.height(), side);
		return FinalInterval.createMinSize(start(object.minX(), object.width(),
			width, picture.width(), random), start(object.minY(), object.height(),
				height, picture.height(), random), width, height);
	}

	/** @return where a part begins that has all of the object */
	private static int start(final int min, final int size, final int part,
		final int all, final SplittableRandom random)
	{
		final int first = Math.max(0, min + size - part);
		final int last = Math.min(min, all - part);
		return random.nextInt(first, last + 1);
	}

	private Stream<Mask> of(final Mask object) {
		final Interval seen = Intervals.intersect(part, object.interval());
		if (Intervals.isEmpty(seen)) return Stream.empty();
		final RandomAccessible<NativeBoolType> endless = Views.extendZero(Converters
			.convertRAI(object.interval(), (in, out) -> out.set(in.get()),
				new NativeBoolType()));
		final Mask mask = Mask.of(Views.interval(turned(endless), place(seen)),
			object.quality());
		return mask.area() < SEEN * object.area() ? Stream.empty() : Stream.of(
			mask);
	}

	/** @return where an interval of the picture is in the view */
	private Interval place(final Interval seen) {
		final long[] min = new long[2];
		final long[] size = seen.dimensionsAsLongArray();
		for (int d = 0; d < 2; d++)
			min[d] = (d == 0 ? mirroredX : mirroredY) ? part.max(d) - seen.max(d)
				: seen.min(d) - part.min(d);
		return swapped ? FinalInterval.createMinSize(min[1], min[0], size[1],
			size[0]) : FinalInterval.createMinSize(min[0], min[1], size[0], size[1]);
	}

	private RandomAccessibleInterval<ARGBType> pixels(
		final RandomAccessibleInterval<ARGBType> image)
	{
		final RandomAccessibleInterval<ARGBType> view = turned(image);
		final RandomAccessibleInterval<ARGBType> copy = ArrayImgs.argbs(view
			.dimensionsAsLongArray());
		LoopBuilder.setImages(view, copy).forEachPixel((from, to) -> to.set(shade(
			from.get())));
		return copy;
	}

	private <T> RandomAccessibleInterval<T> turned(
		final RandomAccessible<T> source)
	{
		RandomAccessibleInterval<T> view = Views.interval(source, part);
		if (mirroredX) view = Views.invertAxis(view, 0);
		if (mirroredY) view = Views.invertAxis(view, 1);
		if (swapped) view = Views.permute(view, 0, 1);
		return Views.zeroMin(view);
	}

	private int shade(final int argb) {
		return ARGBType.rgba(shaded(ARGBType.red(argb)), shaded(ARGBType.green(
			argb)), shaded(ARGBType.blue(argb)), 255);
	}

	private int shaded(final int value) {
		final double share = Math.pow(value / 255.0, gamma);
		return (int) Math.round(255 * (negative ? 1 - share : share));
	}
}
