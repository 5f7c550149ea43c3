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
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.awt.Color;
import java.util.OptionalDouble;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.PointRoi;
import ij.gui.Roi;

import org.junit.jupiter.api.Test;

import sc.fiji.stablesam.mask.MaskQuality;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.StableSamException;
import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Click;
import sc.fiji.stablesam.prompt.Prompt;

public class RoiSegmentationTest {

	private final BoxSegmenter segmenter = new BoxSegmenter();

	@Test
	public void answersInTheOrderOfThePromptsAndEncodesEachPlaneOnce() {
		final ImagePlus imp = squares(3);
		final SegmentResult result = run(imp, square(3, 0), square(1, 1), square(3,
			2), square(1, 0));
		assertEquals(2, segmenter.planes);
		assertEquals(Arrays.asList(3, 1, 3, 1), Arrays.asList(result.objects()
			.stream().map(object -> object.plane().slice()).toArray()));
		assertEquals(Arrays.asList(0, 10, 20, 0), Arrays.asList(result.objects()
			.stream().map(object -> object.mask().minX()).toArray()));
		for (final SegmentedObject object : result.objects())
			assertEquals(25, object.mask().area());
	}

	@Test
	public void outlinesAreNamedAndPlaced() {
		final Roi prompt = square(2, 1);
		prompt.setGroup(7);
		prompt.setName("my cell");
		final SegmentResult result = run(squares(3), square(1, 0), prompt);
		final Roi roi = result.rois().get(1);
		assertEquals("SAM-0002", roi.getName());
		assertEquals(2, roi.getPosition());
		assertEquals(7, roi.getGroup());
		assertEquals("0.7500", roi.getProperty("stable-sam.iou"));
		assertEquals("0.5000", roi.getProperty("stable-sam.stability"));
		assertEquals("box", roi.getProperty("stable-sam.prompt"));
		assertEquals("threshold", roi.getProperty("stable-sam.model"));
		assertEquals("my cell", result.objects().get(1).prompt().name());
	}

	@Test
	public void unstableOutlinesAreThickAndMagenta() {
		final ImagePlus imp = squares(1);
		final Mask sure = Masks.of(1, 1, "##");
		final MaskQuality quality = MaskQuality.of(0.9f).withRoutingWeight(
			OptionalDouble.of(0.25)).withFamiliarity(OptionalDouble.of(0.75));
		final List<Roi> rois = Results.on(imp).with(sure, sure.with(quality
			.withStability(0.3)), sure.with(quality)).result().rois();
		assertNull(rois.get(0).getStrokeColor());
		assertNull(rois.get(0).getProperty("stable-sam.routing"));
		assertNull(rois.get(0).getProperty("stable-sam.familiarity"));
		assertEquals(Color.MAGENTA, rois.get(1).getStrokeColor());
		assertEquals(3, rois.get(1).getStrokeWidth());
		assertEquals("0.3000", rois.get(1).getProperty("stable-sam.stability"));
		assertEquals("0.2500", rois.get(1).getProperty("stable-sam.routing"));
		assertEquals("0.7500", rois.get(1).getProperty("stable-sam.familiarity"));
		assertNull(rois.get(2).getStrokeColor());
		assertNull(rois.get(2).getProperty("stable-sam.stability"));
		assertEquals(2, rois.get(1).getStatistics().pixelCount);
	}

	@Test
	public void anEmptyAnswerKeepsItsPlaceButHasNoOutline() {
		final SegmentResult result = run(squares(1), square(1, 0), new PointRoi(1,
			1), square(1, 1));
		assertEquals(3, result.objects().size());
		assertEquals(0, result.objects().get(1).mask().area());
		assertFalse(result.objects().get(1).roi().isPresent());
		assertEquals(2, result.rois().size());
		assertEquals("SAM-0003", result.rois().get(1).getName());
	}

	@Test
	public void skippedRoisAreReported() {
		final Roi far = new Roi(1000, 0, 5, 5);
		far.setName("far");
		final SegmentResult result = run(squares(1), far, square(1, 0));
		assertEquals(1, result.objects().size());
		assertEquals(Collections.singletonList(SkippedRoi.of("far",
			"lies outside the image")), result.skipped());
	}

	@Test
	public void nothingToDoIsToldInASentence() {
		final Roi far = new Roi(1000, 0, 5, 5);
		far.setName("far");
		assertEquals(
			"There is nothing to segment: ROI 'far' lies outside the image.", message(
				far));
		assertEquals(
			"There is nothing to segment: none of the 2 ROIs can be used;" +
				" ROI 'far' lies outside the image, for instance.", message(far, far));
		assertEquals(
			"There is nothing to segment; draw a ROI round an object first.",
			message());
		assertEquals(0, segmenter.planes);
	}

	@Test
	public void promptsOfAnyOriginAreClipped() {
		final SourceImage image = SourceImage.of(squares(1));
		final PromptSet prompts = PromptSet.of(Arrays.asList(RoiPrompt.of("wide",
			Prompt.of(Box.of(-10, -10, 15, 15))), RoiPrompt.of("outside", Prompt.of(
				Box.of(-10, -10, 5, 5))), RoiPrompt.of("beside", Prompt.of(Click
					.foreground(-3, 3))), RoiPrompt.of("later", Prompt.of(Box.of(0, 0, 5,
						5))).at(PlanePosition.of(0, 1, 9))));
		final SegmentResult result = new RoiSegmentation(segmenter).run(image,
			prompts, Progress.NONE);
		assertEquals(Arrays.asList("wide", "later"), Arrays.asList(result.objects()
			.stream().map(object -> object.prompt().name()).toArray()));
		assertEquals(25, result.objects().get(0).mask().area());
		assertEquals(Arrays.asList(SkippedRoi.of("outside",
			"lies outside the image"), SkippedRoi.of("beside",
				"lies outside the image")), result.skipped());
	}

	@Test
	public void progressRisesOverAllPlanes() {
		final List<Double> fractions = new ArrayList<>();
		new RoiSegmentation(segmenter).run(SourceImage.of(squares(4)), prompts(
			squares(4), square(1, 0), square(2, 0), square(2, 1), square(3, 0)),
			new Progress()
			{

				@Override
				public void report(final String task, final double fraction) {
					fractions.add(fraction);
				}

				@Override
				public boolean isCancelled() {
					return false;
				}
			});
		assertEquals(Arrays.asList(0.0, 1 / 3.0, 0.5, 2 / 3.0), fractions);
	}

	@Test
	public void cancellingStopsAtTheNextStep() {
		final ImagePlus imp = squares(3);
		final CancelAfter progress = new CancelAfter(1);
		assertThrows(CancellationException.class, () -> new RoiSegmentation(
			segmenter).run(SourceImage.of(imp), prompts(imp, square(1, 0), square(2,
				0), square(3, 0)), progress));
		assertTrue(segmenter.planes <= 2, segmenter.planes + " planes");
		assertEquals(null, imp.getOverlay());
	}

	@Test
	public void theReasonToStopIsTheCallers() {
		final ImagePlus imp = squares(1);
		final Progress closed = new CancelAfter(0) {

			@Override
			public void checkCancelled() {
				throw new StableSamException("closed");
			}
		};
		assertEquals("closed", assertThrows(StableSamException.class,
			() -> new RoiSegmentation(segmenter).run(SourceImage.of(imp), prompts(imp,
				square(1, 0)), closed)).getMessage());
	}

	@Test
	public void closingTheImageMeanwhileDoesNotMatter() {
		final ImagePlus imp = squares(2);
		final SourceImage image = SourceImage.of(imp);
		final PromptSet prompts = prompts(imp, square(1, 0), square(2, 0));
		imp.close();
		imp.flush();
		final SegmentResult result = new RoiSegmentation(segmenter).run(image,
			prompts, Progress.NONE);
		assertEquals(25, result.objects().get(1).mask().area());
		assertEquals(2, result.labelImage().getStackSize());
		assertEquals(2, result.table().size());
	}

	private static class CancelAfter implements Progress {

		private int reports;

		CancelAfter(final int reports) {
			this.reports = reports;
		}

		@Override
		public void report(final String task, final double fraction) {
			reports--;
		}

		@Override
		public boolean isCancelled() {
			return reports < 0;
		}
	}

	private String message(final Roi... rois) {
		return assertThrows(StableSamException.class, () -> run(squares(1), rois))
			.getMessage();
	}

	private SegmentResult run(final ImagePlus imp, final Roi... rois) {
		return new RoiSegmentation(segmenter).run(SourceImage.of(imp), prompts(imp,
			rois), Progress.NONE);
	}

	private static PromptSet prompts(final ImagePlus imp, final Roi... rois) {
		return RoiPrompts.of(Arrays.asList(rois), SourceImage.of(imp),
			PointsMode.EACH);
	}

	/** @return a loose box round one of the squares */
	private static Roi square(final int slice, final int number) {
		final Roi roi = new Roi(10 * number, 0, 8, 8);
		roi.setPosition(slice);
		return roi;
	}

	/** @return an image with three bright squares of 5 x 5 pixels a slice */
	private static ImagePlus squares(final int slices) {
		final ImagePlus imp = IJ.createImage("squares", "8-bit black", 30, 10,
			slices);
		for (int slice = 1; slice <= slices; slice++)
			for (int i = 0; i < 75; i++)
				imp.getStack().getProcessor(slice).set(i / 25 * 10 + i % 5, i / 5 % 5,
					200);
		return imp;
	}
}
