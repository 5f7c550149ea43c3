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

package sc.fiji.stablesam.prompt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.NativeBoolType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class MaskHintTest {

	@Test
	public void drawnHintKeepsTheDrawing() {
		final RandomAccessibleInterval<NativeBoolType> drawing = ArrayImgs.booleans(
			3, 2);
		final MaskHint hint = MaskHint.drawn(drawing);
		assertTrue(hint.isDrawn());
		assertSame(drawing, hint.drawnMask());
		assertThrows(IllegalStateException.class, hint::logits);
	}

	@Test
	public void logitsAreCopiedInAndOut() {
		final float[] logits = { 1, 2, 3, 4 };
		final MaskHint hint = MaskHint.logits(logits);
		logits[0] = 9;
		hint.logits()[1] = 9;
		assertFalse(hint.isDrawn());
		assertArrayEquals(new float[] { 1, 2, 3, 4 }, hint.logits());
		assertThrows(IllegalStateException.class, hint::drawnMask);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 2, 3, 65535 })
	public void logitsAreSquare(final int length) {
		final String message = assertThrows(IllegalArgumentException.class,
			() -> MaskHint.logits(new float[length])).getMessage();
		assertTrue(message.contains(" " + length + " "), message);
	}

	@Test
	public void drawingsAreFlat() {
		final String message = assertThrows(IllegalArgumentException.class,
			() -> MaskHint.drawn(ArrayImgs.booleans(2, 2, 2))).getMessage();
		assertEquals("A mask hint has two dimensions, not 3.", message);
	}
}
