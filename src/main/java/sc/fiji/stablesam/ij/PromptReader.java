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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import ij.gui.ImageRoi;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.process.FloatPolygon;

import sc.fiji.stablesam.ij.Draft.NamedClick;
import sc.fiji.stablesam.prompt.Click;
import sc.fiji.stablesam.prompt.Prompt;

/** Reads ROIs one after the other and turns them into prompts at the end. */
final class PromptReader {

	/** ImageJ's integer point coordinates are pixel centres. */
	private static final double CENTRE = 0.5;

	private final SourceImage image;
	private final RoiPositions positions;
	private final List<Draft> drafts = new ArrayList<>();
	private final List<SkippedRoi> skipped = new ArrayList<>();

	PromptReader(final SourceImage image) {
		this.image = image;
		this.positions = new RoiPositions(image.shape());
	}

	void read(final Roi roi, final String name) {
		try {
			if (roi instanceof PointRoi) readPoints((PointRoi) roi, name);
			else readShape(roi, name);
		}
		catch (final UnusableRoiException e) {
			skipped.add(SkippedRoi.of(name, e.getMessage()));
		}
	}

	/** @param together whether all points of a ROI are one object */
	PromptSet finish(final boolean together) {
		final List<RoiPrompt> prompts = new ArrayList<>();
		for (final Draft draft : GroupJoin.join(drafts, image.shape())) {
			if (!draft.isPoints()) prompts.add(draft.together());
			else if (draft.foreground().isEmpty()) skipped.add(SkippedRoi.of(draft
				.roi().name(), "has only background points"));
			else if (together) prompts.add(draft.together());
			else prompts.addAll(eachPoint(draft));
		}
		return PromptSet.of(prompts, skipped);
	}

	private static List<RoiPrompt> eachPoint(final Draft draft) {
		final List<RoiPrompt> prompts = new ArrayList<>();
		final List<NamedClick> background = draft.background();
		for (final NamedClick named : draft.foreground()) {
			Prompt prompt = Prompt.of(named.click);
			for (final NamedClick other : background)
				prompt = prompt.with(other.click);
			prompts.add(RoiPrompt.of(named.name, prompt).at(draft.roi().position())
				.inGroup(draft.roi().group()));
		}
		return prompts;
	}

	private void readShape(final Roi roi, final String name)
		throws UnusableRoiException
	{
		if (roi instanceof TextRoi) throw new UnusableRoiException("is a text");
		if (roi instanceof ImageRoi) throw new UnusableRoiException("is an image");
		if (roi.getType() == Roi.ANGLE) throw new UnusableRoiException(
			"is an angle");
		final PlanePosition position = positions.of(roi);
		final Prompt prompt = roi.isLine() ? ScribblePrompts.read(roi, image
			.width(), image.height()) : AreaPrompts.read(roi, image.width(), image
				.height());
		drafts.add(Draft.of(RoiPrompt.of(name, prompt).at(position).inGroup(roi
			.getGroup())));
	}

	private void readPoints(final PointRoi roi, final String name)
		throws UnusableRoiException
	{
		final FloatPolygon points = roi.getFloatPolygon();
		if (points.npoints == 0) throw new UnusableRoiException(
			UnusableRoiException.EMPTY);
		final Map<PlanePosition, Draft> planes = new LinkedHashMap<>();
		for (int i = 0; i < points.npoints; i++) {
			final String pointName = points.npoints == 1 ? name : name + ":" + (i +
				1);
			try {
				final PlanePosition position = positions.ofPoint(roi, i);
				final NamedClick click = new NamedClick(pointName, click(roi, points,
					i));
				final PlanePosition plane = image.plane(position);
				// NB: one plane can go by several positions, one a mixed channel.
				final Draft empty = Draft.of(RoiPrompt.of(name, Prompt.empty()).at(
					position).inGroup(roi.getGroup()));
				planes.put(plane, planes.getOrDefault(plane, empty).and(click));
			}
			catch (final UnusableRoiException e) {
				skipped.add(SkippedRoi.of(pointName, e.getMessage()));
			}
		}
		drafts.addAll(planes.values());
	}

	private Click click(final PointRoi roi, final FloatPolygon points,
		final int i) throws UnusableRoiException
	{
		final double x = points.xpoints[i] + CENTRE;
		final double y = points.ypoints[i] + CENTRE;
		if (!Double.isFinite(x + y)) throw new UnusableRoiException(
			UnusableRoiException.NOT_A_NUMBER);
		final Click click = roi.getCounter(i) == 0 ? Click.foreground(x, y) : Click
			.background(x, y);
		return Optional.of(click).filter(c -> c.isInside(image.width(), image
			.height())).orElseThrow(() -> new UnusableRoiException(
				UnusableRoiException.OUTSIDE));
	}
}
