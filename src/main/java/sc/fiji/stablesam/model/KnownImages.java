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

package sc.fiji.stablesam.model;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The images that a plugin has learnt from, each by the
 * {@link ImageEmbedding#meanToken mean of its tokens}, to tell how unlike them
 * another one is: the distance to the nearest of them (Sun et al.,
 * Out-of-Distribution Detection with Deep Nearest Neighbors, ICML 2022), as a
 * multiple of how far the images of that one's data set are from each other.
 * Immutable, thread-safe.
 */
public final class KnownImages {

	private static final String NAME = "known";
	private static final String IMAGES = "images";
	private static final String SPREAD = "spread";
	private static final String REACH = "reach";

	/** Channels that hardly differ in any data set do not count for more. */
	private static final float LEAST_SPREAD = 1e-3f;

	/**
	 * Images of a set that are nearer to each other show too little of a kind.
	 */
	private static final double LEAST_REACH = 0.6;

	/**
	 * The share of the images of a set that have another one within its reach.
	 */
	private static final double WITHIN = 0.9;

	private final float[][] images;
	private final float[] spread;
	/** Of the set that an image is of. */
	private final float[] reach;

	private KnownImages(final float[][] images, final float[] spread,
		final float[] reach)
	{
		this.images = images;
		this.spread = spread;
		this.reach = reach;
	}

	/**
	 * @param sets the data sets, and of each image of these its mean token
	 * @return nothing if no set has two images: one alone cannot tell how much
	 *         images of its kind differ
	 */
	public static Optional<KnownImages> of(final List<List<float[]>> sets) {
		final List<List<float[]>> kinds = sets.stream().filter(set -> set
			.size() > 1).collect(Collectors.toList());
		if (kinds.isEmpty()) return Optional.empty();
		final float[] spread = spread(kinds);
		final List<float[]> images = new ArrayList<>();
		final List<Float> reaches = new ArrayList<>();
		for (final List<float[]> kind : kinds) {
			images.addAll(kind);
			reaches.addAll(Collections.nCopies(kind.size(), (float) Math.max(
				LEAST_REACH, reach(kind, spread))));
		}
		return Optional.of(new KnownImages(images.toArray(new float[0][]), spread,
			toArray(reaches)));
	}

	/** @return of each channel the root of the mean variance within the sets */
	private static float[] spread(final List<List<float[]>> sets) {
		final float[] spread = new float[sets.get(0).get(0).length];
		for (int c = 0; c < spread.length; c++) {
			double sum = 0;
			for (final List<float[]> set : sets)
				sum += variance(set, c);
			spread[c] = LEAST_SPREAD + (float) Math.sqrt(sum / sets.size());
		}
		return spread;
	}

	private static double variance(final List<float[]> set, final int channel) {
		double sum = 0;
		double squares = 0;
		for (final float[] image : set) {
			sum += image[channel];
			squares += (double) image[channel] * image[channel];
		}
		final double mean = sum / set.size();
		return Math.max(0, squares / set.size() - mean * mean);
	}

	/** @return how far most images of a set are from the nearest other one */
	private static double reach(final List<float[]> set, final float[] spread) {
		final double[] nearest = new double[set.size()];
		for (int i = 0; i < nearest.length; i++) {
			nearest[i] = Double.POSITIVE_INFINITY;
			for (int j = 0; j < nearest.length; j++)
				if (j != i) nearest[i] = Math.min(nearest[i], apart(set.get(i), set.get(
					j), spread));
		}
		Arrays.sort(nearest);
		return nearest[(int) Math.ceil(WITHIN * nearest.length) - 1];
	}

	private static float[] toArray(final List<Float> numbers) {
		final float[] array = new float[numbers.size()];
		for (int i = 0; i < array.length; i++)
			array[i] = numbers.get(i);
		return array;
	}

	/**
	 * @param p all of a plugin's tensors, of which its own are taken
	 * @throws sc.fiji.stablesam.StableSamException if one is missing or of
	 *           another shape
	 */
	static Optional<KnownImages> take(final Parameters p, final long channels) {
		final Parameters known = p.of(NAME);
		if (!known.has(IMAGES)) return Optional.empty();
		final long[] shape = known.shape(IMAGES);
		final int count = shape.length == 0 ? 0 : (int) shape[0];
		final float[][] images = new float[count][(int) channels];
		final FloatBuffer numbers = known.numbers(IMAGES, count, channels);
		for (final float[] image : images)
			numbers.get(image);
		return Optional.of(new KnownImages(images, array(known, SPREAD, channels),
			array(known, REACH, count)));
	}

	private static float[] array(final Parameters known, final String name,
		final long size)
	{
		final float[] array = new float[(int) size];
		known.numbers(name, size).get(array);
		return array;
	}

	/** @return for a plugin's file: the shapes of its tensors, by name */
	public Map<String, long[]> shapes() {
		final Map<String, long[]> shapes = new LinkedHashMap<>();
		shapes.put(NAME + "." + IMAGES, new long[] { images.length,
			spread.length });
		shapes.put(NAME + "." + SPREAD, new long[] { spread.length });
		shapes.put(NAME + "." + REACH, new long[] { reach.length });
		return shapes;
	}

	/** @return for a plugin's file: the numbers of a tensor, last axis fastest */
	public float[] numbers(final String name) {
		if (name.equals(NAME + "." + SPREAD)) return spread.clone();
		if (name.equals(NAME + "." + REACH)) return reach.clone();
		final FloatBuffer numbers = FloatBuffer.allocate(images.length *
			spread.length);
		for (final float[] image : images)
			numbers.put(image);
		return numbers.array();
	}

	/**
	 * @param image the mean token of one
	 * @return how far it is from the image in whose reach it is most: 0 for one
	 *         of them, up to 1 for most others of their kinds
	 */
	public double distance(final float[] image) {
		double least = Double.POSITIVE_INFINITY;
		for (int i = 0; i < images.length; i++)
			least = Math.min(least, apart(image, images[i], spread) / reach[i]);
		return least;
	}

	/** @return root mean square over the channels, in units of their spread */
	private static double apart(final float[] one, final float[] other,
		final float[] spread)
	{
		double sum = 0;
		for (int c = 0; c < spread.length; c++) {
			final double apart = (one[c] - other[c]) / spread[c];
			sum += apart * apart;
		}
		return Math.sqrt(sum / spread.length);
	}
}
