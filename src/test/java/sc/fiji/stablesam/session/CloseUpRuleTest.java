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

import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import net.imglib2.FinalInterval;
import net.imglib2.type.logic.BoolType;
import net.imglib2.util.ConstantUtils;

import sc.fiji.stablesam.image.ImageFrame;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.mask.MaskQuality;
import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Click;
import sc.fiji.stablesam.prompt.Prompt;

public class CloseUpRuleTest {

	private static final ImageFrame IMAGE = ImageFrame.stretched(2048, 1024,
		1024);

	@ParameterizedTest
	@CsvSource({ "120,10", "10,60", "119.9,60.1" })
	public void whatIsSeenWellNeedsNone(final double width, final double height) {
		assertEquals(Optional.empty(), part(Box.of(700, 500, width, height)));
	}

	@ParameterizedTest
	@CsvSource({ "119,39,2", "24,3,2", "3,22,2", "22,11,3", "11,11,3", "9,4,4" })
	public void smallIsSeenFourTimesAndUntilItIsLargeEnough(final double width,
		final double height, final int halvings)
	{
		final ImageFrame part = part(Box.of(700, 500, width, height)).get();
		assertEquals(2048 >> halvings, part.width());
		assertEquals(1024 >> halvings, part.height());
	}

	@Test
	public void objectIsInTheMiddleHalfOfItsPart() {
		final Random random = new Random(5);
		for (int i = 0; i < 1000; i++) {
			final double x = 2040 * random.nextDouble();
			final double y = 1020 * random.nextDouble();
			final ImageFrame part = part(Box.of(x, y, 8, 4)).get();
			assertTrue(part.contains(x, y) && part.contains(x + 7.9, y + 3.9), part
				.toString());
			final double right = part.minX() + part.width() - x - 4;
			if (part.minX() > 0) assertTrue(x + 4 - part.minX() >= part.width() / 4 -
				1);
			if (part.minX() + part.width() < 2048) assertTrue(right >= part.width() /
				4 - 1);
		}
	}

	@Test
	public void neighboursShareParts() {
		final Set<ImageFrame> parts = new HashSet<>();
		for (int x = 0; x < 2040; x += 8)
			for (int y = 0; y < 1020; y += 4)
				parts.add(part(Box.of(x, y, 44, 22)).orElseThrow());
		// NB: Of a quarter of each side, stepped by half of that.
		assertEquals(7 * 7, parts.size());
	}

	@Test
	public void partsDoNotShrinkToNothing() {
		final ImageFrame part = new CloseUpRule(ImageFrame.stretched(200, 100,
			1024)).part(Box.of(50, 50, 0.5, 0.5), 60).get();
		assertEquals(50, part.height());
		assertFalse(new CloseUpRule(ImageFrame.stretched(60, 60, 1024)).part(Box.of(
			9, 9, 1, 1), 60).isPresent());
	}

	@ParameterizedTest
	@CsvSource({ "0.89,true,100,true", "0.91,true,100,false",
		"0.89,true,130,false", "0.89,false,130,true", "0.91,false,130,false",
		"0.89,false,310,false" })
	public void unsureAnswersAreLookedAtMoreClosely(final float predictedIou,
		final boolean boxed, final int width, final boolean closer)
	{
		final Mask mask = Mask.of(ConstantUtils.constantRandomAccessibleInterval(
			new BoolType(true), FinalInterval.createMinSize(700, 500, width, 30)),
			MaskQuality.of(predictedIou, 1));
		final Prompt prompt = boxed ? Prompt.of(Box.of(700, 500, width, 30))
			: Prompt.of(Click.foreground(710.5, 510.5));
		assertEquals(closer, new CloseUpRule(IMAGE).part(new Answer(prompt, 0, mask,
			BoxFit.LOOSE)).isPresent());
	}

	@ParameterizedTest
	@CsvSource({ "0.89,100,true", "0.89,130,false", "0.91,100,false" })
	public void aPluginsMasksAreTakenAtTheirSize(final float predictedIou,
		final int width, final boolean closer)
	{
		final Mask mask = Mask.of(ConstantUtils.constantRandomAccessibleInterval(
			new BoolType(true), FinalInterval.createMinSize(700, 500, width, 30)),
			MaskQuality.of(predictedIou).withRoutingWeight(OptionalDouble.of(0.5)));
		assertEquals(closer, new CloseUpRule(IMAGE).part(new Answer(Prompt.of(Click
			.foreground(710.5, 510.5)), 0, mask, BoxFit.LOOSE)).isPresent());
	}

	@ParameterizedTest
	@CsvSource({ "LOOSE,true,true", "CLOSE,false,true", "EXACT,false,false" })
	public void whereABoxFitsTheCloseUpsAreLeftOut(final BoxFit fit,
		final boolean closer, final boolean again)
	{
		final Answer answer = new Answer(Prompt.of(Box.of(700, 500, 50, 30)), 0,
			Mask.empty(MaskQuality.of(0.5f, 1)), fit);
		assertEquals(closer, new CloseUpRule(IMAGE).part(answer).isPresent());
		assertEquals(again, answer.isUnsure());
	}

	@Test
	public void withoutAMaskNobodyKnowsWhereToLook() {
		assertEquals(Optional.empty(), new CloseUpRule(IMAGE).part(new Answer(Prompt
			.of(Click.foreground(9.5, 9.5)), 0, Mask.empty(MaskQuality.of(0.1f, 1)),
			BoxFit.LOOSE)));
	}

	@ParameterizedTest
	@CsvSource({ "0,0,0,0,true", "0,0,492,0,false", "0,0,0,246,false",
		"1536,768,2028,1014,true", "1536,768,1536,1014,false",
		"1536,768,2028,768,false", "512,256,600,300,true", "512,256,512,300,false",
		"512,256,600,256,false", "512,256,1004,300,false",
		"512,256,600,502,false" })
	public void whatEndsWithItsPartMayGoOnUnlessTheImageEndsThere(
		final long partX, final long partY, final long x, final long y,
		final boolean within)
	{
		final Mask mask = Mask.of(ConstantUtils.constantRandomAccessibleInterval(
			new BoolType(true), FinalInterval.createMinSize(x, y, 20, 10)),
			MaskQuality.of(0.5f));
		assertEquals(within, new CloseUpRule(IMAGE).isWithin(mask, IMAGE.part(partX,
			partY, 512, 256)));
	}

	@Test
	public void whatIsNotFoundInItsPartMayBeBeyond() {
		assertFalse(new CloseUpRule(IMAGE).isWithin(Mask.empty(MaskQuality.of(
			0.5f)), IMAGE.part(0, 0, 512, 256)));
	}

	private static Optional<ImageFrame> part(final Box extent) {
		return new CloseUpRule(IMAGE).part(extent, 60);
	}
}
