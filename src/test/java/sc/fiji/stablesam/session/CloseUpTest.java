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
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.view.Views;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import sc.fiji.stablesam.NeedsModel;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.RealModel;
import sc.fiji.stablesam.image.ImageFrame;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Prompt;

/**
 * Close-ups of real nuclei in the corner of a large dark picture, in which they
 * are tiny.
 */
@NeedsModel
public class CloseUpTest {

	private static final String NUCLEI = "nuclei-8bit";

	/** Larger than the picture of nuclei so many times. */
	private static final int TIMES = 7;

	private static final SegmentationOptions NEAR = SegmentationOptions.defaults()
		.withoutStability();
	private static final SegmentationOptions FAR = NEAR.withoutSecondLooks();

	private static SegmentationModel model;
	private static SegmentationSession session;
	private static List<Mask> truth;
	private static List<Prompt> boxes;

	@BeforeAll
	public static void open() {
		model = SegmentationModel.load(RealModel.file(), DeviceChoice.CPU,
			Progress.NONE);
		session = model.open(desert(Pictures.picture(NUCLEI)), Progress.NONE);
		truth = Pictures.truth(NUCLEI);
		boxes = Prompts.boxes(truth);
	}

	/** A picture in the corner of a dark one. */
	private static RandomAccessibleInterval<ARGBType> desert(
		final RandomAccessibleInterval<ARGBType> oasis)
	{
		return Views.interval(Views.extendZero(oasis), ArrayImgs.argbs(TIMES * oasis
			.dimension(0), TIMES * oasis.dimension(1)));
	}

	@AfterAll
	public static void close() {
		model.close();
	}

	@Test
	public void tinyObjectsAreFoundBetter() {
		final double near = iou(session.segment(boxes, NEAR, Progress.NONE));
		final double far = iou(session.segment(boxes, FAR, Progress.NONE));
		assertTrue(near > 0.84, "near " + near + ", far " + far);
		assertTrue(near > far + 0.03, "near " + near + ", far " + far);
	}

	@Test
	public void answersDoNotDependOnTheOrder() {
		final List<Prompt> backwards = new ArrayList<>(boxes);
		Collections.reverse(backwards);
		final List<Mask> found = session.segment(backwards, NEAR, Progress.NONE);
		Collections.reverse(found);
		final List<Mask> again = session.segment(boxes, NEAR, Progress.NONE);
		for (int i = 0; i < found.size(); i++)
			assertTrue(found.get(i).iou(again.get(i)) > 0.99, "box " + i);
	}

	@Test
	public void closeUpsAreScoredToo() {
		for (final Mask mask : session.segment(boxes.subList(0, 3), NEAR
			.withStability(), Progress.NONE))
		{
			final double stability = mask.quality().stability().getAsDouble();
			assertTrue(stability > 0.3 && stability <= 1, "stability " + stability);
		}
	}

	@Test
	public void largeObjectsNeedNone() {
		final EncodedViews<ImageFrame> closeUps = session.secondLooks().closeUps();
		closeUps.close();
		session.segment(List.of(Prompt.of(Box.of(0, 0, 300, 300))), NEAR,
			Progress.NONE);
		assertEquals(0, closeUps.bytes());
		session.segment(boxes, NEAR, Progress.NONE);
		assertTrue(closeUps.bytes() > 0);
	}

	@Test
	public void cancelledBetweenParts() {
		final List<Mask> before = session.segment(boxes, NEAR, Progress.NONE);
		final Progress impatient = new Progress() {

			private boolean closer;

			@Override
			public void report(final String task, final double fraction) {
				closer |= task.equals("Looking closer");
			}

			@Override
			public boolean isCancelled() {
				return closer;
			}
		};
		assertThrows(CancellationException.class, () -> session.segment(boxes, NEAR,
			impatient));
		assertEquals(before, session.segment(boxes, NEAR, Progress.NONE));
	}

	private static double iou(final List<Mask> found) {
		double sum = 0;
		for (int i = 0; i < truth.size(); i++)
			sum += found.get(i).iou(truth.get(i));
		return sum / truth.size();
	}
}
