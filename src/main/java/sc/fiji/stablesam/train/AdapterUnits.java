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

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What stands between the two layers of a plugin's token adapter: hidden units,
 * each a row of the first layer and a column of the second. They do not depend
 * on each other, and so can be taken over by an adapter of another width.
 */
final class AdapterUnits {

	private static final String DOWN = ".adapter.down.weight";

	/** [count, C] */
	private final float[] down;
	/** [count] */
	private final float[] bias;
	/** [C, count] */
	private final float[] up;

	private AdapterUnits(final PluginWeights weights, final String place) {
		down = weights.array(place + DOWN);
		bias = weights.array(place + ".adapter.down.bias");
		up = weights.array(place + ".adapter.up.weight");
	}

	/**
	 * In each place where both plugins have an adapter, puts the units of one in
	 * place of the other's first ones, and the strongest if there are too many.
	 */
	static void takeOver(final PluginWeights from, final PluginWeights to) {
		for (final String name : from.names())
			if (name.endsWith(DOWN) && to.names().contains(name)) {
				final String place = name.substring(0, name.length() - DOWN.length());
				new AdapterUnits(from, place).replaceThoseOf(new AdapterUnits(to,
					place));
			}
	}

	private void replaceThoseOf(final AdapterUnits others) {
		final List<Integer> units = strongest(others.bias.length);
		for (int i = 0; i < units.size(); i++)
			copy(units.get(i), others, i);
	}

	/** @return as many, in their order, or all if there are not so many */
	private List<Integer> strongest(final int count) {
		return IntStream.range(0, bias.length).boxed().sorted(Comparator
			.comparingDouble(unit -> -strength(unit))).limit(count).sorted().collect(
				Collectors.toList());
	}

	/** @return how far a unit can move a token */
	private double strength(final int unit) {
		double in = 0;
		double out = 0;
		for (int c = 0; c < channels(); c++) {
			in += square(down[unit * channels() + c]);
			out += square(up[c * bias.length + unit]);
		}
		return Math.sqrt(in * out);
	}

	private static double square(final float value) {
		return (double) value * value;
	}

	private int channels() {
		return down.length / bias.length;
	}

	private void copy(final int unit, final AdapterUnits to, final int place) {
		System.arraycopy(down, unit * channels(), to.down, place * channels(),
			channels());
		to.bias[place] = bias[unit];
		for (int c = 0; c < channels(); c++)
			to.up[c * to.bias.length + place] = up[c * bias.length + unit];
	}
}
