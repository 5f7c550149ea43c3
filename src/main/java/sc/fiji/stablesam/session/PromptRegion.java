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

import sc.fiji.stablesam.image.ImageFrame;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.model.MaskRegion;
import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Click;
import sc.fiji.stablesam.prompt.Prompt;

/** Grows a {@link MaskRegion} by what lies in an image. Immutable. */
final class PromptRegion {

	private final ImageFrame frame;
	private final MaskRegion region;

	/** @param region to begin with */
	PromptRegion(final ImageFrame frame, final MaskRegion region) {
		this.frame = frame;
		this.region = region;
	}

	/** @return with the prompt's box and foreground */
	PromptRegion with(final Prompt prompt) {
		PromptRegion all = prompt.box().map(this::with).orElse(this);
		for (final Click click : prompt.clicks())
			if (click.isForeground()) all = all.with(click.x(), click.y());
		return all;
	}

	private PromptRegion with(final Box box) {
		return with(box.minX(), box.minY()).with(box.maxX(), box.maxY());
	}

	/** @return with all of the mask */
	PromptRegion with(final Mask mask) {
		return mask.isEmpty() ? this : with(mask.minX(), mask.minY()).with(mask
			.minX() + mask.width(), mask.minY() + mask.height());
	}

	private PromptRegion with(final double x, final double y) {
		return new PromptRegion(frame, region.with(frame.toModelX(x), frame
			.toModelY(y)));
	}

	MaskRegion region() {
		return region;
	}
}
