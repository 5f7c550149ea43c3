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
import java.util.stream.Collectors;

import sc.fiji.stablesam.prompt.Click;
import sc.fiji.stablesam.prompt.Prompt;

/**
 * What one ROI says about one plane, before ROIs of a group are joined and
 * points are shared out: a prompt (an area, a scribble), or loose clicks, or,
 * on the way, both. Immutable.
 */
final class Draft {

	/** A click and its name, which tells it from the ROI's other points. */
	static final class NamedClick {

		final String name;
		final Click click;

		NamedClick(final String name, final Click click) {
			this.name = name;
			this.click = click;
		}
	}

	private final RoiPrompt roi;
	private final List<NamedClick> clicks;

	private Draft(final RoiPrompt roi, final List<NamedClick> clicks) {
		this.roi = roi;
		this.clicks = Collections.unmodifiableList(new ArrayList<>(clicks));
	}

	/** @param roi with a prompt, or without one if there will be loose clicks */
	static Draft of(final RoiPrompt roi) {
		return new Draft(roi, Collections.emptyList());
	}

	/** @return the ROI's name, position, group and prompt, if it has one */
	RoiPrompt roi() {
		return roi;
	}

	boolean isArea() {
		return roi.prompt().box().isPresent();
	}

	boolean isPoints() {
		return roi.prompt().isEmpty();
	}

	List<NamedClick> foreground() {
		return clicks.stream().filter(c -> c.click.isForeground()).collect(
			Collectors.toList());
	}

	List<NamedClick> background() {
		return clicks.stream().filter(c -> !c.click.isForeground()).collect(
			Collectors.toList());
	}

	List<NamedClick> clicks() {
		return clicks;
	}

	/** @return this draft with other loose clicks */
	Draft with(final List<NamedClick> newClicks) {
		return new Draft(roi, newClicks);
	}

	/** @return this draft with one more loose click */
	Draft and(final NamedClick click) {
		final List<NamedClick> more = new ArrayList<>(clicks);
		more.add(click);
		return new Draft(roi, more);
	}

	/** @return the prompt with all loose clicks */
	RoiPrompt together() {
		Prompt prompt = roi.prompt();
		for (final NamedClick named : clicks)
			prompt = prompt.with(named.click);
		return roi.with(prompt);
	}
}
