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

package sc.fiji.stablesam.ij.drawing;

import java.util.Optional;

import sc.fiji.stablesam.prompt.Prompt;
import sc.fiji.stablesam.prompt.Refinement;

/**
 * One step on the way to an object: all that was pointed at up to here, and
 * which mask of the step before it refines. What was answered once is
 * remembered. Compared by identity. Thread-safe.
 */
final class Stage {

	private final Stage before;
	private final Choice choice;
	private final Prompt prompt;
	private volatile Found found;

	private Stage(final Stage before, final Choice choice, final Prompt prompt) {
		this.before = before;
		this.choice = choice;
		this.prompt = prompt;
	}

	/** @return the first step */
	static Stage first(final Prompt prompt) {
		return new Stage(null, Choice.FIRST, prompt);
	}

	/**
	 * @param chosen which of this step's masks is meant
	 * @param more this step's prompt and one thing more
	 */
	Stage then(final Choice chosen, final Prompt more) {
		return new Stage(this, chosen, more);
	}

	/** @return the same steps, of which nothing is known yet */
	Stage anew() {
		return new Stage(before == null ? null : before.anew(), choice, prompt);
	}

	/** @return whether the other is one of the steps before this */
	boolean isAfter(final Stage other) {
		return before != null && (before == other || before.isAfter(other));
	}

	Optional<Stage> before() {
		return Optional.ofNullable(before);
	}

	/** @return which mask of the step before this, which there is, is refined */
	int choice() {
		return before.found().map(choice::in).orElseGet(choice::number);
	}

	/** @return without the mask that is fed back */
	Prompt prompt() {
		return prompt;
	}

	/** @return the same steps, to be gone again */
	Refinement refinement() {
		return before == null ? Refinement.of(prompt) : before.refinement()
			.choosing(choice()).with(prompt.clicks().get(prompt.clicks().size() - 1));
	}

	/** @return once there is an answer */
	Optional<Found> found() {
		return Optional.ofNullable(found);
	}

	void answered(final Found answer) {
		found = answer;
	}
}
