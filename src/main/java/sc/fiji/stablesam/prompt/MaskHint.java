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

package sc.fiji.stablesam.prompt;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.BooleanType;

/**
 * A rough idea of the object's mask: either drawn by a person, in image
 * coordinates, or the low-resolution logits of an earlier answer for the same
 * image, fed back to refine it.
 */
public final class MaskHint {

	private final RandomAccessibleInterval<? extends BooleanType<?>> drawn;
	private final float[] logits;

	private MaskHint(
		final RandomAccessibleInterval<? extends BooleanType<?>> drawn,
		final float[] logits)
	{
		this.drawn = drawn;
		this.logits = logits;
	}

	/**
	 * @param mask [x, y] in image coordinates; false outside its interval. It is
	 *          not copied and must not change any more.
	 */
	public static MaskHint drawn(
		final RandomAccessibleInterval<? extends BooleanType<?>> mask)
	{
		if (mask.numDimensions() != 2) throw new IllegalArgumentException(
			"A mask hint has two dimensions, not " + mask.numDimensions() + ".");
		return new MaskHint(mask, null);
	}

	/** @param logits square, rows from top to bottom, in model coordinates */
	public static MaskHint logits(final float[] logits) {
		final int side = (int) Math.round(Math.sqrt(logits.length));
		if (side * side != logits.length || side == 0)
			throw new IllegalArgumentException(
				"Low-resolution logits are square, not " + logits.length + " values.");
		return new MaskHint(null, logits.clone());
	}

	public boolean isDrawn() {
		return drawn != null;
	}

	/** @throws IllegalStateException unless {@link #isDrawn()} */
	public RandomAccessibleInterval<? extends BooleanType<?>> drawnMask() {
		if (drawn == null) throw new IllegalStateException(
			"This hint holds logits.");
		return drawn;
	}

	/** @throws IllegalStateException if {@link #isDrawn()} */
	public float[] logits() {
		if (logits == null) throw new IllegalStateException(
			"This hint holds a drawn mask.");
		return logits.clone();
	}
}
