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

package sc.fiji.stablesam.ui;

import java.awt.EventQueue;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.ij.call.UserErrors;

/**
 * Work on models, on a thread of its own. What it tells comes to the event
 * thread, until it is left alone.
 *
 * @param <R> what it gives
 */
final class ModelsTask<R> implements Progress {

	/** Told on the event thread. */
	interface Listener<R> {

		void progress(String task, double fraction);

		/** It is over and has done its work. */
		void done(R result);

		/** @param why it is over, as a sentence */
		void failed(String why);
	}

	private final Listener<R> listener;
	private volatile boolean cancelled;
	private volatile boolean left;

	private ModelsTask(final Listener<R> listener) {
		this.listener = listener;
	}

	/** @param work may throw anything; asks its argument whether to go on */
	static <R> ModelsTask<R> start(final Function<Progress, R> work,
		final Listener<R> listener)
	{
		final ModelsTask<R> task = new ModelsTask<>(listener);
		final Thread thread = new Thread(() -> task.run(work), "Stable-SAM models");
		thread.setDaemon(true);
		thread.start();
		return task;
	}

	private void run(final Function<Progress, R> work) {
		try {
			final R result = work.apply(this);
			tell(() -> listener.done(result));
		}
		catch (final CancellationException exc) {
			tell(() -> listener.failed(
				"Cancelled; the installed models are as before."));
		}
		// NB: an error would end in a console that nobody sees.
		catch (final RuntimeException | Error exc) {
			final String why = UserErrors.of(exc).getMessage();
			tell(() -> listener.failed(why));
		}
	}

	/** Asks the work to stop at its next step. */
	void cancel() {
		cancelled = true;
	}

	/** Asks the work to stop; nobody is told of it any more. */
	void leave() {
		left = true;
		cancel();
	}

	@Override
	public void report(final String task, final double fraction) {
		tell(() -> listener.progress(task, fraction));
	}

	@Override
	public boolean isCancelled() {
		return cancelled;
	}

	private void tell(final Runnable news) {
		EventQueue.invokeLater(() -> {
			if (!left) news.run();
		});
	}
}
