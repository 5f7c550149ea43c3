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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public class ClickTest {

	@Test
	public void knowsItsSide() {
		assertTrue(Click.foreground(1.5, -2).isForeground());
		assertFalse(Click.background(1.5, -2).isForeground());
		assertEquals(1.5, Click.background(1.5, -2).x());
		assertEquals(-2, Click.background(1.5, -2).y());
	}

	@ParameterizedTest
	@CsvSource({ "NaN,1", "1,NaN", "Infinity,1", "1,-Infinity" })
	public void whatIsNoPlaceIsRefused(final double x, final double y) {
		final String message = assertThrows(IllegalArgumentException.class,
			() -> Click.foreground(x, y)).getMessage();
		assertTrue(message.contains(x + "," + y), message);
		assertThrows(IllegalArgumentException.class, () -> Click.background(x, y));
	}

	@ParameterizedTest
	@CsvSource({ "0,0,true", "9.99,7.99,true", "10,1,false", "1,8,false",
		"-0.01,1,false", "1,-0.01,false" })
	public void insideUpToTheFarEdges(final double x, final double y,
		final boolean inside)
	{
		assertEquals(inside, Click.foreground(x, y).isInside(10, 8));
	}

	@Test
	public void equalByValue() {
		assertEquals(Click.foreground(1, 2), Click.foreground(1, 2));
		assertEquals(Click.foreground(1, 2).hashCode(), Click.foreground(1, 2)
			.hashCode());
		assertNotEquals(Click.foreground(1, 2), Click.background(1, 2));
		assertNotEquals(Click.foreground(1, 2), Click.foreground(3, 2));
		assertNotEquals(Click.foreground(1, 2), Click.foreground(1, 3));
		assertNotEquals(Click.foreground(1, 2), "+1.0,2.0");
	}

	@Test
	public void negativeZeroIsZero() {
		assertEquals(Click.foreground(0, 0), Click.foreground(-0.0, -0.0));
		assertEquals(Click.foreground(0, 0).hashCode(), Click.foreground(-0.0, -0.0)
			.hashCode());
	}
}
