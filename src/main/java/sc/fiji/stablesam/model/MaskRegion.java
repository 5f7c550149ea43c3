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

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Where in the picture the mask decoder looks, and how closely: at the image
 * tokens round what was put into it. Of the tokens outside, every second one
 * each way stands for its neighbours, and of large regions that is also what
 * prompt tokens read. A region that is only sampled has a budget: of large
 * ones, every second token each way counts, and of the 16 logits of a token as
 * many as there may be. Immutable.
 */
public final class MaskRegion {

	/** How much is looked at round what was put in, as a share of its side. */
	private static final double MARGIN = 0.25;

	/** The least margin, in pixels of the picture. */
	private static final double LEAST_MARGIN = 128;

	/** The most tokens of a region that are all read. */
	private static final int TOKENS = 1024;

	/** The most logits of a region. */
	private static final int LOGITS = 3 * 4096;

	/** Tokens and logits are sparse by this factor each way. */
	private static final int STEP = 2;

	private static final int SIDE = PromptEncoder.SIDE;

	private enum Detail {
			COMPLETE, SKIMMED, SAMPLED
	}

	private final Detail detail;
	private final double minX;
	private final double minY;
	private final double maxX;
	private final double maxY;
	/** Of the tokens. */
	private final int firstX;
	private final int endX;
	private final int firstY;
	private final int endY;

	private MaskRegion(final Detail detail, final double minX, final double minY,
		final double maxX, final double maxY)
	{
		this.detail = detail;
		this.minX = minX;
		this.minY = minY;
		this.maxX = maxX;
		this.maxY = maxY;
		firstX = first(minX, maxX);
		endX = end(minX, maxX);
		firstY = first(minY, maxY);
		endY = end(minY, maxY);
	}

	/**
	 * @return a region that nothing was put into yet, which stands for the whole
	 *         picture
	 */
	public static MaskRegion complete() {
		return empty(Detail.COMPLETE);
	}

	/** Like {@link #complete()}, but sparsely read if it is large. */
	public static MaskRegion skimmed() {
		return empty(Detail.SKIMMED);
	}

	/** Like {@link #complete()}, but with a budget if it is large. */
	public static MaskRegion sampled() {
		return empty(Detail.SAMPLED);
	}

	/** @return the same, with all tokens read that are counted */
	MaskRegion readThoroughly() {
		return new MaskRegion(detail == Detail.SKIMMED ? Detail.COMPLETE : detail,
			minX, minY, maxX, maxY);
	}

	private static MaskRegion empty(final Detail detail) {
		return new MaskRegion(detail, Double.POSITIVE_INFINITY,
			Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY,
			Double.NEGATIVE_INFINITY);
	}

	/**
	 * @param x in pixels of the 1024-pixel picture
	 * @param y in pixels of the 1024-pixel picture
	 * @return this region with this place in it
	 */
	public MaskRegion with(final double x, final double y) {
		return new MaskRegion(detail, Math.min(minX, x), Math.min(minY, y), Math
			.max(maxX, x), Math.max(maxY, y));
	}

	/** @return whether all tokens of the picture count */
	boolean isAll() {
		return !isSparse() && width() * height() == SIDE * SIDE;
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

	/** @return which of the {@link #counted} tokens are read */
	int[] read() {
		final long[] counted = counted();
		return IntStream.range(0, counted.length).filter(i -> !isSkimmed() ||
			isOnGrid((int) counted[i], STEP)).toArray();
	}

	/**
	 * @return for each place of the token map the one that stands for it, as its
	 *         index in {@link #read}
	 */
	long[] nearest() {
		final long[] index = new long[SIDE * SIDE];
		Arrays.fill(index, -1);
		final long[] counted = counted();
		final int[] read = read();
		for (int i = 0; i < read.length; i++)
			index[(int) counted[read[i]]] = i;
		return LongStream.range(0, SIDE * SIDE).map(place -> index[(int) place] < 0
			? index[onGrid((int) place)] : index[(int) place]).toArray();
	}

	private static int onGrid(final int place) {
		final int x = place % SIDE;
		final int y = place / SIDE;
		return (y - y % STEP) * SIDE + x - x % STEP;
	}

	/** @return logarithms of how much each token that is read counts */
	float[] weights() {
		final float[] weights = new float[read().length];
		if (!isSkimmed()) Arrays.fill(weights, tokens().length, weights.length,
			(float) Math.log(STEP * STEP));
		return weights;
	}

	/** @return how many logits of each quarter of a token are looked at */
	int logitsAQuarter() {
		return detail != Detail.SAMPLED || tokens().length * Quads.QUARTERS *
			Quads.QUARTERS <= LOGITS ? Quads.QUARTERS : 1;
	}

	private boolean isSparse() {
		return detail == Detail.SAMPLED && isLarge();
	}

	private boolean isSkimmed() {
		return detail != Detail.COMPLETE && isLarge();
	}

	private boolean isLarge() {
		return width() * height() > TOKENS;
	}

	private int width() {
		return endX - firstX;
	}

	private int height() {
		return endY - firstY;
	}

	private boolean isInside(final int i) {
		return i % SIDE >= firstX && i % SIDE < endX && i / SIDE >= firstY && i /
			SIDE < endY;
	}

	private static boolean isOnGrid(final int i, final int step) {
		return i % SIDE % step == 0 && i / SIDE % step == 0;
	}

	private static long[] places(final IntPredicate wanted) {
		return IntStream.range(0, SIDE * SIDE).filter(wanted).asLongStream()
			.toArray();
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
