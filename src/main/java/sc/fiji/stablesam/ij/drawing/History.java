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

/** The scenes before and after the one that is seen. Not thread-safe. */
final class History {

	/** Scenes that are kept: each of their masks takes memory. */
	private static final int MOST = 50;

	private final Deque<Scene> before = new ArrayDeque<>();
	private final Deque<Scene> after = new ArrayDeque<>();

	/** @param scene that is about to be changed */
	void changing(final Scene scene) {
		before.push(scene);
		if (before.size() > MOST) before.removeLast();
		after.clear();
	}

	/** @return what was there before the given scene */
	Optional<Scene> undo(final Scene now) {
		return go(before, after, now);
	}

	/** @return what there was before it was undone */
	Optional<Scene> redo(final Scene now) {
		return go(after, before, now);
	}

	boolean canUndo() {
		return !before.isEmpty();
	}

	boolean canRedo() {
		return !after.isEmpty();
	}

	private static Optional<Scene> go(final Deque<Scene> from,
		final Deque<Scene> to, final Scene now)
	{
		if (from.isEmpty()) return Optional.empty();
		to.push(now);
		return Optional.of(from.pop());
	}
}
