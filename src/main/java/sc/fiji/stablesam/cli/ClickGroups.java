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

package sc.fiji.stablesam.cli;

import java.util.ArrayList;
import java.util.List;

import sc.fiji.stablesam.ij.PromptSet;
import sc.fiji.stablesam.ij.RoiPrompt;
import sc.fiji.stablesam.ij.SkippedRoi;
import sc.fiji.stablesam.ij.SourceImage;
import sc.fiji.stablesam.prompt.Click;
import sc.fiji.stablesam.prompt.Prompt;

/**
 * Sorts clicks into objects: each foreground click starts one, background
 * clicks belong to the object before them.
 */
final class ClickGroups {

	private final SourceImage image;
	private final List<RoiPrompt> prompts = new ArrayList<>();
	private final List<SkippedRoi> skipped = new ArrayList<>();

	private int count;
	private boolean objectIsSkipped;

	ClickGroups(final SourceImage image) {
		this.image = image;
	}

	void add(final Click click) {
		final String name = "point " + ++count;
		final boolean inside = click.isInside(image.width(), image.height());
		if (click.isForeground()) objectIsSkipped = !inside;
		if (!inside) skipped.add(SkippedRoi.of(name, "lies outside the image"));
		else if (click.isForeground()) prompts.add(RoiPrompt.of(name, Prompt.of(
			click)));
		else if (objectIsSkipped) skipped.add(SkippedRoi.of(name,
			"belongs to a point that was skipped"));
		else extendLast(click);
	}

	PromptSet prompts() {
		return PromptSet.of(prompts, skipped);
	}

	private void extendLast(final Click click) {
		final int last = prompts.size() - 1;
		final RoiPrompt prompt = prompts.get(last);
		prompts.set(last, prompt.with(prompt.prompt().with(click)));
	}
}
