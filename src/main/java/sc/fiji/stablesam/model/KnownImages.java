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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The images that a plugin has learnt from, each by the
 * {@link ImageEmbedding#meanToken mean of its tokens}, to tell how unlike them
 * another one is: the distance to the nearest of them (Sun et al.,
 * Out-of-Distribution Detection with Deep Nearest Neighbors, ICML 2022), each
 * channel in units of its spread within the data sets. Immutable, thread-safe.
 */
public final class KnownImages {

	private static final String NAME = "known";
	private static final String IMAGES = "images";
	private static final String SPREAD = "spread";

	/** Channels that hardly differ in any data set do not count for more. */
	private static final float LEAST_SPREAD = 1e-3f;

	private final float[][] images;
	private final float[] spread;

	private KnownImages(final float[][] images, final float[] spread) {
		this.images = images;
		this.spread = spread;
	}

	/**
	 * @param sets the data sets, and of each image of these its mean token
	 * @return nothing if no set has two images, of which none can tell how much
	 *         images of one kind differ
	 */
	public static Optional<KnownImages> of(final List<List<float[]>> sets) {
		final List<float[]> all = new ArrayList<>();
		final List<double[]> variances = new ArrayList<>();
		for (final List<float[]> set : sets) {
			all.addAll(set);
			if (set.size() > 1) variances.add(variances(set));
		}
		return variances.isEmpty() ? Optional.empty() : Optional.of(new KnownImages(
			all.toArray(new float[0][]), spread(variances)));
	}

	private static double[] variances(final List<float[]> set) {
		final double[] variances = new double[set.get(0).length];
		for (int c = 0; c < variances.length; c++) {
			double sum = 0;
			double squares = 0;
			for (final float[] image : set) {
				sum += image[c];
				squares += (double) image[c] * image[c];
			}
			final double mean = sum / set.size();
			variances[c] = Math.max(0, squares / set.size() - mean * mean);
		}
		return variances;
	}

	private static float[] spread(final List<double[]> variances) {
		final float[] spread = new float[variances.get(0).length];
		for (int c = 0; c < spread.length; c++) {
			double sum = 0;
			for (final double[] set : variances)
				sum += set[c];
			spread[c] = LEAST_SPREAD + (float) Math.sqrt(sum / variances.size());
		}
		return spread;
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
		final float[][] images = new float[shape.length == 0 ? 0
			: (int) shape[0]][(int) channels];
		final FloatBuffer numbers = known.numbers(IMAGES, images.length, channels);
		for (final float[] image : images)
			numbers.get(image);
		final float[] spread = new float[(int) channels];
		known.numbers(SPREAD, channels).get(spread);
		return Optional.of(new KnownImages(images, spread));
	}

	/** @return for a plugin's file: the shapes of its tensors, by name */
	public Map<String, long[]> shapes() {
		final Map<String, long[]> shapes = new LinkedHashMap<>();
		shapes.put(NAME + "." + IMAGES, new long[] { images.length,
			spread.length });
		shapes.put(NAME + "." + SPREAD, new long[] { spread.length });
		return shapes;
	}

	/** @return for a plugin's file: the numbers of a tensor, last axis fastest */
	public float[] numbers(final String name) {
		if (!name.equals(NAME + "." + IMAGES)) return spread.clone();
		final FloatBuffer numbers = FloatBuffer.allocate(images.length *
			spread.length);
		for (final float[] image : images)
			numbers.put(image);
		return numbers.array();
	}

	/**
	 * @param image the mean token of one
	 * @return root mean square over the channels of how far it is from the
	 *         nearest image, in units of their spread; 0 for one of them
	 */
	public double distance(final float[] image) {
		double least = Double.POSITIVE_INFINITY;
		for (final float[] known : images)
			least = Math.min(least, squares(image, known));
		return Math.sqrt(least / spread.length);
	}

	private double squares(final float[] image, final float[] known) {
		double sum = 0;
		for (int c = 0; c < spread.length; c++) {
			final double apart = (image[c] - known[c]) / spread[c];
			sum += apart * apart;
		}
		return sum;
	}
}
