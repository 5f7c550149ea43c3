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

/**
 * Random numbers that depend on what they are for and on nothing else: not on
 * what was drawn before, nor on the order of threads.
 */
final class Draws {

	/** The odd number that is nearest to 2^64 over the golden ratio. */
	private static final long GOLDEN = 0x9e3779b97f4a7c15L;

	private Draws() {}

	/**
	 * @param purpose in words
	 * @param numbers that tell apart draws of one purpose
	 * @return the random numbers of this seed for this purpose
	 */
	static SplittableRandom random(final long seed, final String purpose,
		final int... numbers)
	{
		long key = mix(seed + GOLDEN);
		for (int i = 0; i < purpose.length(); i++)
			key = mix(key * GOLDEN + purpose.charAt(i));
		for (final int number : numbers)
			key = mix(key * GOLDEN + number);
		return new SplittableRandom(key);
	}

	/** Spreads each bit over all (Stafford's 13th variant of MurmurHash3's). */
	private static long mix(final long bits) {
		long z = (bits ^ bits >>> 30) * 0xbf58476d1ce4e5b9L;
		z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
		return z ^ z >>> 31;
	}

	/**
	 * @return so many different numbers from 0 to {@code n - 1}, in ascending
	 *         order; with equal random numbers, fewer are a part of more
	 */
	static int[] some(final int n, final int count,
		final SplittableRandom random)
	{
		final int[] all = new int[n];
		Arrays.setAll(all, i -> i);
		for (int i = 0; i < Math.min(n, count); i++) {
			final int j = random.nextInt(i, n);
			final int chosen = all[j];
			all[j] = all[i];
			all[i] = chosen;
		}
		final int[] some = Arrays.copyOf(all, Math.min(n, count));
		Arrays.sort(some);
		return some;
	}

	/** @return from the negative reach to the positive one, all alike */
	static double within(final double reach, final SplittableRandom random) {
		return reach * (2 * random.nextDouble() - 1);
	}
}
