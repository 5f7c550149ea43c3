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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import ij.ImagePlus;
import ij.gui.Roi;
import sc.fiji.stablesam.ij.SegmentedObject;
import sc.fiji.stablesam.mask.Mask;

/** The places of what is accepted on one image. For the event thread. */
final class Shelves {

	private static final Pattern OURS = Pattern.compile("SAM-(\\d{1,9})");

	private final Shelf manager = new RoiManagerShelf();
	private final Shelf overlay;

	Shelves(final ImagePlus imp) {
		overlay = new OverlayShelf(imp);
	}

	/**
	 * Puts an object where it is to go, in place of what was picked up.
	 *
	 * @param drawn with an answered object
	 * @return what was put there; nothing if there are no pixels
	 */
	Optional<Accepted> accept(final Scene drawn, final Target target) {
		final Present present = drawn.present().get();
		final Found found = present.found().get();
		final Mask mask = found.mask(present.choice());
		if (mask.isEmpty()) return Optional.empty();
		final int label = drawn.replaced().map(old -> old.object().label())
			.orElseGet(this::nextLabel);
		final Accepted accepted = new Accepted(present, SegmentedObject.of(label,
			present.prompt(), mask, present.picture().image(), found.modelName()),
			target == Target.OVERLAY ? overlay : manager);
		drawn.replaced().ifPresent(old -> old.shelf().remove(old));
		accepted.shelf().add(accepted);
		return Optional.of(accepted);
	}

	private int nextLabel() {
		return 1 + Stream.of(manager, overlay).flatMap(shelf -> shelf.rois()
			.stream()).mapToInt(Shelves::label).max().orElse(0);
	}

	private static int label(final Roi roi) {
		final String name = roi.getName();
		final Matcher matcher = OURS.matcher(name == null ? "" : name);
		return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
	}

	/** @return those of the objects that are still there as they were put */
	static List<Accepted> there(final List<Accepted> objects) {
		final Map<Shelf, Map<String, List<Roi>>> shelves = new HashMap<>();
		return objects.stream().filter(object -> shelves.computeIfAbsent(object
			.shelf(), Shelves::byName).getOrDefault(object.roi().getName(), List.of())
			.stream().anyMatch(object::is)).collect(Collectors.toList());
	}

	private static Map<String, List<Roi>> byName(final Shelf shelf) {
		return shelf.rois().stream().filter(roi -> roi.getName() != null).collect(
			Collectors.groupingBy(Roi::getName));
	}

	/** Adds and removes what differs between two lists. */
	static void change(final List<Accepted> from, final List<Accepted> to) {
		for (final Accepted old : from)
			if (!to.contains(old)) old.shelf().remove(old);
		for (final Accepted fresh : to)
			if (!from.contains(fresh)) fresh.shelf().add(fresh);
	}
}
