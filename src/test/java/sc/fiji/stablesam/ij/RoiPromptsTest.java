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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.Rectangle;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import ij.IJ;
import ij.gui.EllipseRoi;
import ij.gui.ImageRoi;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.RotatedRectRoi;
import ij.gui.ShapeRoi;
import ij.gui.TextRoi;
import ij.process.ColorProcessor;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.BooleanType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.Test;

import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Click;
import sc.fiji.stablesam.prompt.MaskHint;
import sc.fiji.stablesam.prompt.Prompt;

/** All on an image of 100 x 80 pixels. */
public class RoiPromptsTest {

	private static final SourceImage IMAGE = SourceImage.of(IJ.createImage(
		"image", "8-bit black", 100, 80, 1));

	@Test
	public void rectangleIsABox() {
		final Prompt prompt = only(new Roi(10, 20, 30, 40));
		assertEquals(Box.of(10, 20, 30, 40), prompt.box().get());
		assertEquals("box", prompt.kind());
		assertEquals(Box.of(10.25, 20.5, 30.5, 40), only(new Roi(10.25, 20.5, 30.5,
			40)).box().get());
	}

	@Test
	public void rectangleIsClipped() {
		assertEquals(Box.of(0, 70, 15, 10), only(new Roi(-5, 70, 20, 40)).box()
			.get());
	}

	@Test
	public void integerPointIsThePixelsCentre() {
		assertEquals(Collections.singletonList(Click.foreground(3.5, 4.5)), only(
			new PointRoi(3, 4)).clicks());
		assertEquals(Collections.singletonList(Click.foreground(3.5, 4.5)), only(
			new PointRoi(3.0, 4.0)).clicks());
		assertEquals(Collections.singletonList(Click.foreground(3.75, 5)), only(
			new PointRoi(3.25, 4.5)).clicks());
		assertEquals("point", only(new PointRoi(0, 0)).kind());
		assertEquals("point", only(new PointRoi(99, 79)).kind());
	}

	@Test
	public void eachPointIsAnObjectThatSharesTheBackground() {
		final PromptSet set = read(PointsMode.EACH, points("cells", 1, 1, 0, 5, 5,
			1, 9, 9, 0));
		assertEquals(Arrays.asList("cells:1", "cells:3"), names(set));
		assertEquals(Arrays.asList(Click.foreground(1.5, 1.5), Click.background(5.5,
			5.5)), set.prompts().get(0).prompt().clicks());
		assertEquals(Arrays.asList(Click.foreground(9.5, 9.5), Click.background(5.5,
			5.5)), set.prompts().get(1).prompt().clicks());
		assertEquals(names(set), names(read(PointsMode.AUTO, points("cells", 1, 1,
			0, 5, 5, 1, 9, 9, 0))));
	}

	@Test
	public void pointsTogetherAreOneObject() {
		final PromptSet set = read(PointsMode.TOGETHER, points("cell", 1, 1, 0, 5,
			5, 1, 9, 9, 0));
		assertEquals(Arrays.asList("cell"), names(set));
		assertEquals(Arrays.asList(Click.foreground(1.5, 1.5), Click.background(5.5,
			5.5), Click.foreground(9.5, 9.5)), set.prompts().get(0).prompt()
				.clicks());
	}

	@Test
	public void rectangleAndPointsOfAGroupAreOneObject() {
		final Roi rectangle = inGroup(4, named("cell", new Roi(10, 10, 20, 20)));
		final Roi points = inGroup(4, points("points", 12, 12, 0, 50, 50, 1));
		for (final PointsMode mode : PointsMode.values()) {
			final PromptSet set = read(mode, points, new Roi(0, 0, 5, 5), rectangle);
			assertEquals(Arrays.asList("ROI 2", "cell"), names(set));
			final RoiPrompt joined = set.prompts().get(1);
			assertEquals(Box.of(10, 10, 20, 20), joined.prompt().box().get());
			assertEquals(Arrays.asList(Click.foreground(12.5, 12.5), Click.background(
				50.5, 50.5)), joined.prompt().clicks());
			assertEquals(4, joined.group());
			assertEquals("box+points", joined.prompt().kind());
			assertEquals(Collections.emptyList(), set.skipped());
		}
	}

	@Test
	public void withoutAGroupNothingIsJoined() {
		assertEquals(2, read(PointsMode.EACH, new Roi(0, 0, 9, 9), new PointRoi(3,
			3)).prompts().size());
		assertEquals(2, read(PointsMode.EACH, inGroup(1, new Roi(0, 0, 9, 9)),
			inGroup(2, new PointRoi(3, 3))).prompts().size());
	}

	@Test
	public void pointsOfAGroupWithSeveralAreasGoWhereTheyLie() {
		final Roi left = inGroup(1, named("left", new Roi(0, 0, 40, 80)));
		final Roi right = inGroup(1, named("right", new Roi(60, 0, 40, 80)));
		final Roi inner = inGroup(1, named("inner", new Roi(70, 10, 10, 10)));
		final Roi points = inGroup(1, points("p", 5, 5, 0, 75, 15, 0, 50, 40, 0, 42,
			40, 1));
		final PromptSet set = read(PointsMode.EACH, left, right, inner, points);
		assertEquals(Arrays.asList("left", "right", "inner", "p:3"), names(set));
		assertEquals(Arrays.asList(Click.foreground(5.5, 5.5), Click.background(
			42.5, 40.5)), set.prompts().get(0).prompt().clicks());
		assertEquals(Collections.emptyList(), set.prompts().get(1).prompt()
			.clicks());
		assertEquals(Arrays.asList(Click.foreground(75.5, 15.5)), set.prompts().get(
			2).prompt().clicks());
	}

	@Test
	public void backgroundPointsHoldForTheirGroup() {
		final PromptSet set = read(PointsMode.EACH, inGroup(2, points("yes", 1, 1,
			0)), inGroup(2, points("no", 9, 9, 1)));
		assertEquals(Arrays.asList("yes"), names(set));
		assertEquals(Arrays.asList(Click.foreground(1.5, 1.5), Click.background(9.5,
			9.5)), set.prompts().get(0).prompt().clicks());
		assertEquals(Collections.emptyList(), set.skipped());
	}

	@Test
	public void areasAreBoxAndDrawnHint() {
		final List<Roi> areas = Arrays.asList(new OvalRoi(10, 10, 20, 30),
			new PolygonRoi(new float[] { 10, 30, 30, 10 }, new float[] { 10, 10, 40,
				40 }, Roi.POLYGON), new PolygonRoi(new int[] { 10, 30, 30, 10 },
					new int[] { 10, 10, 40, 40 }, 4, Roi.FREEROI), new PolygonRoi(
						new int[] { 10, 30, 30, 10 }, new int[] { 10, 10, 40, 40 }, 4,
						Roi.TRACED_ROI), new ShapeRoi(new Rectangle(10, 10, 20, 30)),
			rounded(new Roi(10, 10, 20, 30)));
		for (final Roi area : areas) {
			final Prompt prompt = only(area);
			assertEquals("box+mask", prompt.kind(), area.toString());
			assertEquals(Box.of(10, 10, 20, 30), prompt.box().get(), area.toString());
			assertEquals(area.getStatistics().pixelCount, count(prompt.hint().get()),
				area.toString());
		}
		assertEquals("box+mask", only(new EllipseRoi(10, 10, 40, 40, 0.5)).kind());
		assertEquals("box+mask", only(new RotatedRectRoi(10, 10, 40, 40, 8))
			.kind());
	}

	@Test
	public void hintLiesWhereItWasDrawn() {
		final ShapeRoi ring = new ShapeRoi(new Rectangle(10, 10, 4, 4)).not(
			new ShapeRoi(new Rectangle(11, 11, 2, 2)));
		final RandomAccessibleInterval<? extends BooleanType<?>> drawn = only(ring)
			.hint().get().drawnMask();
		assertTrue(drawn.getAt(10, 10).get());
		assertFalse(drawn.getAt(11, 11).get());
		assertFalse(drawn.getAt(12, 12).get());
		assertTrue(drawn.getAt(13, 12).get());
		assertEquals(12, count(only(ring).hint().get()));
	}

	@Test
	public void areasAreClipped() {
		final Prompt prompt = only(new OvalRoi(-10, -10, 20, 20));
		assertEquals(Box.of(0, 0, 10, 10), prompt.box().get());
		final RandomAccessibleInterval<?> drawn = prompt.hint().get().drawnMask();
		assertEquals(0, drawn.min(0));
		assertEquals(9, drawn.max(1));
		assertTrue(count(prompt.hint().get()) < 100);
	}

	@Test
	public void hugeAreasAreClippedBeforeTheyAreDrawn() {
		final Prompt prompt = only(new PolygonRoi(new float[] { -1e6f, 50, -1e6f },
			new float[] { -1e6f, 40, 1e6f }, Roi.POLYGON));
		assertEquals(Box.of(0, 0, 50, 80), prompt.box().get());
		final int count = count(prompt.hint().get());
		assertTrue(count > 2300 && count < 2500, count + " pixels");
	}

	@Test
	public void linesAreScribbles() {
		final Prompt prompt = only(new Line(10, 20, 40, 20));
		assertEquals(Arrays.asList(Click.foreground(14.25, 20.5), Click.foreground(
			21.75, 20.5), Click.foreground(29.25, 20.5), Click.foreground(36.75,
				20.5)), prompt.clicks());
		assertEquals("points", prompt.kind());
		assertEquals(Arrays.asList(Click.foreground(12, 20.5)), only(new Line(10,
			20, 13, 20)).clicks());
		final float[] x = { 0, 50, 50, 0 };
		final float[] y = { 10, 10, 60, 60 };
		for (final int type : new int[] { Roi.POLYLINE, Roi.FREELINE }) {
			final List<Click> clicks = only(new PolygonRoi(x, y, type)).clicks();
			assertEquals(7, clicks.size());
			assertEquals(Click.foreground(50.5, 35.5), clicks.get(3));
		}
	}

	@Test
	public void wideLinesAreScribblesToo() {
		final Line line = new Line(10, 20, 40, 20);
		line.setStrokeWidth(9);
		assertEquals(4, only(line).clicks().size());
	}

	@Test
	public void linesAreClipped() {
		final Prompt prompt = only(new Line(-1000, 40, 9, 40));
		assertEquals(Collections.singletonList(Click.foreground(4.75, 40.5)), prompt
			.clicks());
		for (final Click click : only(new Line(-500, -500, 500, 500)).clicks())
			assertTrue(click.isInside(100, 80), click.toString());
	}

	@Test
	public void whatCannotBeUsedIsNamed() {
		assertSkipped("lies outside the image", new Roi(200, 10, 5, 5), new OvalRoi(
			-20, -20, 10, 10), new PointRoi(100, 5), new PointRoi(-1, 5), new Line(-5,
				100, 300, 100));
		assertSkipped("is empty", new Roi(5, 5, 0.0, 10.0), new ShapeRoi(
			new Rectangle(1, 1, 5, 5)).not(new ShapeRoi(new Rectangle(0, 0, 9, 9))),
			new Line(5, 5, 5, 5));
		assertSkipped("has coordinates that are not finite numbers", new Roi(
			Double.NaN, 5, 5.0, 5.0), new Roi(5, 5, Double.NaN, 5.0), new PointRoi(
				Double.NaN, 5.0), new PolygonRoi(new float[] { 1, 9, Float.NaN },
					new float[] { 1, 1, 9 }, Roi.POLYGON), new PolygonRoi(new float[] {
						Float.NaN, 9, 4 }, new float[] { 1, 1, 9 }, Roi.POLYGON), new Line(
							1.0, 1.0, Double.NaN, 3.0), new OvalRoi(1, 1,
								Double.POSITIVE_INFINITY, 3.0));
		assertSkipped("covers no pixel of the image", new PolygonRoi(new float[] {
			10.1f, 10.3f, 10.2f }, new float[] { 10.1f, 10.1f, 10.3f }, Roi.POLYGON));
		assertSkipped("has only background points", points("it", 5, 5, 1));
		assertSkipped("is a text", new TextRoi(5, 5, "text", new Font(
			Font.SANS_SERIF, Font.PLAIN, 12)));
		assertSkipped("is an image", new ImageRoi(5, 5, new ColorProcessor(4, 4)));
		assertSkipped("is an angle", new PolygonRoi(new float[] { 1, 9, 4 },
			new float[] { 1, 1, 9 }, Roi.ANGLE));
	}

	@Test
	public void singlePointsAreNamedToo() {
		final PromptSet set = read(PointsMode.TOGETHER, points("p", 5, 5, 0, 500, 5,
			0));
		assertEquals(1, set.prompts().get(0).prompt().clicks().size());
		assertEquals(Arrays.asList(SkippedRoi.of("p:2", "lies outside the image")),
			set.skipped());
		assertEquals("ROI 'p:2' was skipped: it lies outside the image.", set
			.skipped().get(0).toString());
	}

	@Test
	public void roisAreNotChanged() {
		final Roi roi = new OvalRoi(-5, -5, 20, 20);
		roi.setStrokeColor(Color.RED);
		only(roi);
		assertEquals(new Rectangle(-5, -5, 20, 20), roi.getBounds());
		assertEquals(null, roi.getName());
	}

	private static void assertSkipped(final String reason, final Roi... rois) {
		for (final Roi roi : rois) {
			final PromptSet set = read(PointsMode.EACH, named("it", roi));
			assertEquals(Collections.emptyList(), set.prompts(), roi.toString());
			assertEquals(Arrays.asList(SkippedRoi.of("it", reason)), set.skipped(),
				roi.toString());
		}
	}

	private static Prompt only(final Roi roi) {
		final PromptSet set = read(PointsMode.AUTO, roi);
		assertEquals(Collections.emptyList(), set.skipped());
		assertEquals(1, set.prompts().size());
		return set.prompts().get(0).prompt();
	}

	private static PromptSet read(final PointsMode mode, final Roi... rois) {
		return RoiPrompts.of(Arrays.asList(rois), IMAGE, mode);
	}

	private static List<String> names(final PromptSet set) {
		return Arrays.asList(set.prompts().stream().map(RoiPrompt::name).toArray(
			String[]::new));
	}

	/** @param xyCounter three numbers a point */
	private static PointRoi points(final String name, final int... xyCounter) {
		final PointRoi roi = new PointRoi();
		for (int i = 0; i < xyCounter.length; i += 3) {
			roi.setCounter(xyCounter[i + 2]);
			roi.addPoint(xyCounter[i], xyCounter[i + 1]);
		}
		roi.setName(name);
		return roi;
	}

	private static Roi named(final String name, final Roi roi) {
		roi.setName(name);
		return roi;
	}

	private static Roi inGroup(final int group, final Roi roi) {
		roi.setGroup(group);
		return roi;
	}

	private static Roi rounded(final Roi roi) {
		roi.setCornerDiameter(8);
		return roi;
	}

	private static int count(final MaskHint hint) {
		int n = 0;
		for (final BooleanType<?> pixel : Views.flatIterable(hint.drawnMask()))
			if (pixel.get()) n++;
		return n;
	}
}
