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
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import net.imglib2.FinalInterval;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public class BoxTest {

	@Test
	public void edgesAreWhereTheyWerePut() {
		final Box box = Box.of(-1.5, 2, 3, 0.25);
		assertEquals(-1.5, box.minX());
		assertEquals(2, box.minY());
		assertEquals(1.5, box.maxX());
		assertEquals(2.25, box.maxY());
		assertEquals(3, box.width());
		assertEquals(0.25, box.height());
	}

	@Test
	public void aroundPixels() {
		assertEquals(Box.of(-3, 5, 2, 7), Box.around(FinalInterval.createMinSize(-3,
			5, 2, 7)));
		assertThrows(IllegalArgumentException.class, () -> Box.around(FinalInterval
			.createMinSize(1, 1, 0, 4)));
	}

	@ParameterizedTest
	@CsvSource({ "NaN,0,1,1", "0,NaN,1,1", "0,0,NaN,1", "0,0,1,NaN",
		"Infinity,0,1,1", "0,-Infinity,1,1", "0,0,Infinity,1", "0,0,1,Infinity",
		"0,0,0,1", "0,0,1,0", "0,0,-1,1", "0,0,1,-1" })
	public void whatIsNoBoxIsRefusedWithItsNumbers(final double x, final double y,
		final double width, final double height)
	{
		final String message = assertThrows(IllegalArgumentException.class,
			() -> Box.of(x, y, width, height)).getMessage();
		assertTrue(message.contains(x + "," + y + "," + width + "," + height),
			message);
	}

	@ParameterizedTest
	@CsvSource({
		// inside, as large as the image, and over each edge
		"1,2,3,4, 1,2,3,4", "0,0,10,8, 0,0,10,8", "-1,2,3,4, 0,2,2,4",
		"1,-2,3,4, 1,0,3,2", "8,2,3,4, 8,2,2,4", "1,6,3,4, 1,6,3,2",
		// over all edges at once, and by a sliver
		"-5,-5,100,100, 0,0,10,8", "9.5,7.75,3,3, 9.5,7.75,0.5,0.25" })
	public void clippedToTheImage(final double x, final double y,
		final double width, final double height, final double cx, final double cy,
		final double cw, final double ch)
	{
		assertEquals(Optional.of(Box.of(cx, cy, cw, ch)), Box.of(x, y, width,
			height).clippedTo(10, 8));
	}

	@ParameterizedTest
	@CsvSource({ "-3,2,3,4", "10,2,3,4", "1,-4,3,4", "1,8,3,4", "-9,-9,1,1",
		"1e300,1e300,1,1" })
	public void nothingIsLeftOutsideTheImage(final double x, final double y,
		final double width, final double height)
	{
		assertEquals(Optional.empty(), Box.of(x, y, width, height).clippedTo(10,
			8));
	}

	@ParameterizedTest
	@CsvSource({ "1,2,3,4, true", "1.5,2.5,2,3, true", "0.9,2,3,4, false",
		"1,1.9,3,4, false", "1,2,3.1,4, false", "1,2,3,4.1, false",
		"9,9,1,1, false", "0,0,9,9, false" })
	public void containsWhatIsNowhereBeyondIt(final double x, final double y,
		final double width, final double height, final boolean contained)
	{
		assertEquals(contained, Box.of(1, 2, 3, 4).contains(Box.of(x, y, width,
			height)));
	}

	@Test
	public void equalByValue() {
		assertEquals(Box.of(1, 2, 3, 4), Box.of(1, 2, 3, 4));
		assertEquals(Box.of(1, 2, 3, 4).hashCode(), Box.of(1, 2, 3, 4).hashCode());
		assertNotEquals(Box.of(0, 2, 3, 4), Box.of(1, 2, 3, 4));
		assertNotEquals(Box.of(1, 0, 3, 4), Box.of(1, 2, 3, 4));
		assertNotEquals(Box.of(1, 2, 1, 4), Box.of(1, 2, 3, 4));
		assertNotEquals(Box.of(1, 2, 3, 1), Box.of(1, 2, 3, 4));
		assertNotEquals(Box.of(1, 2, 3, 4), "box 1.0,2.0,3.0,4.0");
	}

	@Test
	public void negativeZeroIsZero() {
		final Box box = Box.of(-0.0, -0.0, 1, 1);
		assertEquals(Box.of(0, 0, 1, 1), box);
		assertEquals(Box.of(0, 0, 1, 1).hashCode(), box.hashCode());
		assertEquals("box 0.0,0.0,1.0,1.0", box.toString());
	}

	@Test
	public void noisyBoxIsMovedAndStretchedByItsScale() {
		final Box box = Box.of(10, 20, 40, 80);
		assertEquals(box, box.noisy(0, () -> 0.9));
		assertEquals(box, box.noisy(0.4, () -> 0.5));
		// centre from (30, 60) by a fifth, sides stretched by two fifths
		final Box most = box.noisy(0.4, () -> 1);
		assertEquals(38 - 28, most.minX(), 1e-9);
		assertEquals(76 - 56, most.minY(), 1e-9);
		assertEquals(56, most.width(), 1e-9);
		assertEquals(112, most.height(), 1e-9);
		final Box least = box.noisy(0.4, () -> 0);
		assertEquals(22 - 12, least.minX(), 1e-9);
		assertEquals(48, least.height(), 1e-9);
	}
}
