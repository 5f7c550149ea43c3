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

package sc.fiji.stablesam.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Collections;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.gui.PointRoi;
import ij.gui.Roi;

import org.junit.jupiter.api.Test;

public class RoiPositionsTest {

	@Test
	public void withoutPositionARoiLiesOnTheCurrentSlice() {
		final ImagePlus stack = stack(1, 5, 1);
		stack.setSlice(4);
		assertEquals(PlanePosition.of(0, 4, 0), position(stack, new Roi(0, 0, 2,
			2)));
	}

	@Test
	public void stackPositionsAreKept() {
		final Roi roi = new Roi(0, 0, 2, 2);
		roi.setPosition(3);
		assertEquals(3, position(stack(1, 5, 1), roi).slice());
		assertEquals(3, position(stack(1, 1, 5), roi).frame());
		assertEquals(3, position(stack(5, 1, 1), roi).channel());
	}

	@Test
	public void hyperstackPositionsAreKeptAndZeroIsTheCurrentOne() {
		final ImagePlus imp = stack(2, 3, 4);
		imp.setPosition(2, 3, 4);
		final Roi roi = new Roi(0, 0, 2, 2);
		roi.setPosition(1, 2, 3);
		assertEquals(PlanePosition.of(1, 2, 3), position(imp, roi));
		roi.setPosition(0, 1, 0);
		assertEquals(PlanePosition.of(2, 1, 4), position(imp, roi));
		roi.setPosition(imp.getStackIndex(1, 2, 3));
		assertEquals(PlanePosition.of(1, 2, 3), position(imp, roi));
	}

	@Test
	public void mixedChannelsArePartOfOnePlane() {
		final ImagePlus imp = new CompositeImage(stack(2, 3, 1), IJ.COMPOSITE);
		imp.setPosition(2, 2, 1);
		final Roi roi = new Roi(0, 0, 2, 2);
		final SourceImage image = SourceImage.of(imp);
		assertEquals(PlanePosition.of(0, 2, 1), image.plane(position(imp, roi)));
		roi.setPosition(1, 3, 1);
		assertEquals(PlanePosition.of(1, 3, 1), position(imp, roi));
		assertEquals(PlanePosition.of(0, 3, 1), image.plane(position(imp, roi)));
	}

	@Test
	public void whereThereIsOnePlaneItIsMeant() {
		final Roi roi = new Roi(0, 0, 2, 2);
		roi.setPosition(7);
		final ImagePlus single = stack(1, 1, 1);
		assertEquals(PlanePosition.of(1, 1, 1), SourceImage.of(single).plane(
			position(single, roi)));
		roi.setPosition(1, 9, 2);
		assertEquals(PlanePosition.of(1, 1, 1), SourceImage.of(single).plane(
			position(single, roi)));
	}

	@Test
	public void aPlaneThatIsNotThereIsNamed() {
		final Roi roi = new Roi(0, 0, 2, 2);
		roi.setName("far");
		roi.setPosition(6);
		assertEquals(Collections.singletonList(SkippedRoi.of("far",
			"lies on plane 6, but the image has 5")), read(stack(1, 5, 1), roi)
				.skipped());
		roi.setPosition(1, 2, 9);
		assertEquals(Collections.singletonList(SkippedRoi.of("far",
			"lies on frame 9, but the image has 4")), read(stack(1, 3, 4), roi)
				.skipped());
	}

	@Test
	public void eachPointMayHaveItsOwnSlice() {
		final PointRoi roi = new PointRoi();
		roi.setName("p");
		roi.addPoint(1, 1, 2);
		roi.addPoint(3, 3, 5);
		roi.addPoint(5, 5, 2);
		final PromptSet set = RoiPrompts.of(Arrays.asList(roi), SourceImage.of(
			stack(1, 5, 1)), PointsMode.TOGETHER);
		assertEquals(2, set.prompts().size());
		assertEquals(2, set.prompts().get(0).position().slice());
		assertEquals(2, set.prompts().get(0).prompt().clicks().size());
		assertEquals(5, set.prompts().get(1).position().slice());
	}

	@Test
	public void groupsAreJoinedOnOnePlaneOnly() {
		final Roi box = new Roi(0, 0, 5, 5);
		box.setGroup(1);
		box.setPosition(2);
		final Roi point = new PointRoi(3, 3);
		point.setGroup(1);
		point.setPosition(3);
		assertEquals(2, RoiPrompts.of(Arrays.asList(box, point), SourceImage.of(
			stack(1, 5, 1)), PointsMode.EACH).prompts().size());
		point.setPosition(2);
		assertEquals(1, RoiPrompts.of(Arrays.asList(box, point), SourceImage.of(
			stack(1, 5, 1)), PointsMode.EACH).prompts().size());
	}

	@Test
	public void answersGetThePositionTheWayImageJGivesIt() {
		final Roi roi = new Roi(0, 0, 1, 1);
		set(stack(1, 5, 1), roi, PlanePosition.of(0, 3, 0));
		assertEquals(3, roi.getPosition());
		set(stack(1, 5, 4), roi, PlanePosition.of(1, 3, 2));
		assertEquals(3, roi.getZPosition());
		assertEquals(2, roi.getTPosition());
		assertEquals(0, roi.getPosition());
		set(stack(1, 1, 1), roi, PlanePosition.of(1, 1, 1));
		assertEquals(0, roi.getPosition());
		final ImagePlus channels = new CompositeImage(stack(3, 1, 1), IJ.COMPOSITE);
		set(channels, roi, PlanePosition.of(0, 1, 1));
		assertEquals(0, roi.getPosition());
		set(channels, roi, PlanePosition.of(2, 1, 1));
		assertEquals(2, roi.getPosition());
	}

	private static void set(final ImagePlus imp, final Roi roi,
		final PlanePosition position)
	{
		new RoiPositions(StackShape.of(imp)).set(roi, position);
	}

	private static PlanePosition position(final ImagePlus imp, final Roi roi) {
		return read(imp, roi).prompts().get(0).position();
	}

	private static PromptSet read(final ImagePlus imp, final Roi roi) {
		return RoiPrompts.of(Collections.singletonList(roi), SourceImage.of(imp),
			PointsMode.EACH);
	}

	private static ImagePlus stack(final int c, final int z, final int t) {
		final ImagePlus imp = IJ.createImage("stack", "8-bit black", 10, 10, c * z *
			t);
		imp.setDimensions(c, z, t);
		return imp;
	}
}
