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
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;

import org.junit.jupiter.api.Test;

import sc.fiji.stablesam.image.ImageFrame;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.mask.MaskQuality;
import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Click;
import sc.fiji.stablesam.prompt.MaskHint;
import sc.fiji.stablesam.prompt.Prompt;

public class PromptJitterTest {

	private static final int COPIES = 200;
	private static final int SIZE = 300;
	private static final ImageFrame FRAME = ImageFrame.stretched(SIZE, SIZE,
		1024);

	/** The pixels from 100 to 140 each way. */
	private static final Mask MASK = square(100, 40);

	private static final Box BOX = Box.of(100, 90, 50, 80);
	private static final Click ON = Click.foreground(101.5, 139.5);
	private static final Click OFF = Click.background(142, 120);

	@Test
	public void boxesAreOffByAFifth() {
		double least = 1, most = 0, left = 0, right = 0;
		for (final Prompt copy : copies(Prompt.of(BOX))) {
			final Box box = copy.box().get();
			final double x = ((box.minX() + box.maxX()) / 2 - 125) / 50;
			final double y = ((box.minY() + box.maxY()) / 2 - 130) / 80;
			assertTrue(Math.abs(x) <= 0.1 && Math.abs(y) <= 0.1, box.toString());
			assertEquals(1, box.width() / 50, 0.2);
			assertEquals(1, box.height() / 80, 0.2);
			least = Math.min(least, box.width() / 50);
			most = Math.max(most, box.height() / 80);
			left = Math.min(left, x);
			right = Math.max(right, y);
		}
		assertTrue(least < 0.85 && most > 1.15 && left < -0.07 && right > 0.07);
	}

	@Test
	public void boxesStayOnTheImage() {
		for (final Prompt copy : copies(Prompt.of(Box.of(-3, 250, 30, 60)))) {
			final Box box = copy.box().get();
			assertTrue(box.minX() >= 0 && box.maxY() <= SIZE, box.toString());
		}
		final Box edge = Box.of(SIZE - 0.01, 0, 50, 50);
		for (final Prompt copy : copies(Prompt.of(edge)))
			assertTrue(copy.box().get().minX() < SIZE, copy.toString());
	}

	@Test
	public void clicksStayOnTheObjectOrBesideIt() {
		final HashSet<Prompt> different = new HashSet<>();
		for (final Prompt copy : copies(Prompt.of(ON, OFF))) {
			assertEquals(2, copy.clicks().size());
			final Click on = copy.clicks().get(0);
			final Click off = copy.clicks().get(1);
			assertTrue(on.isForeground() && !off.isForeground());
			assertTrue(MASK.contains((int) on.x(), (int) on.y()), on.toString());
			assertFalse(MASK.contains((int) off.x(), (int) off.y()), off.toString());
			assertEquals(ON.x(), on.x(), 4);
			assertEquals(ON.y(), on.y(), 4);
			assertEquals(OFF.x(), off.x(), 4);
			different.add(copy);
		}
		assertEquals(COPIES, different.size());
	}

	@Test
	public void clickThatMissesTheObjectStays() {
		final Click missing = Click.foreground(20, 20);
		for (final Prompt copy : copies(Prompt.of(missing)))
			assertEquals(List.of(missing), copy.clicks());
		for (final Prompt copy : new PromptJitter(Mask.empty(MaskQuality.of(0)),
			FRAME).copies(Prompt.of(ON), 3))
			assertEquals(List.of(ON), copy.clicks());
	}

	@Test
	public void hintStays() {
		final MaskHint hint = MaskHint.logits(new float[4]);
		for (final Prompt copy : copies(Prompt.of(BOX).with(ON).with(hint))) {
			assertSame(hint, copy.hint().get());
			assertNotEquals(BOX, copy.box().get());
		}
		assertFalse(PromptJitter.canMove(Prompt.empty().with(hint)));
		assertTrue(PromptJitter.canMove(Prompt.of(ON)));
	}

	@Test
	public void promptIsAlwaysDrawnInTheSameWay() {
		assertEquals(texts(copies(Prompt.of(BOX).with(ON))), texts(copies(Prompt.of(
			Box.of(100, 90, 50, 80)).with(Click.foreground(101.5, 139.5)))));
		assertNotEquals(copies(Prompt.of(BOX)).get(0).box().get().width() / BOX
			.width(), copies(Prompt.of(Box.of(100, 90, 51, 80))).get(0).box().get()
				.width() / 51, 1e-6);
	}

	private static String texts(final List<Prompt> prompts) {
		return prompts.toString();
	}

	private static List<Prompt> copies(final Prompt prompt) {
		return new PromptJitter(MASK, FRAME).copies(prompt, COPIES);
	}

	private static Mask square(final int at, final int side) {
		final BitSet bits = new BitSet();
		bits.set(0, side * side);
		return Mask.ofBits(at, at, side, side, bits, MaskQuality.of(1));
	}
}
