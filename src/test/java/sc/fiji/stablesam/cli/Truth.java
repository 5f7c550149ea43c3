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

package sc.fiji.stablesam.cli;

import ij.ImagePlus;
import ij.process.ImageProcessor;

import java.nio.file.Path;
import java.nio.file.Paths;

import sc.fiji.stablesam.ij.ImageFiles;

/** What people drew round the objects of a test image, as a label image. */
final class Truth {

	private final ImageProcessor truth;

	private Truth(final ImageProcessor truth) {
		this.truth = truth;
	}

	/** @param name the test image's, with a slice's number if it is a stack */
	static Truth of(final String name) {
		final Path file = Paths.get("src", "test", "resources", "truth", name +
			".png");
		return new Truth(ImageFiles.openImage(file).getProcessor());
	}

	/**
	 * @return the IoU of each object of this truth, NaN for labels without one
	 */
	double[] ious(final Path labelFile, final int slice) {
		final ImagePlus imp = ImageFiles.openImage(labelFile);
		final ImageProcessor labels = imp.getStack().getProcessor(slice);
		final int n = 1 + (int) Math.max(truth.getStatistics().max, labels
			.getStatistics().max);
		final int[] both = new int[n], either = new int[n], drawn = new int[n];
		for (int i = 0; i < truth.getPixelCount(); i++) {
			final int t = truth.get(i);
			final int l = (int) labels.getf(i);
			drawn[t]++;
			either[t]++;
			if (t == l) both[t]++;
			else either[l]++;
		}
		final double[] ious = new double[n];
		for (int i = 0; i < n; i++)
			ious[i] = drawn[i] == 0 ? Double.NaN : (double) both[i] / either[i];
		ious[0] = Double.NaN;
		return ious;
	}
}
