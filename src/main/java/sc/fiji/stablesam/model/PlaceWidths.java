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

package sc.fiji.stablesam.model;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Some places of the decoder, and how wide what a plugin has there is. As text
 * such as {@code final,upscaling:24}; a place without a number is as wide as
 * the tokens. Immutable.
 */
final class PlaceWidths {

	static final PlaceWidths NONE = new PlaceWidths(new EnumMap<>(
		PluginPlace.class));

	/** What stands between a place and its width. */
	private static final String WIDTH = ":";

	/** 0 for as wide as the tokens */
	private final Map<PluginPlace, Integer> widths;

	private PlaceWidths(final Map<PluginPlace, Integer> widths) {
		this.widths = widths;
	}

	/** @return as wide as the tokens everywhere */
	static PlaceWidths of(final Collection<PluginPlace> places) {
		final Map<PluginPlace, Integer> widths = new EnumMap<>(PluginPlace.class);
		places.forEach(place -> widths.put(place, 0));
		return new PlaceWidths(widths);
	}

	/**
	 * @throws IllegalArgumentException if the text names no place, or says
	 *           anything else
	 */
	static PlaceWidths parse(final String text) {
		final Map<PluginPlace, Integer> widths = new EnumMap<>(PluginPlace.class);
		for (final String part : text.split(",")) {
			final String[] place = part.split(WIDTH, 2);
			widths.put(PluginPlace.of(place[0]), place.length == 1 ? 0 : width(
				place[1]));
		}
		return new PlaceWidths(widths);
	}

	private static int width(final String text) {
		final int width = Integer.parseInt(text.trim());
		if (width < 1) throw new IllegalArgumentException(
			"A plugin has no width of " + width + ".");
		return width;
	}

	Set<PluginPlace> places() {
		return Collections.unmodifiableSet(widths.keySet());
	}

	/**
	 * @param place one of these
	 * @param channels of the network's tokens
	 */
	long width(final PluginPlace place, final long channels) {
		final int width = widths.get(place);
		return width == 0 ? channels : width;
	}

	/** @return whether places of both have the same widths in both */
	boolean agreeWith(final PlaceWidths other) {
		return widths.entrySet().stream().allMatch(place -> other.widths
			.getOrDefault(place.getKey(), place.getValue()).equals(place.getValue()));
	}

	/** @return what {@link #parse} reads; nothing if there are no places */
	@Override
	public String toString() {
		return widths.entrySet().stream().map(PlaceWidths::text).collect(Collectors
			.joining(","));
	}

	private static String text(final Map.Entry<PluginPlace, Integer> place) {
		final String key = place.getKey().key();
		return place.getValue() == 0 ? key : key + WIDTH + place.getValue();
	}
}
