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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import sc.fiji.stablesam.prompt.Prompt;

/** Sorts prompts into batches that can be decoded together. */
final class PromptBatches {

	/** Prompts a batch: enough to gain by it, few enough to stay small. */
	static final int SIZE = 8;

	private PromptBatches() {}

	/**
	 * @return prompts of the same form, by their places in the list; none of them
	 *         empty
	 */
	static List<List<Integer>> of(final List<Prompt> prompts) {
		final Map<String, List<Integer>> open = new LinkedHashMap<>();
		final List<List<Integer>> all = new ArrayList<>();
		for (int i = 0; i < prompts.size(); i++) {
			final List<Integer> batch = open.computeIfAbsent(form(prompts.get(i)),
				form -> {
					final List<Integer> fresh = new ArrayList<>();
					all.add(fresh);
					return fresh;
				});
			batch.add(i);
			if (batch.size() == SIZE) open.values().remove(batch);
		}
		return all;
	}

	/** @return what prompts must have in common to go into one batch */
	static String form(final Prompt prompt) {
		return (prompt.box().isPresent() ? "b" : "") + prompt.clicks().size() +
			(prompt.hint().isPresent() ? "m" : "");
	}
}
