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

package sc.fiji.stablesam.prompt;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the user points at: one object, by at most one box, any number of clicks
 * with sign, and at most one mask hint (Segment Anything, section 3, "Prompt
 * encoder"). Coordinates are image pixels; see {@link Box} and {@link Click}.
 */
public final class Prompt {

	private static final Prompt EMPTY = new Prompt(null, Collections.emptyList(),
		null);

	private final Box box;
	private final List<Click> clicks;
	private final MaskHint hint;

	private Prompt(final Box box, final List<Click> clicks, final MaskHint hint) {
		this.box = box;
		this.clicks = clicks;
		this.hint = hint;
	}

	/** @return a prompt that says nothing yet */
	public static Prompt empty() {
		return EMPTY;
	}

	public static Prompt of(final Box box) {
		return EMPTY.with(box);
	}

	public static Prompt of(final Click... clicks) {
		Prompt prompt = EMPTY;
		for (final Click click : clicks)
			prompt = prompt.with(click);
		return prompt;
	}

	/** @return this prompt with the given box in place of its own */
	public Prompt with(final Box newBox) {
		return new Prompt(Objects.requireNonNull(newBox), clicks, hint);
	}

	/** @return this prompt with one more click */
	public Prompt with(final Click click) {
		final List<Click> more = new ArrayList<>(clicks);
		more.add(Objects.requireNonNull(click));
		return new Prompt(box, Collections.unmodifiableList(more), hint);
	}

	/** @return this prompt with the given hint in place of its own */
	public Prompt with(final MaskHint newHint) {
		return new Prompt(box, clicks, Objects.requireNonNull(newHint));
	}

	public Optional<Box> box() {
		return Optional.ofNullable(box);
	}

	public List<Click> clicks() {
		return clicks;
	}

	public Optional<MaskHint> hint() {
		return Optional.ofNullable(hint);
	}

	public boolean isEmpty() {
		return box == null && clicks.isEmpty() && hint == null;
	}

	/**
	 * @return what this prompt consists of, for tables: {@code box},
	 *         {@code point}, {@code points}, {@code mask}, joined by {@code +}
	 */
	public String kind() {
		final List<String> parts = new ArrayList<>();
		if (box != null) parts.add("box");
		if (clicks.size() == 1) parts.add("point");
		if (clicks.size() > 1) parts.add("points");
		if (hint != null) parts.add("mask");
		return parts.isEmpty() ? "empty" : String.join("+", parts);
	}

	@Override
	public String toString() {
		return "prompt " + kind() + (box == null ? "" : " " + box) + (clicks
			.isEmpty() ? "" : " " + clicks);
	}
}
