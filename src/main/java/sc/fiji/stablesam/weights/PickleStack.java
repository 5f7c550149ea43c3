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

package sc.fiji.stablesam.weights;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/**
 * The stack of a pickle machine. Marks remember how high it was; nothing below
 * the last mark can be reached. Throws {@link IndexOutOfBoundsException} where
 * a program reaches for it.
 */
final class PickleStack {

	private final ArrayList<Object> values = new ArrayList<>();
	private final Deque<Integer> marks = new ArrayDeque<>();

	/** @return true, always */
	boolean push(final Object value) {
		return values.add(value);
	}

	/** @return true, always */
	boolean mark() {
		marks.push(values.size());
		return true;
	}

	/** @return what is on top, which may be null */
	Object top() {
		return values.get(start(1));
	}

	/**
	 * @throws ClassCastException if something else is on top
	 * @throws NullPointerException if None is
	 */
	<T> T top(final Class<T> type) {
		return type.cast(Objects.requireNonNull(top()));
	}

	Object pop() {
		return values.remove(start(1));
	}

	/** @return so many, the deepest first */
	List<Object> pop(final int count) {
		return popFrom(start(count));
	}

	/** @return all above the last mark, which goes as well */
	List<Object> popToMark() {
		if (marks.isEmpty()) throw new IndexOutOfBoundsException("No mark");
		return popFrom(marks.pop());
	}

	private List<Object> popFrom(final int start) {
		final List<Object> above = values.subList(start, values.size());
		final List<Object> popped = new ArrayList<>(above);
		above.clear();
		return popped;
	}

	private int start(final int count) {
		final int mark = marks.isEmpty() ? 0 : marks.peek();
		final int start = values.size() - count;
		if (start < mark) throw new IndexOutOfBoundsException("Below the mark");
		return start;
	}
}
