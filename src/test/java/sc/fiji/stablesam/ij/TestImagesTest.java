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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ImageProcessor;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.stablesam.NeedsModel;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.RealModel;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.mask.MaskQuality;
import sc.fiji.stablesam.session.DeviceChoice;
import sc.fiji.stablesam.session.SegmentationOptions;
import sc.fiji.stablesam.session.SegmentationModel;

/**
 * All the way with the real model: the pictures of {@code test-images} with
 * their loose ROIs, against the outlines that people have drawn.
 */
@NeedsModel
public class TestImagesTest {

	private static final Path PICTURES = Paths.get("test-images");

	private static SegmentationModel model;

	@TempDir
	Path temp;

	@BeforeAll
	public static void load() {
		model = SegmentationModel.load(RealModel.file(), DeviceChoice.CPU,
			Progress.NONE);
	}

	@AfterAll
	public static void close() {
		if (model != null) model.close();
	}

	@ParameterizedTest
	@CsvSource({ "nuclei-8bit, 19, 0.9, 0.8, 0.7",
		"nuclei-16bit-stack, 13, 0.85, 0.8, 0.7", "phase-contrast, 8, 0.6, 0, 0",
		// NB: people's outlines of stained tissue are less exact.
		"histology-rgb, 13, 0.83, 0.7, 0.7" })
	public void findsWhatPeopleHaveDrawn(final String name, final int objects,
		final double meanIou, final double eachBox, final double meanClick)
		throws Exception
	{
		final SegmentResult result = segment(name);
		assertEquals(0, result.skipped().size(), result.skipped().toString());
		assertEquals(objects, result.objects().size());
		final List<Double> all = new ArrayList<>();
		final List<Double> clicked = new ArrayList<>();
		for (final SegmentedObject object : result.objects()) {
			final double iou = object.mask().iou(truth(name, object, result));
			all.add(iou);
			if (!object.prompt().prompt().box().isPresent()) clicked.add(iou);
			else assertTrue(iou >= eachBox, object + ": " + iou);
		}
		assertTrue(mean(all) >= meanIou, "mean IoU " + mean(all));
		// NB: a click may as well mean a part of an object.
		assertTrue(mean(clicked) >= meanClick, "clicks " + clicked);
		assertFilesAgree(result);
	}

	private static double mean(final List<Double> values) {
		return values.stream().mapToDouble(v -> v).average().getAsDouble();
	}

	private void assertFilesAgree(final SegmentResult result) {
		final List<Path> files = ResultFiles.write(result, temp);
		final ImagePlus labels = ImageFiles.openImage(files.get(0));
		final List<Roi> rois = RoiFiles.read(files.get(1));
		assertEquals(result.rois().size(), rois.size());
		for (final SegmentedObject object : result.objects()) {
			final Roi roi = rois.get(object.label() - 1);
			assertEquals(object.mask().area(), roi.getStatistics().pixelCount);
			final ImageProcessor plane = labels.getStack().getProcessor(Math.max(1,
				roi.getPosition()));
			plane.setRoi(roi);
			assertTrue(plane.getStats().max >= object.label(), object.toString());
			plane.resetRoi();
		}
	}

	private static SegmentResult segment(final String name) {
		final SourceImage image = ImageFiles.open(PICTURES.resolve(name + ".tif"));
		final PromptSet prompts = RoiFiles.readPrompts(PICTURES.resolve(name +
			"-rois.zip"), image, PointsMode.AUTO);
		return RoiSegmentation.with(model, SegmentationOptions.defaults()).run(
			image, prompts, Progress.NONE);
	}

	/** @return what people have drawn for the object, known by its number */
	private static Mask truth(final String name, final SegmentedObject object,
		final SegmentResult result) throws URISyntaxException, IOException
	{
		final String slice = result.image().shape().size() == 1 ? "" : "-" + object
			.plane().slice();
		final ImageProcessor drawn = ImageFiles.openImage(Paths.get(
			TestImagesTest.class.getResource("/truth/" + name + slice + ".png")
				.toURI())).getProcessor();
		final BitSet bits = new BitSet();
		for (int i = 0; i < drawn.getPixelCount(); i++)
			bits.set(i, drawn.get(i) == object.label());
		return Mask.ofBits(0, 0, drawn.getWidth(), drawn.getHeight(), bits,
			MaskQuality.of(1, 1));
	}
}
