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

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;

import sc.fiji.stablesam.mask.Mask;

/**
 * Paints an annotated picture anew, so that it seems to be of another kind of
 * microscopy: its objects and what lies between them get other brightnesses and
 * more or less of their texture, rims, uneven light, blur, noise and colours
 * (domain randomization: Tobin et al., IROS 2017; for segmentation Billot et
 * al., SynthSeg, Medical Image Analysis 2023). What was learnt from few kinds
 * alone does not hold for others.
 */
final class Repainting {

	/** Brightnesses of objects and of what lies between them are above this... */
	private static final double DARKEST = 0.15;

	/** ...by less than this. */
	private static final double BRIGHTNESSES = 0.7;

	/** By how much objects of a picture can differ in brightness. */
	private static final double DIFFERENCE = 0.12;

	/** At least this much of the texture stays; at most all of it... */
	private static final double TEXTURE = 0.15;

	/** ...with this contrast. */
	private static final double CONTRAST = 1.2;

	private static final double RIMMED = 0.6;

	/** Objects that are no more different have rims. */
	private static final double ALIKE = 0.2;

	private static final double FAINTEST_RIM = 0.2;
	private static final double RIMS = 0.4;

	private final SplittableRandom random;
	private final int width;
	private final int height;
	private final LabelGrid labels;

	private Repainting(final int width, final int height,
		final List<Mask> objects, final SplittableRandom random)
	{
		this.random = random;
		this.width = width;
		this.height = height;
		labels = new LabelGrid(width, height, objects);
	}

	/**
	 * @param image [x, y] from (0, 0)
	 * @param objects in it, which stay where they are
	 */
	static RandomAccessibleInterval<ARGBType> of(
		final RandomAccessibleInterval<ARGBType> image, final List<Mask> objects,
		final SplittableRandom random)
	{
		final int width = Math.toIntExact(image.dimension(0));
		final int height = Math.toIntExact(image.dimension(1));
		return ArrayImgs.argbs(new Repainting(width, height, objects, random).paint(
			greys(image), objects.size()), width, height);
	}

	private static float[] greys(final RandomAccessibleInterval<ARGBType> image) {
		final Cursor<ARGBType> cursor = Views.flatIterable(image).cursor();
		final float[] greys = new float[Math.toIntExact(Views.flatIterable(image)
			.size())];
		for (int i = 0; i < greys.length; i++) {
			final int argb = cursor.next().get();
			greys[i] = (ARGBType.red(argb) + ARGBType.green(argb) + ARGBType.blue(
				argb)) / 765f;
		}
		return greys;
	}

	private int[] paint(final float[] greys, final int objects) {
		final double inner = texture();
		final double outer = texture();
		final double[] levels = levels(objects);
		final double[] means = means(greys, objects);
		final double[] painted = new double[greys.length];
		for (int i = 0; i < greys.length; i++) {
			final int label = labels.label(i);
			painted[i] = levels[label] + (greys[i] - means[label]) * (label == 0
				? outer : inner) * CONTRAST;
		}
		addRims(painted, levels);
		return new Exposure(width, height, random).of(painted);
	}

	private double texture() {
		return TEXTURE + (1 - TEXTURE) * random.nextDouble();
	}

	private double brightness() {
		return DARKEST + BRIGHTNESSES * random.nextDouble();
	}

	/** @return brightnesses, first of what is no object */
	private double[] levels(final int objects) {
		final double inside = brightness();
		final double[] levels = new double[objects + 1];
		levels[0] = brightness();
		final double difference = DIFFERENCE * random.nextDouble();
		for (int i = 1; i < levels.length; i++)
			levels[i] = inside + Draws.within(difference, random);
		return levels;
	}

	private double[] means(final float[] greys, final int objects) {
		final double[] means = new double[objects + 1];
		final int[] counts = new int[objects + 1];
		for (int i = 0; i < greys.length; i++) {
			means[labels.label(i)] += greys[i];
			counts[labels.label(i)]++;
		}
		for (int i = 0; i < means.length; i++)
			means[i] /= Math.max(1, counts[i]);
		return means;
	}

	private void addRims(final double[] painted, final double[] levels) {
		final boolean rimmed = random.nextDouble() < RIMMED;
		final double change = (random.nextBoolean() ? 1 : -1) * (FAINTEST_RIM +
			RIMS * random.nextDouble());
		final BitSet rims = labels.rims(1 + random.nextInt(Math.min(width, height) /
			100 + 2));
		final boolean onBothSides = random.nextBoolean();
		if (!rimmed && Math.abs(mean(levels) - levels[0]) >= ALIKE) return;
		for (int i = rims.nextSetBit(0); i >= 0; i = rims.nextSetBit(i + 1))
			if (onBothSides || labels.label(i) > 0) painted[i] += change;
	}

	/** @return of the objects' brightnesses */
	private static double mean(final double[] levels) {
		return Arrays.stream(levels).skip(1).average().orElse(levels[0]);
	}
}
