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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import ij.gui.PointRoi;
import sc.fiji.stablesam.prompt.Click;

class PointClicksTest {

	@Test
	void pointsAreCentresOfPixels() {
		assertEquals(List.of(Click.foreground(3.5, 4.5)), new PointClicks(
			new PointRoi(3, 4)).read(10, 10, false));
	}

	@Test
	void altHoldsForThePointsThatAreNew() {
		final PointRoi roi = new PointRoi(3, 4);
		final PointClicks clicks = new PointClicks(roi);
		clicks.read(10, 10, false);
		roi.addPoint(5, 6);
		assertEquals(List.of(Click.foreground(3.5, 4.5), Click.background(5.5,
			6.5)), clicks.read(10, 10, true));
		roi.addPoint(7, 8);
		assertEquals(List.of(Click.foreground(3.5, 4.5), Click.background(5.5, 6.5),
			Click.foreground(7.5, 8.5)), clicks.read(10, 10, false));
	}

	@Test
	void otherCountersAreBackground() {
		final PointRoi roi = new PointRoi(3, 4);
		roi.setCounter(1);
		roi.addPoint(5, 6);
		assertEquals(List.of(Click.foreground(3.5, 4.5), Click.background(5.5,
			6.5)), new PointClicks(roi).read(10, 10, false));
	}

	@Test
	void pointsBesideTheImageDoNotCount() {
		final PointRoi roi = new PointRoi(3, 4);
		roi.addPoint(10, 6);
		assertEquals(List.of(Click.foreground(3.5, 4.5)), new PointClicks(roi).read(
			10, 10, false));
		assertEquals(List.of(), new PointClicks(new PointRoi(Double.NaN, 4)).read(
			10, 10, false));
	}

	@Test
	void eachSelectionHasItsOwn() {
		final PointRoi roi = new PointRoi(3, 4);
		assertTrue(new PointClicks(roi).isOf(roi));
		assertFalse(new PointClicks(roi).isOf(new PointRoi(3, 4)));
	}
}
