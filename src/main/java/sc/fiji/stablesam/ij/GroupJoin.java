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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import sc.fiji.stablesam.ij.Draft.NamedClick;
import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Click;

/**
 * Joins areas and points that share a ROI group above 0 on one plane.
 * <p>
 * All points go to the area if there is one. If there are several (groups often
 * stand for a kind of cell), a foreground point goes to the smallest area whose
 * box it lies in, or stays an object of its own, and a background point to the
 * nearest area. Without areas, background points hold for all foreground points
 * of the group.
 */
final class GroupJoin {

	private final List<Draft> drafts;

	private GroupJoin(final List<Draft> drafts) {
		this.drafts = new ArrayList<>(drafts);
	}

	/** @return drafts in the order of the given ones; some may be gone */
	static List<Draft> join(final List<Draft> drafts, final StackShape shape) {
		final GroupJoin join = new GroupJoin(drafts);
		final Map<Object, List<Integer>> groups = new HashMap<>();
		for (int i = 0; i < drafts.size(); i++) {
			final RoiPrompt roi = drafts.get(i).roi();
			if (roi.group() > 0) groups.computeIfAbsent(Arrays.asList(roi.group(),
				shape.plane(roi.position())), key -> new ArrayList<>()).add(i);
		}
		groups.values().forEach(join::joinGroup);
		join.drafts.removeIf(draft -> draft.isPoints() && draft.clicks().isEmpty());
		return join.drafts;
	}

	private void joinGroup(final List<Integer> group) {
		final List<Integer> areas = new ArrayList<>(group);
		areas.removeIf(i -> !drafts.get(i).isArea());
		final List<Integer> points = new ArrayList<>(group);
		points.removeIf(i -> !drafts.get(i).isPoints());
		if (areas.isEmpty()) shareBackground(points);
		else for (final int i : points)
			shareOut(i, areas);
	}

	private void shareOut(final int points, final List<Integer> areas) {
		final List<NamedClick> own = new ArrayList<>();
		for (final NamedClick named : drafts.get(points).clicks()) {
			final int area = nearest(areas, named.click);
			final boolean fits = areas.size() == 1 || !named.click.isForeground() ||
				distance(box(area), named.click) == 0;
			if (fits) drafts.set(area, drafts.get(area).and(named));
			else own.add(named);
		}
		drafts.set(points, drafts.get(points).with(own));
	}

	private void shareBackground(final List<Integer> points) {
		final List<NamedClick> background = new ArrayList<>();
		boolean anyForeground = false;
		for (final int i : points) {
			background.addAll(drafts.get(i).background());
			anyForeground |= !drafts.get(i).foreground().isEmpty();
		}
		if (!anyForeground) return;
		for (final int i : points) {
			final List<NamedClick> clicks = drafts.get(i).foreground();
			if (!clicks.isEmpty()) clicks.addAll(background);
			drafts.set(i, drafts.get(i).with(clicks));
		}
	}

	/** @return the area whose box is nearest, of several the smallest */
	private int nearest(final List<Integer> areas, final Click click) {
		int best = areas.get(0);
		for (final int i : areas) {
			final int closer = Double.compare(distance(box(i), click), distance(box(
				best), click));
			if (closer < 0 || closer == 0 && size(box(i)) < size(box(best))) best = i;
		}
		return best;
	}

	private Box box(final int draft) {
		return drafts.get(draft).roi().prompt().box().orElseThrow(
			IllegalStateException::new);
	}

	private static double size(final Box box) {
		return box.width() * box.height();
	}

	private static double distance(final Box box, final Click click) {
		final double dx = Math.max(0, Math.max(box.minX() - click.x(), click.x() -
			box.maxX()));
		final double dy = Math.max(0, Math.max(box.minY() - click.y(), click.y() -
			box.maxY()));
		return Math.hypot(dx, dy);
	}
}
