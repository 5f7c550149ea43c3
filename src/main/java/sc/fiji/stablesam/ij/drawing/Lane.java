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

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * Works at one thing at a time, and of those that wait only at the newest: who
 * asks faster than there are answers gets the answer to the last question and
 * to some before. Thread-safe.
 *
 * @param <Q> what is asked
 */
final class Lane<Q> {

	/**
	 * Answers one question.
	 *
	 * @param <Q> what is asked
	 */
	interface Work<Q> {

		/**
		 * @param newer tells what was asked last of what waits by now, if anything
		 */
		void answer(Q question, Supplier<Optional<Q>> newer);
	}

	private final Executor executor;
	private final Work<Q> work;
	private final BiFunction<Q, Q, List<Q>> merge;
	private final Deque<Q> waiting = new ArrayDeque<>();
	private boolean busy;

	/**
	 * @param executor runs the work
	 * @param merge tells of two questions that both wait, the older one first,
	 *          which are to be answered
	 */
	Lane(final Executor executor, final Work<Q> work,
		final BiFunction<Q, Q, List<Q>> merge)
	{
		this.executor = executor;
		this.work = work;
		this.merge = merge;
	}

	/** Never waits. */
	synchronized void ask(final Q question) {
		if (waiting.isEmpty()) waiting.add(question);
		else waiting.addAll(merge.apply(waiting.removeLast(), question));
		if (busy) return;
		busy = true;
		executor.execute(this::run);
	}

	/** What waits is not answered any more. */
	synchronized void clear() {
		waiting.clear();
	}

	private void run() {
		for (Optional<Q> next = next(); next.isPresent(); next = next())
			work.answer(next.get(), this::newer);
	}

	private synchronized Optional<Q> next() {
		final Optional<Q> next = Optional.ofNullable(waiting.poll());
		busy = next.isPresent();
		return next;
	}

	private synchronized Optional<Q> newer() {
		return Optional.ofNullable(waiting.peekLast());
	}
}
