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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ImageProcessor;

import org.junit.jupiter.api.Test;

import sc.fiji.stablesam.mask.Mask;

public class LabelImageTest {

	@Test
	public void labelsAreNumberedByPrompt() {
		final ImagePlus labels = Results.on(image(4, 2, 1, 1, 1)).with(Masks.of(0,
			0, "##"), Masks.empty(), Masks.of(3, 0, "#", "#")).result().labelImage();
		assertEquals(16, labels.getBitDepth());
		assertLabels(labels.getProcessor(), 1, 1, 0, 3, 0, 0, 0, 3);
	}

	@Test
	public void whatIsClaimedTwiceGoesToTheHigherScore() {
		final Mask good = Masks.of(0.9f, 0, 0, "##..");
		final Mask poor = Masks.of(0.2f, 0, 0, ".##.");
		final Mask equal = Masks.of(0.9f, 0, 0, "#..#");
		final Mask unknown = Masks.of(Float.NaN, 0, 0, "..##");
		final ImagePlus imp = image(4, 1, 1, 1, 1);
		assertLabels(Results.on(imp).with(good, poor).result().labelImage()
			.getProcessor(), 1, 1, 2, 0);
		assertLabels(Results.on(imp).with(poor, good).result().labelImage()
			.getProcessor(), 2, 2, 1, 0);
		assertLabels(Results.on(imp).with(good, equal).result().labelImage()
			.getProcessor(), 1, 1, 0, 2);
		assertLabels(Results.on(imp).with(unknown, poor).result().labelImage()
			.getProcessor(), 0, 2, 2, 1);
	}

	@Test
	public void sizeCalibrationAndPositionAreTheSources() {
		final ImagePlus imp = image(5, 4, 1, 3, 2);
		final Calibration calibration = imp.getCalibration();
		calibration.pixelWidth = 0.25;
		calibration.pixelDepth = 2;
		calibration.setUnit("micron");
		calibration.setFunction(Calibration.STRAIGHT_LINE, new double[] { 5, 2 },
			"OD");
		imp.setPosition(1, 3, 2);
		final ImagePlus labels = Results.on(imp).at(PlanePosition.of(1, 2, 1), Masks
			.of(0, 0, "#")).result().labelImage();
		assertArrayEquals(imp.getDimensions(), labels.getDimensions());
		assertTrue(labels.isHyperStack());
		assertEquals(0.25, labels.getCalibration().pixelWidth);
		assertEquals(2, labels.getCalibration().pixelDepth);
		assertEquals("micron", labels.getCalibration().getUnit());
		assertFalse(labels.getCalibration().calibrated());
		assertTrue(calibration.calibrated());
		assertEquals(3, labels.getSlice());
		assertEquals(2, labels.getFrame());
		for (int i = 1; i <= 6; i++)
			assertEquals(i == labels.getStackIndex(1, 2, 1) ? 1 : 0, labels.getStack()
				.getProcessor(i).get(0, 0));
	}

	@Test
	public void singleChannelsKeepTheirPlaces() {
		final ImagePlus labels = Results.on(image(2, 1, 2, 1, 3)).at(PlanePosition
			.of(2, 1, 3), Masks.of(0, 0, "#")).result().labelImage();
		assertEquals(2, labels.getNChannels());
		assertEquals(1, labels.getStack().getProcessor(6).get(0, 0));
	}

	@Test
	public void mixedChannelsHaveOneLabelPlane() {
		final ImagePlus imp = new CompositeImage(image(2, 1, 2, 3, 1),
			IJ.COMPOSITE);
		imp.setPosition(2, 2, 1);
		final ImagePlus labels = Results.on(imp).with(Masks.of(1, 0, "#")).result()
			.labelImage();
		assertArrayEquals(new int[] { 2, 1, 1, 3, 1 }, labels.getDimensions());
		assertEquals(2, labels.getCurrentSlice());
		assertLabels(labels.getStack().getProcessor(2), 0, 1);
	}

	@Test
	public void moreObjectsThan16BitsCanTell() {
		final int side = 265;
		final Results results = Results.on(image(side, side, 1, 1, 1));
		final int n = 70000;
		for (int i = 0; i < n; i++)
			results.with(Masks.of(i % side, i / side, "#"));
		final SegmentResult result = results.result();
		final ImagePlus labels = result.labelImage();
		assertEquals(32, labels.getBitDepth());
		for (int i = 0; i < n; i += 997)
			assertEquals(i + 1, labels.getProcessor().getf(i % side, i / side));
		assertEquals(n, labels.getProcessor().getf((n - 1) % side, (n - 1) / side));
		assertEquals(n, result.table().size());
		assertEquals(n, result.rois().size());
	}

	@Test
	public void sixteenBitsReachTo65535() {
		final Results results = Results.on(image(300, 300, 1, 1, 1));
		for (int i = 0; i < 65535; i++)
			results.with(Masks.of(i % 300, i / 300, "#"));
		assertEquals(16, results.result().labelImage().getBitDepth());
	}

	private static void assertLabels(final ImageProcessor labels,
		final int... expected)
	{
		final int[] found = new int[expected.length];
		for (int i = 0; i < found.length; i++)
			found[i] = labels.get(i);
		assertArrayEquals(expected, found);
	}

	private static ImagePlus image(final int width, final int height, final int c,
		final int z, final int t)
	{
		final ImagePlus imp = IJ.createImage("image.tif", "8-bit black", width,
			height, c * z * t);
		imp.setDimensions(c, z, t);
		if (c * z * t > Math.max(c, Math.max(z, t))) imp.setOpenAsHyperStack(true);
		return imp;
	}
}
