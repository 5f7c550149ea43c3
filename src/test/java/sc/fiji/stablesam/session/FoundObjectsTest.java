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

import java.util.List;
import java.util.concurrent.CancellationException;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.util.ConstantUtils;
import net.imglib2.FinalInterval;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import sc.fiji.stablesam.NeedsModel;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.RealModel;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Prompt;

@NeedsModel
class FoundObjectsTest {

	private static final String NUCLEI = "nuclei-8bit";

	private static SegmentationModel model;
	private static SegmentationSession session;
	private static List<Mask> found;

	@BeforeAll
	static void find() {
		model = SegmentationModel.load(RealModel.file(), DeviceChoice.CPU,
			Progress.NONE);
		session = model.open(Pictures.picture(NUCLEI), Progress.NONE);
		found = session.everything(Progress.NONE);
	}

	@AfterAll
	static void close() {
		if (model != null) model.close();
	}

	@Test
	void mostOfItIsNucleiAndMostNucleiAreFound() {
		final List<Mask> truth = Pictures.truth(NUCLEI);
		final long right = found.stream().filter(mask -> isOneOf(truth, mask))
			.count();
		assertTrue(right > 0.8 * found.size(), right + " of " + found.size());
		assertTrue(right > 0.6 * truth.size(), right + " of " + truth.size());
	}

	private static boolean isOneOf(final List<Mask> truth, final Mask mask) {
		return truth.stream().anyMatch(nucleus -> nucleus.iou(mask) > 0.7);
	}

	@Test
	void objectsLieBesideEachOther() {
		for (int i = 0; i < found.size(); i++)
			for (int j = 0; j < i; j++)
				assertTrue(found.get(i).iou(found.get(j)) < 0.1, i + " and " + j);
	}

	@Test
	void theSurestComesFirst() {
		for (int i = 1; i < found.size(); i++)
			assertTrue(found.get(i).quality().predictedIou() <= found.get(i - 1)
				.quality().predictedIou());
		assertTrue(found.get(found.size() - 1).quality().predictedIou() > 0.7);
	}

	@Test
	void outlinesAreThoseOfExactBoxes() {
		int same = 0;
		for (final Mask mask : found) {
			final Mask boxed = session.segment(List.of(Prompt.of(Box.around(mask
				.interval()))), SegmentationOptions.defaults().with(PluginChoice.NONE)
					.with(MaskChoice.SINGLE).withoutStability().withoutSecondLooks(),
				Progress.NONE).get(0);
			if (boxed.iou(mask) > 0.95) same++;
		}
		assertTrue(same > 0.8 * found.size(), same + " of " + found.size());
	}

	@Test
	void nothingIsNoObject() {
		final RandomAccessibleInterval<ARGBType> grey = ConstantUtils
			.constantRandomAccessibleInterval(new ARGBType(0xff808080),
				new FinalInterval(90, 70));
		try (SegmentationSession empty = model.open(grey, Progress.NONE)) {
			assertEquals(List.of(), empty.everything(Progress.NONE));
		}
	}

	@Test
	void itCanBeCancelled() {
		assertThrows(CancellationException.class, () -> session.everything(
			new CancelAt(3)));
	}
}
