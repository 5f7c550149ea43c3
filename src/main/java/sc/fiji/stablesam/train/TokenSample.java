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
import java.util.SplittableRandom;

import sc.fiji.stablesam.image.ImageFrame;
import sc.fiji.stablesam.mask.Mask;

/**
 * The tokens of the image where an object's loss is looked at: those round the
 * object, and some of the others by chance, which stand for all others. It
 * costs a quarter of looking everywhere, and on average it is the same.
 * Immutable.
 */
final class TokenSample {

	/** Tokens a sample, unless the object is too large for it... */
	private static final int SIZE = 1024;
	/** ...of which so many are drawn by chance. */
	private static final int FAR = 256;

	private final int[] places;
	private final float[] weights;

	private TokenSample(final int[] places, final float[] weights) {
		this.places = places;
		this.weights = weights;
	}

	/** @param side of the token map */
	static TokenSample everywhere(final int side) {
		final int[] places = new int[side * side];
		Arrays.setAll(places, i -> i);
		final float[] weights = new float[places.length];
		Arrays.fill(weights, 1);
		return new TokenSample(places, weights);
	}

	/** @return whether the object fits well within a sample */
	static boolean suits(final Mask object, final ImageFrame tokens) {
		final double width = object.width() * tokens.scaleX();
		final double height = object.height() * tokens.scaleY();
		final double longest = Math.max(width, height) + 2;
		return longest * longest < (SIZE - FAR) / 2;
	}

	/** @param tokens frame of the image in the token map */
	static TokenSample round(final Mask object, final ImageFrame tokens,
		final SplittableRandom random)
	{
		final int side = tokens.side();
		final double[] distances = distances(object, tokens);
		final int[] sorted = sorted(distances);
		final int near = SIZE - FAR;
		final int[] places = Arrays.copyOf(sorted, SIZE);
		final float[] weights = new float[SIZE];
		Arrays.fill(weights, 0, near, 1);
		Arrays.fill(weights, near, SIZE, (float) (side * side - near) / FAR);
		final int[] far = Draws.some(side * side - near, FAR, random);
		for (int i = 0; i < FAR; i++)
			places[near + i] = sorted[near + far[i]];
		return new TokenSample(places, weights);
	}

	/** @return of each token from the object's box, along the longer axis */
	private static double[] distances(final Mask object,
		final ImageFrame tokens)
	{
		final double left = tokens.toModelX(object.minX());
		final double top = tokens.toModelY(object.minY());
		final double right = tokens.toModelX(object.minX() + object.width());
		final double bottom = tokens.toModelY(object.minY() + object.height());
		final int side = tokens.side();
		final double[] distances = new double[side * side];
		for (int i = 0; i < distances.length; i++) {
			final int x = i % side;
			final int y = i / side;
			distances[i] = Math.max(Math.max(left - x, x - right), Math.max(top - y,
				y - bottom));
		}
		return distances;
	}

	/** @return the places, the nearest first */
	private static int[] sorted(final double[] distances) {
		final Integer[] order = new Integer[distances.length];
		Arrays.setAll(order, i -> i);
		Arrays.sort(order, (a, b) -> Double.compare(distances[a], distances[b]));
		return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
	}

	int size() {
		return places.length;
	}

	/** @return the place of the i-th token in the map, row by row */
	int place(final int i) {
		return places[i];
	}

	/** @return how many tokens the i-th token stands for */
	float weight(final int i) {
		return weights[i];
	}
}
