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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import net.imglib2.img.array.ArrayImgs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.stablesam.image.ImageFrame;
import sc.fiji.stablesam.model.BatchContents;
import sc.fiji.stablesam.model.PromptBatch.Label;
import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Click;
import sc.fiji.stablesam.prompt.MaskHint;
import sc.fiji.stablesam.prompt.Prompt;

public class PromptTranslatorTest {

	private static final int SIDE = 256;
	private static final Box BOX = Box.of(1, 2, 3, 4);
	private static final Click ON = Click.foreground(1, 2);
	private static final Click OFF = Click.background(3, 4);
	private static final MaskHint HINT = MaskHint.logits(new float[SIDE * SIDE]);

	/** An image of 512 x 256 in a picture of 1024 x 1024: scales 2 and 4. */
	private final PromptTranslator translator = translator(512, 256);

	@Test
	public void boxIsItsCorners() {
		final BatchContents batch = translated(Prompt.of(Box.of(10, 20, 30, 40)));
		assertEquals(2, batch.points());
		assertPoint(batch, 0, 19.5, 79.5, Label.BOX_MIN);
		assertPoint(batch, 1, 79.5, 239.5, Label.BOX_MAX);
		assertFalse(batch.hasMasks());
	}

	@Test
	public void clicksKeepTheirSigns() {
		final BatchContents batch = translated(Prompt.of(Click.foreground(0.25,
			0.125), Click.background(511.75, 255.875)));
		assertEquals(2, batch.points());
		assertPoint(batch, 0, 0, 0, Label.FOREGROUND);
		assertPoint(batch, 1, 1023, 1023, Label.BACKGROUND);
	}

	@Test
	public void boxComesBeforeClicks() {
		final BatchContents batch = translated(Prompt.of(OFF, ON).with(BOX));
		assertEquals(4, batch.points());
		assertEquals(Label.BOX_MIN, batch.label(0, 0));
		assertEquals(Label.BOX_MAX, batch.label(0, 1));
		assertEquals(Label.BACKGROUND, batch.label(0, 2));
		assertEquals(Label.FOREGROUND, batch.label(0, 3));
	}

	@Test
	public void boxPartlyOutsideIsClipped() {
		final BatchContents batch = translated(Prompt.of(Box.of(-10, 200, 20,
			1000)));
		assertPoint(batch, 0, -0.5, 799.5, Label.BOX_MIN);
		assertPoint(batch, 1, 19.5, 1023.5, Label.BOX_MAX);
	}

	@ParameterizedTest
	@CsvSource({ "512,0,5,5", "-5,0,5,5", "0,256,5,5", "9,-99,5,5" })
	public void boxWhollyOutsideIsRefused(final double x, final double y,
		final double width, final double height)
	{
		assertRefused(Prompt.of(Box.of(x, y, width, height)), "box " + x + "," + y);
	}

	@ParameterizedTest
	@CsvSource({ "512,0", "-0.1,0", "0,256", "0,-1" })
	public void clickOutsideIsRefused(final double x, final double y) {
		assertRefused(Prompt.of(Click.foreground(x, y)), "+" + x + "," + y);
		assertRefused(Prompt.of(BOX).with(Click.background(x, y)), "-" + x + "," +
			y);
	}

	@Test
	public void emptyPromptIsRefused() {
		assertThrows(IllegalArgumentException.class, () -> translator.translate(List
			.of(Prompt.empty())));
	}

	@Test
	public void logitsPassUnchanged() {
		final float[] logits = new float[SIDE * SIDE];
		for (int i = 0; i < logits.length; i++)
			logits[i] = i;
		final BatchContents batch = translated(Prompt.of(ON).with(MaskHint.logits(
			logits)));
		assertTrue(batch.hasMasks());
		assertArrayEquals(logits, batch.mask(0));
	}

	@Test
	public void logitsOfAnotherSizeAreRefused() {
		final String message = assertThrows(IllegalArgumentException.class,
			() -> translator.translate(List.of(Prompt.empty().with(MaskHint.logits(
				new float[64 * 64]))))).getMessage();
		assertTrue(message.contains("256 x 256") && message.contains("4096"),
			message);
	}

	@Test
	public void drawnMaskIsScaled() {
		final boolean[] drawing = { false, true, false, false };
		final PromptTranslator small = translator(2, 2);
		final float[] logits = BatchContents.of(small.translate(List.of(Prompt
			.empty().with(MaskHint.drawn(ArrayImgs.booleans(drawing, 2, 2)))))).mask(
				0);
		assertEquals(-8, logits[0]);
		assertEquals(8, logits[SIDE - 1]);
	}

	@Test
	public void promptsOfOneFormGoIntoOneBatch() {
		final List<Prompt> prompts = List.of(Prompt.of(BOX), Prompt.of(ON, OFF));
		final BatchContents batch = BatchContents.of(translator.translate(prompts));
		assertEquals(2, batch.prompts());
		assertEquals(Label.BOX_MIN, batch.label(0, 0));
		assertEquals(Label.FOREGROUND, batch.label(1, 0));
	}

	@Test
	public void hintOfAllIsTranslatedOnce() {
		final BatchContents batch = BatchContents.of(translator.translateSharing(
			List.of(Prompt.of(ON).with(HINT), Prompt.of(OFF).with(HINT))));
		assertEquals(2, batch.prompts());
		assertEquals(1, batch.masks());
		assertEquals(0, BatchContents.of(translator.translateSharing(List.of(Prompt
			.of(ON)))).masks());
	}

	private static PromptTranslator translator(final long width,
		final long height)
	{
		return new PromptTranslator(ImageFrame.stretched(width, height, 1024));
	}

	private BatchContents translated(final Prompt prompt) {
		return BatchContents.of(translator.translate(List.of(prompt)));
	}

	private void assertRefused(final Prompt prompt, final String named) {
		final String message = assertThrows(IllegalArgumentException.class,
			() -> translator.translate(List.of(prompt))).getMessage();
		assertTrue(message.contains(named), message);
		assertTrue(message.contains("512 x 256"), message);
	}

	private static void assertPoint(final BatchContents batch, final int point,
		final double x, final double y, final Label label)
	{
		assertArrayEquals(new float[] { (float) x, (float) y }, batch.point(0,
			point), 1e-4f);
		assertEquals(label, batch.label(0, point));
	}
}
