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

/**
 * The model's opinion of a mask: the predicted IoU with the true object, and
 * the stability, the IoU of the masks thresholded a little above and a little
 * below zero (Segment Anything, appendix B, "Stable masks"). Both from 0 to 1.
 */
public final class MaskQuality {

	private final float predictedIou;
	private final float stability;

	private MaskQuality(final float predictedIou, final float stability) {
		this.predictedIou = predictedIou;
		this.stability = stability;
	}

	public static MaskQuality of(final float predictedIou,
		final float stability)
	{
		return new MaskQuality(predictedIou, stability);
	}

	public float predictedIou() {
		return predictedIou;
	}

	public float stability() {
		return stability;
	}

	@Override
	public boolean equals(final Object o) {
		if (!(o instanceof MaskQuality)) return false;
		final MaskQuality q = (MaskQuality) o;
		return Float.compare(q.predictedIou, predictedIou) == 0 && Float.compare(
			q.stability, stability) == 0;
	}

	@Override
	public int hashCode() {
		return Objects.hash(predictedIou, stability);
	}

	@Override
	public String toString() {
		return "predicted IoU " + predictedIou + ", stability " + stability;
	}
}
