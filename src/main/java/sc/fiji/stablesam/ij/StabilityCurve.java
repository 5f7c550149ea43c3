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

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import ij.gui.Plot;

import sc.fiji.stablesam.train.EvaluationReport;
import sc.fiji.stablesam.train.Score;
import sc.fiji.stablesam.train.Variant;

/** Draws how the masks get worse as boxes get sloppier, a line a variant. */
final class StabilityCurve {

	private static final int WIDTH = 800;
	private static final int HEIGHT = 500;
	private static final int TENS = 10;
	private static final float THICKNESS = 2.5f;
	private static final int FONT_SIZE = 17;

	/** NB: told apart by dark and light too, and by those who see no red. */
	private static final Map<Variant, Color> COLORS = new EnumMap<>(Map.of(
		Variant.BASE_SINGLE, new Color(0x7f7f7f), Variant.BASE_BEST, new Color(
			0x56b4e9), Variant.PLUGIN_ONLY, new Color(0xe69f00), Variant.PLUGIN,
		new Color(0xb2182b)));
	private static final Map<Variant, String> NAMES = new EnumMap<>(Map.of(
		Variant.BASE_SINGLE, "SAM, single mask", Variant.BASE_BEST,
		"SAM, best of three", Variant.PLUGIN_ONLY, "the plugin's mask",
		Variant.PLUGIN, "Stable-SAM"));
	private static final String WITHOUT_PLUGIN = "no plugin, automatic mask";

	private StabilityCurve() {}

	/** @throws IllegalArgumentException if no curve was measured */
	static BufferedImage draw(final EvaluationReport report) {
		final List<Score> scores = report.curve();
		if (scores.isEmpty()) throw new IllegalArgumentException(
			"No curve was measured.");
		final Plot plot = new Plot("Stability curve", "Noise of the box",
			"Mean IoU with the true mask (%)");
		plot.setSize(WIDTH, HEIGHT);
		plot.setFont(Font.PLAIN, FONT_SIZE);
		final List<String> legend = new ArrayList<>();
		for (final Variant variant : COLORS.keySet()) {
			final List<Score> line = scores.stream().filter(s -> s
				.variant() == variant).collect(Collectors.toList());
			if (line.isEmpty()) continue;
			add(line, COLORS.get(variant), plot);
			legend.add(name(variant, report));
		}
		plot.setColor(Color.BLACK);
		plot.setLineWidth(1);
		setLimits(scores, plot);
		plot.addLegend(String.join("\n", legend), "bottom-left");
		return plot.getProcessor().convertToRGB().getBufferedImage();
	}

	private static void add(final List<Score> line, final Color color,
		final Plot plot)
	{
		plot.setColor(color, color);
		plot.setLineWidth(THICKNESS);
		plot.addPoints(line.stream().mapToDouble(s -> s.prompt().noise()).toArray(),
			line.stream().mapToDouble(Score::iou).toArray(), Plot.CONNECTED_CIRCLES);
	}

	private static String name(final Variant variant,
		final EvaluationReport report)
	{
		return variant == Variant.PLUGIN && report.routing().isEmpty()
			? WITHOUT_PLUGIN : NAMES.get(variant);
	}

	/** Whole tens of percent, so that all points are seen. */
	private static void setLimits(final List<Score> scores, final Plot plot) {
		final DoubleSummaryStatistics iou = scores.stream().mapToDouble(Score::iou)
			.summaryStatistics();
		final double bottom = Math.floor((iou.getMin() - 1) / TENS) * TENS;
		final double top = Math.ceil((iou.getMax() + 1) / TENS) * TENS;
		plot.setLimits(0, scores.get(scores.size() - 1).prompt().noise(), Math.max(
			0, bottom), Math.min(100, top));
	}
}
