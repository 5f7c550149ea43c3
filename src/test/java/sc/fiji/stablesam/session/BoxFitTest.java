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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.imglib2.FinalInterval;
import net.imglib2.type.logic.BoolType;
import net.imglib2.util.ConstantUtils;

import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.mask.MaskQuality;
import sc.fiji.stablesam.prompt.Box;

class BoxFitTest {

	private static final MaskQuality QUALITY = MaskQuality.of(1);
	private static final Box DRAWN = Box.of(10, 20, 40, 50);

	private static Mask rectangle(final long x, final long y, final long width,
		final long height)
	{
		return Mask.of(ConstantUtils.constantRandomAccessibleInterval(new BoolType(
			true), FinalInterval.createMinSize(x, y, width, height)), QUALITY);
	}

	@Test
	void isTheOverlapOfTheBoxes() {
		assertEquals(1, BoxFit.overlap(DRAWN, rectangle(10, 20, 40, 50)), 1e-12);
		assertEquals(0.5, BoxFit.overlap(DRAWN, rectangle(20, 20, 20, 50)), 1e-12);
		assertEquals(1 / 3.0, BoxFit.overlap(DRAWN, rectangle(30, 20, 40, 50)),
			1e-12);
		assertEquals(0, BoxFit.overlap(DRAWN, rectangle(50, 20, 9, 9)), 1e-12);
		assertEquals(0, BoxFit.overlap(DRAWN, Mask.empty(QUALITY)), 1e-12);
	}

	@ParameterizedTest
	@CsvSource({ "50,EXACT", "49,EXACT", "48,CLOSE", "44,CLOSE", "43,LOOSE" })
	void whatFillsABoxMakesItExact(final long height, final BoxFit fit) {
		final Mask plain = rectangle(10, 20, 40, height);
		assertEquals(fit, fit(plain, rectangle(10, 20, 30, 50)));
		assertEquals(fit, fit(plain, Mask.empty(QUALITY)));
		assertEquals(fit, fit(plain, plain));
	}

	private static BoxFit fit(final Mask plain, final Mask stable) {
		return BoxFit.of(DRAWN, plain, stable, 0.1);
	}

	@Test
	void whatIsSmallForTheLogitsNeedNotFitSoWell() {
		final Mask plain = rectangle(10, 20, 40, 47);
		assertEquals(BoxFit.CLOSE, BoxFit.of(DRAWN, plain, plain, 3));
		assertEquals(BoxFit.EXACT, BoxFit.of(DRAWN, plain, plain, 4));
	}

	@Test
	void whatIsFarFromItsBoxNeedsNoSecondLook() {
		assertTrue(BoxFit.mayBeClose(DRAWN, rectangle(10, 20, 25, 50)));
		assertFalse(BoxFit.mayBeClose(DRAWN, rectangle(10, 20, 20, 50)));
		assertFalse(BoxFit.mayBeClose(DRAWN, Mask.empty(QUALITY)));
	}

	@Test
	void whatFillsItLessThanThePluginsMaskDoesNot() {
		assertEquals(BoxFit.LOOSE, fit(rectangle(10, 22, 40, 46), rectangle(10, 20,
			40, 50)));
		assertEquals(BoxFit.LOOSE, fit(Mask.empty(QUALITY), Mask.empty(QUALITY)));
	}
}
