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

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.ResultsTable;

/**
 * What came out of a segmentation. Everything derived from it is built anew at
 * each call, belongs to the caller and is shown by nobody.
 */
public final class SegmentResult {

	private final SourceImage image;
	private final String modelName;
	private final List<SegmentedObject> objects;
	private final List<SkippedRoi> skipped;

	SegmentResult(final SourceImage image, final String modelName,
		final List<SegmentedObject> objects, final List<SkippedRoi> skipped)
	{
		this.image = Objects.requireNonNull(image);
		this.modelName = Objects.requireNonNull(modelName);
		this.objects = Collections.unmodifiableList(new ArrayList<>(objects));
		this.skipped = Collections.unmodifiableList(new ArrayList<>(skipped));
	}

	/** @return the image that was segmented */
	public SourceImage image() {
		return image;
	}

	/** @return the name of the model that answered */
	public String modelName() {
		return modelName;
	}

	/** @return one object a prompt, in the order of the prompts */
	public List<SegmentedObject> objects() {
		return objects;
	}

	/** @return the ROIs that could not be used, to be told to the user */
	public List<SkippedRoi> skipped() {
		return skipped;
	}

	/**
	 * @return the exact outlines of all objects that have pixels, with name,
	 *         position, group and properties, in the order of the prompts
	 */
	public List<Roi> rois() {
		final List<Roi> rois = new ArrayList<>();
		for (final SegmentedObject object : objects)
			object.roi().ifPresent(rois::add);
		return rois;
	}

	/**
	 * @return an image of the source's size, calibration and position whose
	 *         values are 0 for background and the objects' labels; 16-bit, or
	 *         32-bit float above 65 535 objects
	 */
	public ImagePlus labelImage() {
		return LabelImage.of(image, objects);
	}

	/** @return a table with one row an object */
	public ResultsTable table() {
		return ObjectTable.of(this);
	}
}
