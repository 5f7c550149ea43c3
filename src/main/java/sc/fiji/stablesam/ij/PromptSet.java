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

/** The objects to segment, in order, and the ROIs that could not be used. */
public final class PromptSet {

	private static final PromptSet EMPTY = new PromptSet(Collections.emptyList(),
		Collections.emptyList());

	private final List<RoiPrompt> prompts;
	private final List<SkippedRoi> skipped;

	private PromptSet(final List<RoiPrompt> prompts,
		final List<SkippedRoi> skipped)
	{
		this.prompts = Collections.unmodifiableList(new ArrayList<>(prompts));
		this.skipped = Collections.unmodifiableList(new ArrayList<>(skipped));
	}

	public static PromptSet empty() {
		return EMPTY;
	}

	public static PromptSet of(final List<RoiPrompt> prompts) {
		return new PromptSet(prompts, Collections.emptyList());
	}

	public static PromptSet of(final List<RoiPrompt> prompts,
		final List<SkippedRoi> skipped)
	{
		return new PromptSet(prompts, skipped);
	}

	/** @return these prompts, followed by the other ones */
	public PromptSet and(final PromptSet other) {
		final List<RoiPrompt> allPrompts = new ArrayList<>(prompts);
		allPrompts.addAll(other.prompts);
		final List<SkippedRoi> allSkipped = new ArrayList<>(skipped);
		allSkipped.addAll(other.skipped);
		return new PromptSet(allPrompts, allSkipped);
	}

	public List<RoiPrompt> prompts() {
		return prompts;
	}

	/** @return what was left out, to be told to the user */
	public List<SkippedRoi> skipped() {
		return skipped;
	}
}
