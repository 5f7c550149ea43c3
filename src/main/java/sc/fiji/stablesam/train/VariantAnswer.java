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

import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

import sc.fiji.stablesam.mask.Mask;

/** What the variants make of one prompt. Immutable. */
public final class VariantAnswer {

	private final Map<Variant, Mask> masks;
	private final OptionalDouble routingWeight;

	private VariantAnswer(final Map<Variant, Mask> masks,
		final OptionalDouble routingWeight)
	{
		this.masks = masks;
		this.routingWeight = routingWeight;
	}

	/**
	 * @param masks the mask of each variant
	 * @param routingWeight how far the plugin took over, from 0 to 1; nothing
	 *          without a plugin
	 */
	public static VariantAnswer of(final Map<Variant, Mask> masks,
		final OptionalDouble routingWeight)
	{
		return new VariantAnswer(new EnumMap<>(masks), routingWeight);
	}

	/**
	 * @return in image coordinates; may be empty
	 * @throws IllegalArgumentException if this variant was not asked
	 */
	public Mask mask(final Variant variant) {
		final Mask mask = masks.get(variant);
		if (mask == null) throw new IllegalArgumentException(
			"There is no answer of the variant " + variant + ".");
		return mask;
	}

	/**
	 * @return the plugin's routing weight, from 0 (it stayed out) to 1; nothing
	 *         without a plugin
	 */
	public OptionalDouble routingWeight() {
		return routingWeight;
	}
}
