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

import java.util.Arrays;
import java.util.List;

import ij.measure.Calibration;
import ij.measure.ResultsTable;

import sc.fiji.stablesam.mask.Mask;

/**
 * Lists the objects of a result, one row each: {@code label}, {@code name},
 * {@code prompt} (the ROI's name), {@code kind} (of prompt), {@code area_px},
 * {@code area} and {@code unit} (calibrated), bounding box {@code x},
 * {@code y}, {@code width}, {@code height} in pixels, {@code mean},
 * {@code predicted_iou}, {@code stability} (NaN if not measured),
 * {@code routing_weight} (NaN without a plugin), {@code familiarity} (NaN
 * without a plugin, or with one that does not know it). In a stack there are
 * also {@code channel} (0 if mixed), {@code slice} and {@code frame}; where
 * channels are mixed there is one mean for each of them, {@code mean_1},
 * {@code mean_2} and so on, {@code mean} being that of the channel that was
 * current.
 */
final class ObjectTable {

	private static final int DECIMALS = 4;
	/** Pixel areas below this one would lose their digits. */
	private static final double SMALL = 0.01;
	private static final List<String> WHOLE_NUMBERS = Arrays.asList("label",
		"area_px", "x", "y", "width", "height", "channel", "slice", "frame");

	private final SegmentResult result;
	private final Calibration calibration;
	private final Intensities intensities;
	private final ResultsTable table = new ResultsTable();

	private ObjectTable(final SegmentResult result) {
		this.result = result;
		this.calibration = result.image().calibration();
		this.intensities = Intensities.of(result);
	}

	static ResultsTable of(final SegmentResult result) {
		final ObjectTable builder = new ObjectTable(result);
		for (final SegmentedObject object : result.objects())
			builder.addRow(object);
		builder.format();
		return builder.table;
	}

	private void addRow(final SegmentedObject object) {
		final Mask mask = object.mask();
		table.incrementCounter();
		table.addValue("label", object.label());
		table.addValue("name", object.name());
		table.addValue("prompt", object.prompt().name());
		table.addValue("kind", object.prompt().prompt().kind());
		addPlane(object.plane());
		table.addValue("area_px", mask.area());
		table.addValue("area", mask.area() * calibration.pixelWidth *
			calibration.pixelHeight);
		table.addValue("unit", calibration.getUnit());
		table.addValue("x", mask.minX());
		table.addValue("y", mask.minY());
		table.addValue("width", mask.width());
		table.addValue("height", mask.height());
		addMeans(object);
		table.addValue("predicted_iou", mask.quality().predictedIou());
		table.addValue("stability", mask.quality().stability().orElse(Double.NaN));
		table.addValue("routing_weight", mask.quality().routingWeight().orElse(
			Double.NaN));
		table.addValue("familiarity", mask.quality().familiarity().orElse(
			Double.NaN));
	}

	private void addPlane(final PlanePosition plane) {
		if (result.image().shape().size() == 1) return;
		table.addValue("channel", plane.channel());
		table.addValue("slice", plane.slice());
		table.addValue("frame", plane.frame());
	}

	private void addMeans(final SegmentedObject object) {
		final double[] means = intensities.means(object);
		final StackShape shape = result.image().shape();
		table.addValue("mean", means[means.length == 1 ? 0 : shape.current()
			.channel() - 1]);
		if (means.length > 1) for (int c = 1; c <= means.length; c++)
			table.addValue("mean_" + c, means[c - 1]);
	}

	private void format() {
		table.showRowNumbers(false);
		table.setPrecision(DECIMALS);
		for (final String column : table.getHeadings())
			if (WHOLE_NUMBERS.contains(column)) table.setDecimalPlaces(table
				.getColumnIndex(column), 0);
		// NB: a negative number of decimals means scientific notation.
		if (calibration.pixelWidth * calibration.pixelHeight < SMALL) table
			.setDecimalPlaces(table.getColumnIndex("area"), -DECIMALS);
	}
}
