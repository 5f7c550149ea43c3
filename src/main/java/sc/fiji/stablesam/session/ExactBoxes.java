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
import java.util.List;
import java.util.stream.Collectors;

import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.prompt.Prompt;

/**
 * Answers with a plugin, but leaves boxes that {@link BoxFit} takes for exact
 * to the network alone.
 */
final class ExactBoxes implements Answerer {

	private final Answerer stable;
	private final Answerer plain;

	/**
	 * @param stable answers with the plugin
	 * @param plain answers without
	 */
	ExactBoxes(final Answerer stable, final Answerer plain) {
		this.stable = stable;
		this.plain = plain;
	}

	@Override
	public List<Answer> answer(final List<Prompt> prompts) {
		final List<Answer> answers = new ArrayList<>(stable.answer(prompts));
		final List<Integer> possible = new ArrayList<>();
		for (int i = 0; i < answers.size(); i++)
			if (mayBeExact(prompts.get(i), answers.get(i).mask())) possible.add(i);
		if (possible.isEmpty()) return answers;
		final List<Answer> alone = plain.answer(possible.stream().map(prompts::get)
			.collect(Collectors.toList()));
		for (int i = 0; i < alone.size(); i++) {
			final Answer answer = answers.get(possible.get(i));
			if (isExact(answer.prompt(), alone.get(i).mask(), answer.mask())) answers
				.set(possible.get(i), answer.leftAlone(alone.get(i).mask()));
		}
		return answers;
	}

	@Override
	public List<Candidate> candidates(final Prompt prompt) {
		final List<Candidate> candidates = stable.candidates(prompt);
		final Mask answer = candidates.get(0).mask();
		if (!mayBeExact(prompt, answer)) return candidates;
		final List<Candidate> alone = plain.candidates(prompt);
		return isExact(prompt, alone.get(0).mask(), answer) ? alone.stream().map(
			Candidate::leftAlone).collect(Collectors.toList()) : candidates;
	}

	private static boolean mayBeExact(final Prompt prompt, final Mask answer) {
		return prompt.box().isPresent() && prompt.clicks().isEmpty() && !prompt
			.hint().isPresent() && BoxFit.mayBeExact(prompt.box().get(), answer);
	}

	private static boolean isExact(final Prompt prompt, final Mask alone,
		final Mask answer)
	{
		return BoxFit.isExact(prompt.box().get(), alone, answer);
	}
}
