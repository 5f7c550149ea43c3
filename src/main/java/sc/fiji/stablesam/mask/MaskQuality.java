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

package sc.fiji.stablesam.mask;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * The model's opinion of a mask, each from 0 to 1: the predicted IoU with the
 * true object; the stability, how alike the masks are that slightly other
 * prompts give; the routing weight, how much of what the Stable-SAM plugin read
 * of the image was its own choice; and the familiarity, how like the image is
 * to those that the plugin has learnt from. All but the first can be absent.
 * Immutable.
 */
public final class MaskQuality {

	/** Masks of less stability depend on how carefully the prompt was drawn. */
	public static final double STABLE = 0.8;

	/** In images of less familiarity the network alone counts for more. */
	public static final double FAMILIAR = 0.5;

	private final float predictedIou;
	private final OptionalDouble stability;
	private final OptionalDouble routingWeight;
	private final OptionalDouble familiarity;

	private MaskQuality(final float predictedIou, final OptionalDouble stability,
		final OptionalDouble routingWeight, final OptionalDouble familiarity)
	{
		this.predictedIou = predictedIou;
		this.stability = stability;
		this.routingWeight = routingWeight;
		this.familiarity = familiarity;
	}

	/** @return with the predicted IoU only */
	public static MaskQuality of(final float predictedIou) {
		return new MaskQuality(predictedIou, OptionalDouble.empty(), OptionalDouble
			.empty(), OptionalDouble.empty());
	}

	/** @return with predicted IoU and stability only */
	public static MaskQuality of(final float predictedIou,
		final double stability)
	{
		return of(predictedIou).withStability(stability);
	}

	/** @return this opinion with the given predicted IoU in place of its own */
	public MaskQuality withPredictedIou(final float newIou) {
		return new MaskQuality(newIou, stability, routingWeight, familiarity);
	}

	/** @return this opinion with the given stability in place of its own */
	public MaskQuality withStability(final double newStability) {
		return new MaskQuality(predictedIou, OptionalDouble.of(newStability),
			routingWeight, familiarity);
	}

	/** @return this opinion with the given routing weight, or without any */
	public MaskQuality withRoutingWeight(final OptionalDouble newWeight) {
		return new MaskQuality(predictedIou, stability, newWeight, familiarity);
	}

	/** @return this opinion with the given familiarity, or without any */
	public MaskQuality withFamiliarity(final OptionalDouble newFamiliarity) {
		return new MaskQuality(predictedIou, stability, routingWeight,
			newFamiliarity);
	}

	public float predictedIou() {
		return predictedIou;
	}

	/**
	 * @return the mean IoU of the masks from jittered copies of the prompt with
	 *         their union; absent if it was not measured
	 */
	public OptionalDouble stability() {
		return stability;
	}

	/**
	 * @return near 0 if the prompt was good enough for the network as it is, near
	 *         1 if the plugin took over; absent without a plugin
	 */
	public OptionalDouble routingWeight() {
		return routingWeight;
	}

	/**
	 * @return 1 in an image like those that the plugin has learnt from, 0 in one
	 *         that is unlike all of them, where most of the answer is the
	 *         network's alone; absent without a plugin, or with one that does not
	 *         say what it has learnt from
	 */
	public OptionalDouble familiarity() {
		return familiarity;
	}

	/** @return whether a person should look at this mask: it is not stable */
	public boolean isUnstable() {
		return stability.orElse(1) < STABLE;
	}

	/** @return whether the plugin counts for less than the network alone */
	public boolean isUnfamiliar() {
		return familiarity.orElse(1) < FAMILIAR;
	}

	@Override
	public boolean equals(final Object o) {
		if (!(o instanceof MaskQuality)) return false;
		final MaskQuality q = (MaskQuality) o;
		return Float.compare(q.predictedIou, predictedIou) == 0 && q.stability
			.equals(stability) && q.routingWeight.equals(routingWeight) &&
			q.familiarity.equals(familiarity);
	}

	@Override
	public int hashCode() {
		return Objects.hash(predictedIou, stability, routingWeight, familiarity);
	}

	@Override
	public String toString() {
		final StringBuilder text = new StringBuilder("predicted IoU ").append(
			predictedIou);
		stability.ifPresent(s -> text.append(", stability ").append(s));
		routingWeight.ifPresent(w -> text.append(", routing weight ").append(w));
		familiarity.ifPresent(f -> text.append(", familiarity ").append(f));
		return text.toString();
	}
}
