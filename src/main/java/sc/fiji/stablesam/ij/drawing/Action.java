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

/** What a person does with what was drawn, by a key or a button. */
public enum Action {

		/** Takes the object into the results. */
		ACCEPT("Accept", "Enter or T"),
		/** Forgets the object. */
		DISCARD("Discard", "Esc"),
		/** Takes the next of the masks that the prompt may mean. */
		NEXT_MASK("Next mask", "Tab"),
		/** Takes back the last click, object or acceptance. */
		UNDO("Undo", "Ctrl+Z"),
		/** Does again what was taken back. */
		REDO("Redo", "Shift+Ctrl+Z"),
		/** Hides the object that is being drawn, or shows it again. */
		HIDE("Hide / show", "G");

	private final String label;
	private final String key;

	Action(final String label, final String key) {
		this.label = label;
		this.key = key;
	}

	/** @return the name of its key, for people */
	public String key() {
		return key;
	}

	/** @return for people */
	@Override
	public String toString() {
		return label;
	}
}
