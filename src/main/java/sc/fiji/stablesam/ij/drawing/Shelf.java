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

package sc.fiji.stablesam.ij.drawing;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import sc.fiji.stablesam.ij.RoiSinks;

/**
 * The ROI Manager as the place of what was accepted. Removes nothing but what
 * it added. For the event thread.
 */
final class Shelf {

	private static final Pattern NAME = Pattern.compile("SAM-(\\d{1,9})");

	/** @return a number above those of all objects that are there */
	int nextLabel() {
		int highest = 0;
		final RoiManager manager = RoiManager.getInstance2();
		if (manager != null) for (final Roi roi : manager.getRoisAsArray()) {
			final Matcher name = NAME.matcher(String.valueOf(roi.getName()));
			if (name.matches()) highest = Math.max(highest, Integer.parseInt(name
				.group(1)));
		}
		return highest + 1;
	}

	/** @return whether it is still there as it was added */
	boolean holds(final Accepted object) {
		return find(object) >= 0;
	}

	/** Adds and removes what differs between two lists. */
	void change(final List<Accepted> from, final List<Accepted> to) {
		for (final Accepted old : from)
			if (!to.contains(old)) remove(old);
		for (final Accepted fresh : to)
			if (!from.contains(fresh)) RoiSinks.roiManager().add(List.of((Roi) fresh
				.roi().clone()));
	}

	private static void remove(final Accepted object) {
		final int index = find(object);
		if (index >= 0) RoiManager.getInstance2().delete(index);
	}

	/** @return where it is, or -1 */
	private static int find(final Accepted object) {
		final RoiManager manager = RoiManager.getInstance2();
		if (manager == null) return -1;
		for (int i = manager.getCount() - 1; i >= 0; i--) {
			final Roi roi = manager.getRoi(i);
			if (object.roi().getName().equals(roi.getName()) && roi.equals(object
				.roi())) return i;
		}
		return -1;
	}
}
