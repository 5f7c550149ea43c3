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

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Whose answer is shown of the object that is being drawn: who draws faster
 * than there are answers sees those to what was. For the event thread.
 */
final class Answers {

	/** Since the button went down, without answer; the oldest is first. */
	private final Deque<Stage> asked = new ArrayDeque<>();
	private Present shown;

	/** The button goes down. */
	void begin() {
		asked.clear();
	}

	/** NB: Answers are large, so that only what has none is remembered. */
	void ask(final Stage stage) {
		asked.add(stage);
	}

	/** @param present what is drawn now, answered to be shown; or null */
	void show(final Present present) {
		shown = present;
	}

	/**
	 * @param stage has an answer
	 * @param present what is drawn now
	 * @return whether it is shown
	 */
	boolean answered(final Stage stage, final Present present) {
		final boolean wasAsked = asked.contains(stage);
		while (wasAsked && asked.remove() != stage) {
			// NB: who is asked about something newer leaves older things out.
		}
		if (present.stage() == stage) shown = present;
		else if (wasAsked && !present.found().isPresent()) shown = present.at(
			stage);
		else return false;
		return true;
	}

	/** @return what stands for the object until it is answered itself */
	Optional<Present> shown() {
		return Optional.ofNullable(shown);
	}
}
