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

package sc.fiji.stablesam.session;

import java.util.Optional;

import sc.fiji.stablesam.image.ImageFrame;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.prompt.Box;

/**
 * Decides which part of an image to look at more closely for an object of which
 * the network is not sure. SAM loses up to thirty points of IoU where an object
 * has only a few pixels of the network's picture; parts that show it larger
 * bring them back. Parts lie on a grid, so that neighbours share one.
 */
final class CloseUpRule {

	/**
	 * Who believes in more than this IoU does not look more closely: each part
	 * has to be encoded, for few objects...
	 */
	private static final double SURE = 0.9;

	/**
	 * ...and so does not who sees an object of which the longer side has more
	 * pixels of the network's picture...
	 */
	private static final double SMALL = 60;

	/**
	 * ...or than this, if no more is known of it than a mask found without a
	 * plugin, which is often too large where objects are small. Others are...
	 */
	private static final double SMALL_MASK = 150;

	/** ...magnified so many times... */
	private static final int TIMES = 4;

	/** ...or more, so that it has at least so many pixels. */
	private static final double ENOUGH = 45;

	/** Parts that are smaller show nothing but interpolation. */
	private static final long SMALLEST = 32;

	private final ImageFrame frame;

	/** @param frame of the whole image */
	CloseUpRule(final ImageFrame frame) {
		this.frame = frame;
	}

	/**
	 * NB: In a close-up, the network finds alone what fills its box, whatever it
	 * is, so that nothing tells there which boxes fit; those that do stay out.
	 *
	 * @param answer from the whole image
	 * @return the part in which its object may be seen better
	 */
	Optional<ImageFrame> part(final Answer answer) {
		final Mask mask = answer.mask();
		if (!answer.isUnsure() || answer.fit() != BoxFit.LOOSE || mask.quality()
			.predictedIou() >= SURE) return Optional.empty();
		final Optional<Box> box = answer.prompt().box();
		if (box.isPresent()) return part(box.get(), SMALL);
		return mask.isEmpty() ? Optional.empty() : part(Box.around(mask.interval()),
			mask.quality().routingWeight().isPresent() ? SMALL : SMALL_MASK);
	}

	/** @param limit from which on the longer side is large enough */
	Optional<ImageFrame> part(final Box extent, final double limit) {
		final double seen = Math.max(extent.width() * frame.scaleX(), extent
			.height() * frame.scaleY());
		if (seen >= limit) return Optional.empty();
		long width = frame.width();
		long height = frame.height();
		for (int times = 1; (times < TIMES || seen * times < ENOUGH) && Math.min(
			width, height) >= 2 * SMALLEST; times *= 2)
		{
			width = (width + 1) / 2;
			height = (height + 1) / 2;
		}
		if (width == frame.width()) return Optional.empty();
		return Optional.of(frame.part(first(extent.minX() + extent.width() / 2,
			width, frame.width()), first(extent.minY() + extent.height() / 2, height,
				frame.height()), width, height));
	}

	/** @return the grid's place that has the centre nearest to its own */
	private static long first(final double centre, final long length,
		final long all)
	{
		final double stride = length / 2.0;
		final long place = Math.round((centre - stride) / stride);
		return Math.max(0, Math.min(all - length, Math.round(place * stride)));
	}

	/**
	 * @param mask found in the part
	 * @return whether it is all of the object: it does not end where the part
	 *         ends and the image goes on
	 */
	boolean isWithin(final Mask mask, final ImageFrame part) {
		return !mask.isEmpty() && mayEnd(mask.minX(), part.minX(), frame.minX()) &&
			mayEnd(mask.minY(), part.minY(), frame.minY()) && mayEnd(mask.minX() +
				mask.width(), part.minX() + part.width(), frame.minX() + frame
					.width()) && mayEnd(mask.minY() + mask.height(), part.minY() + part
						.height(), frame.minY() + frame.height());
	}

	/** @return whether an object that seems to end at a place can do so */
	private static boolean mayEnd(final long place, final long part,
		final long whole)
	{
		return place != part || part == whole;
	}
}
