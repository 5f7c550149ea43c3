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

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class HistoryTest {

	private final Scene[] scenes = new Scene[60];
	private final History history = new History();

	HistoryTest() {
		for (int i = 0; i < scenes.length; i++)
			scenes[i] = Scene.EMPTY.withoutPresent();
	}

	@Test
	void undoAndRedoGoBackAndForth() {
		history.changing(scenes[0]);
		history.changing(scenes[1]);
		assertSame(scenes[1], history.undo(scenes[2]).get());
		assertSame(scenes[0], history.undo(scenes[1]).get());
		assertFalse(history.undo(scenes[0]).isPresent());
		assertSame(scenes[1], history.redo(scenes[0]).get());
		assertSame(scenes[2], history.redo(scenes[1]).get());
		assertFalse(history.redo(scenes[2]).isPresent());
	}

	@Test
	void aNewChangeForgetsWhatWasUndone() {
		history.changing(scenes[0]);
		history.undo(scenes[1]);
		history.changing(scenes[0]);
		assertFalse(history.redo(scenes[2]).isPresent());
		assertSame(scenes[0], history.undo(scenes[2]).get());
	}

	@Test
	void onlyTheLastAreKept() {
		for (final Scene scene : scenes)
			history.changing(scene);
		for (int i = scenes.length - 1; i >= 10; i--)
			assertSame(scenes[i], history.undo(Scene.EMPTY).get());
		assertFalse(history.undo(Scene.EMPTY).isPresent());
	}
}
