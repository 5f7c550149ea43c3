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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.LongStream;

/**
 * Where in the picture one output of the mask decoder is looked at, and how
 * closely: the image tokens round what was put into it, of large regions every
 * second one each way, and of the 16 logits of a token as many as a budget
 * allows. Of the tokens outside, every second one each way stands for its
 * neighbours. Immutable.
 */
public final class MaskRegion {

	/** How much is looked at round what was put in, as a share of its side. */
	private static final double MARGIN = 0.5;

	/** The least margin, in pixels of the picture. */
	private static final double LEAST_MARGIN = 32;

	/** The most tokens of a region that are all looked at. */
	private static final int TOKENS = 1024;

	/** The most logits of a region. */
	private static final int LOGITS = 4096;

	/** Tokens and logits are sparse by this factor each way. */
	private static final int STEP = 2;

	private static final int SIDE = PromptEncoder.SIDE;

	private final int output;
	private final double minX;
	private final double minY;
	private final double maxX;
	private final double maxY;

	private MaskRegion(final int output, final double minX, final double minY,
		final double maxX, final double maxY)
	{
		this.output = output;
		this.minX = minX;
		this.minY = minY;
		this.maxX = maxX;
		this.maxY = maxY;
	}

	/**
	 * @param output of the mask decoder, counting from 0
	 * @return a region that nothing was put into yet, which stands for the whole
	 *         picture
	 */
	public static MaskRegion of(final int output) {
		if (output < 0 || output >= MaskProposals.OUTPUTS)
			throw new IllegalArgumentException("There is no output " + output + ".");
		return new MaskRegion(output, Double.POSITIVE_INFINITY,
			Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY,
			Double.NEGATIVE_INFINITY);
	}

	/**
	 * @param x in pixels of the 1024-pixel picture
	 * @param y in pixels of the 1024-pixel picture
	 * @return this region with this place in it
	 */
	public MaskRegion with(final double x, final double y) {
		return new MaskRegion(output, Math.min(minX, x), Math.min(minY, y), Math
			.max(maxX, x), Math.max(maxY, y));
	}

	int output() {
		return output;
	}

	/** @return the places of the region's tokens in the token map, row by row */
	long[] tokens() {
		final int step = isSparse() ? STEP : 1;
		return places(i -> isInside(i) && isOnGrid(i, step));
	}

	/** @return the places of the tokens that stand for all outside the region */
	long[] tokensOutside() {
		return places(i -> !isInside(i) && isOnGrid(i, STEP));
	}

	/** @return {@link #tokens} followed by {@link #tokensOutside} */
	long[] counted() {
		return LongStream.concat(LongStream.of(tokens()), LongStream.of(
			tokensOutside())).toArray();
	}

	/**
	 * @return for each place of the token map the one that stands for it, as its
	 *         index in {@link #counted}
	 */
	long[] nearest() {
		final Map<Long, Long> index = new HashMap<>();
		for (final long place : counted())
			index.put(place, (long) index.size());
		return LongStream.range(0, SIDE * SIDE).map(place -> index.getOrDefault(
			place, index.get(onGrid(place)))).toArray();
	}

	private static long onGrid(final long place) {
		final long x = place % SIDE;
		final long y = place / SIDE;
		return (y - y % STEP) * SIDE + x - x % STEP;
	}

	/**
	 * @return how many tokens one outside stands for, if one inside for itself
	 */
	int weightOutside() {
		return isSparse() ? 1 : STEP * STEP;
	}

	/** @return how many logits of each quarter of a token are looked at */
	int logitsAQuarter() {
		return tokens().length * Quads.QUARTERS * Quads.QUARTERS <= LOGITS
			? Quads.QUARTERS : 1;
	}

	private boolean isSparse() {
		return (end(minX, maxX) - first(minX, maxX)) * (end(minY, maxY) - first(
			minY, maxY)) > TOKENS;
	}

	private boolean isInside(final int i) {
		return i % SIDE >= first(minX, maxX) && i % SIDE < end(minX, maxX) && i /
			SIDE >= first(minY, maxY) && i / SIDE < end(minY, maxY);
	}

	private static boolean isOnGrid(final int i, final int step) {
		return i % SIDE % step == 0 && i / SIDE % step == 0;
	}

	private static long[] places(final IntPredicate wanted) {
		final List<Integer> places = new ArrayList<>();
		for (int i = 0; i < SIDE * SIDE; i++)
			if (wanted.test(i)) places.add(i);
		return places.stream().mapToLong(i -> i).toArray();
	}

	/** NB: Even, so that what is outside divides into whole blocks. */
	private static int first(final double min, final double max) {
		if (max < min) return 0;
		final double from = (min - margin(min, max) + 0.5) / SamConfig.STRIDE;
		return STEP * (int) Math.floor(Math.max(0, Math.min(SIDE - 1, from)) /
			STEP);
	}

	private static int end(final double min, final double max) {
		if (max < min) return SIDE;
		final double to = (max + margin(min, max) + 0.5) / SamConfig.STRIDE;
		return STEP * (int) Math.ceil(Math.max(1, Math.min(SIDE, to)) / STEP);
	}

	private static double margin(final double min, final double max) {
		return Math.max(LEAST_MARGIN, MARGIN * (max - min));
	}
}
