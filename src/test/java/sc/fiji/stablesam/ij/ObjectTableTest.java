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
import java.util.List;
import java.util.OptionalDouble;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.measure.ResultsTable;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;

import org.junit.jupiter.api.Test;

import sc.fiji.stablesam.mask.Mask;

public class ObjectTableTest {

	@Test
	public void hasOneRowAnObject() {
		final ImagePlus imp = floats(1, 2, 3, 4);
		imp.getCalibration().pixelWidth = 0.5;
		imp.getCalibration().pixelHeight = 2;
		imp.getCalibration().setUnit("mm");
		final Mask mask = Masks.of(0.875f, 1, 0, "##");
		final ResultsTable table = Results.on(imp).with(mask.with(mask.quality()
			.withRoutingWeight(OptionalDouble.of(0.5)).withFamiliarity(OptionalDouble
				.of(0.25))), Masks.empty()).result().table();
		assertEquals(2, table.size());
		assertEquals(Arrays.asList("label", "name", "prompt", "kind", "area_px",
			"area", "unit", "x", "y", "width", "height", "mean", "predicted_iou",
			"stability", "routing_weight", "familiarity"), Arrays.asList(table
				.getHeadings()));
		assertEquals(Arrays.asList("1", "SAM-0001", "box 1", "box", "2", "2", "mm",
			"1", "0", "2", "1", "2.5000", "0.8750", "0.8000", "0.5000", "0.2500"),
			row(table, 0));
		assertEquals(Arrays.asList("2", "SAM-0002", "box 2", "box", "0", "0", "mm",
			"0", "0", "0", "0", "NaN", "0.1000", "0.0000", "NaN", "NaN"), row(table,
				1));
	}

	@Test
	public void meansLeaveOutWhatIsNoNumber() {
		final ImagePlus imp = floats(1, Float.NaN, 3, Float.NaN);
		assertEquals(2, Results.on(imp).with(Masks.of(0, 0, "###")).result().table()
			.getValue("mean", 0));
	}

	@Test
	public void meansAreCalibrated() {
		final ImagePlus imp = IJ.createImage("a", "8-bit black", 4, 1, 1);
		imp.getProcessor().set(0, 10);
		imp.getCalibration().setFunction(Calibration.STRAIGHT_LINE, new double[] {
			5, 2 }, "OD");
		assertEquals(25, Results.on(imp).with(Masks.of(0, 0, "#")).result().table()
			.getValue("mean", 0));
	}

	@Test
	public void meansOfRgbAreThoseOfTheComponents() {
		final ImagePlus imp = new ImagePlus("a", new ColorProcessor(1, 1,
			new int[] { 0x102030 }));
		assertEquals(0x20, Results.on(imp).with(Masks.of(0, 0, "#")).result()
			.table().getValue("mean", 0));
	}

	@Test
	public void stacksHaveTheirPositions() {
		final ImagePlus imp = IJ.createImage("a", "16-bit black", 2, 1, 3);
		imp.getStack().getProcessor(2).set(0, 9);
		final ResultsTable table = Results.on(imp).at(PlanePosition.of(0, 2, 0),
			Masks.of(0, 0, "#")).result().table();
		assertEquals(1, table.getValue("channel", 0));
		assertEquals(2, table.getValue("slice", 0));
		assertEquals(1, table.getValue("frame", 0));
		assertEquals(9, table.getValue("mean", 0));
	}

	@Test
	public void mixedChannelsHaveAMeanEach() {
		final ImageStack stack = new ImageStack(1, 1);
		for (int i = 1; i <= 2; i++)
			stack.addSlice(new FloatProcessor(1, 1, new float[] { 10 * i }));
		final ImagePlus imp = new ImagePlus("a", stack);
		imp.setDimensions(2, 1, 1);
		final CompositeImage composite = new CompositeImage(imp, IJ.COMPOSITE);
		composite.setPosition(2, 1, 1);
		final ResultsTable table = Results.on(composite).with(Masks.of(0, 0, "#"))
			.result().table();
		assertEquals(0, table.getValue("channel", 0));
		assertEquals(10, table.getValue("mean_1", 0));
		assertEquals(20, table.getValue("mean_2", 0));
		assertEquals(20, table.getValue("mean", 0));
	}

	@Test
	public void smallAreasKeepTheirDigits() {
		final ImagePlus imp = floats(1, 2);
		imp.getCalibration().pixelWidth = 0.0002;
		imp.getCalibration().pixelHeight = 0.0002;
		assertEquals(8e-8, Double.parseDouble(row(Results.on(imp).with(Masks.of(0,
			0, "##")).result().table(), 0).get(5)), 1e-12);
	}

	private static List<String> row(final ResultsTable table, final int row) {
		return Arrays.asList(Arrays.stream(table.getHeadings()).map(column -> table
			.getStringValue(column, row)).toArray(String[]::new));
	}

	private static ImagePlus floats(final float... pixels) {
		return new ImagePlus("a", new FloatProcessor(pixels.length, 1, pixels));
	}
}
