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

package sc.fiji.stablesam.ij;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import ij.ImagePlus;

import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Prompt;

/** Results for tests: masks that somebody has found. */
final class Results {

	private final SourceImage image;
	private final List<SegmentedObject> objects = new ArrayList<>();

	private Results(final ImagePlus imp) {
		image = SourceImage.of(imp);
	}

	static Results on(final ImagePlus imp) {
		return new Results(imp);
	}

	/** Adds objects on the current plane. */
	Results with(final Mask... masks) {
		for (final Mask mask : masks)
			at(PlanePosition.ANY, mask);
		return this;
	}

	Results at(final PlanePosition position, final Mask mask) {
		final int label = objects.size() + 1;
		final RoiPrompt prompt = RoiPrompt.of("box " + label, Prompt.of(Box.of(0, 0,
			1, 1))).at(position);
		objects.add(new SegmentedObject(label, prompt, mask, new Origin(image,
			"test model")));
		return this;
	}

	SegmentResult result() {
		return new SegmentResult(image, "test model", objects, Collections
			.emptyList());
	}
}
