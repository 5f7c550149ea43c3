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

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** How often each kind of prompt is drawn. Immutable. */
public final class PromptMix {

	private final Map<PromptKind, Double> weights;

	private PromptMix(final Map<PromptKind, Double> weights) {
		this.weights = weights;
	}

	/**
	 * @param weights how often each kind is drawn, relative to the others
	 * @throws IllegalArgumentException if one is not a number from 0 on, or none
	 *           is above 0
	 */
	public static PromptMix of(final Map<PromptKind, Double> weights) {
		double sum = 0;
		for (final double weight : weights.values()) {
			if (!(weight >= 0 && Double.isFinite(weight)))
				throw new IllegalArgumentException(
					"A kind of prompt is drawn with a weight from 0 on, not " + weight +
						".");
			sum += weight;
		}
		if (sum <= 0) throw new IllegalArgumentException(
			"At least one kind of prompt is drawn.");
		return new PromptMix(Collections.unmodifiableMap(new EnumMap<>(weights)));
	}

	/** @return the kinds that people draw, the careless ones most often */
	public static PromptMix standard() {
		final Map<PromptKind, Double> weights = new EnumMap<>(PromptKind.class);
		weights.put(PromptKind.GT_BOX, 1.0);
		weights.put(PromptKind.NOISY_BOX, 3.0);
		weights.put(PromptKind.ONE_POINT, 2.0);
		weights.put(PromptKind.SOME_POINTS, 2.0);
		weights.put(PromptKind.COARSE_MASK, 1.0);
		weights.put(PromptKind.BOX_AND_BACKGROUND, 1.0);
		return of(weights);
	}

	/**
	 * @param text such as {@code noisy_box=3,1_point=1}
	 * @throws IllegalArgumentException if it is not understood
	 */
	public static PromptMix parse(final String text) {
		final Map<PromptKind, Double> weights = new EnumMap<>(PromptKind.class);
		for (final String part : text.split(",")) {
			final String[] sides = part.trim().split("=", -1);
			if (sides.length != 2) throw new IllegalArgumentException("'" + part +
				"' is not of the form kind=weight, such as noisy_box=3.");
			weights.put(PromptKind.parse(sides[0].trim()), number(sides[1].trim()));
		}
		return of(weights);
	}

	private static double number(final String text) {
		try {
			return Double.parseDouble(text);
		}
		catch (final NumberFormatException e) {
			throw new IllegalArgumentException("'" + text + "' is not a number.", e);
		}
	}

	PromptKind draw(final SplittableRandom random) {
		final double sum = weights.values().stream().mapToDouble(
			Double::doubleValue).sum();
		double left = random.nextDouble() * sum;
		PromptKind last = null;
		for (final Map.Entry<PromptKind, Double> entry : weights.entrySet()) {
			if (entry.getValue() <= 0) continue;
			last = entry.getKey();
			left -= entry.getValue();
			if (left < 0) break;
		}
		return last;
	}

	@Override
	public String toString() {
		return weights.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue())
			.collect(Collectors.joining(","));
	}
}
