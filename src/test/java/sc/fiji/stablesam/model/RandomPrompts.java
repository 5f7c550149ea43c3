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

package sc.fiji.stablesam.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import sc.fiji.stablesam.model.PromptBatch.Label;
import sc.fiji.stablesam.model.PromptBatch.Points;

/** Prompts of all kinds in a picture of 1024 x 1024 pixels. */
final class RandomPrompts {

	private final Random random;

	RandomPrompts(final long seed) {
		random = new Random(seed);
	}

	/** Boxes, clicks with signs, both, and each of them with a mask, in turn. */
	List<PromptBatch> next(final int count, final float[] mask) {
		final List<PromptBatch> prompts = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			final Points points = new Points();
			if (i % 5 == 0 || i % 5 == 3) box(points);
			if (i % 5 != 0) click(points, Label.FOREGROUND);
			if (i % 5 == 2) click(points, Label.FOREGROUND);
			if (i % 5 == 2 || i % 5 == 3) click(points, Label.BACKGROUND);
			final List<float[]> masks = i % 5 == 4 ? List.of(mask) : List.of();
			prompts.add(PromptBatch.of(List.of(points), masks));
		}
		return prompts;
	}

	private void box(final Points points) {
		final double x = random.nextDouble() * 900;
		final double y = random.nextDouble() * 900;
		points.add(x, y, Label.BOX_MIN).add(x + 10 + random.nextDouble() * 110, y +
			10 + random.nextDouble() * 110, Label.BOX_MAX);
	}

	private void click(final Points points, final Label label) {
		points.add(random.nextDouble() * 1024, random.nextDouble() * 1024, label);
	}
}
