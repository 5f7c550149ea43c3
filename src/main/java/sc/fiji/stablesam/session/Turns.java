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

package sc.fiji.stablesam.session;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

import sc.fiji.stablesam.Progress;

/**
 * Whose turn it is to compute: one task at a time, in the order of asking, as
 * each uses all cores already, and memory counts. What takes long steps aside
 * between its steps for what takes little, so that a person who draws on one
 * image need not wait until another is encoded. Thread-safe.
 */
final class Turns {

	private final ReentrantLock computing = new ReentrantLock(true);
	/** So that of the long tasks, too, one is done before the next begins. */
	private final ReentrantLock longTask = new ReentrantLock(true);

	/** Runs what takes little; waits until it may. */
	<T> T take(final Supplier<T> task) {
		computing.lock();
		try {
			return task.get();
		}
		finally {
			computing.unlock();
		}
	}

	/** Runs what takes little; waits until it may. */
	void take(final Runnable task) {
		take(() -> {
			task.run();
			return null;
		});
	}

	/**
	 * Runs what takes long; waits until it may.
	 *
	 * @param task gets a progress that steps aside whenever it is asked whether
	 *          to go on
	 * @param afterwards checks that the task can go on after others had their
	 *          turn
	 */
	<T> T takeLong(final Function<Progress, T> task, final Progress progress,
		final Runnable afterwards)
	{
		longTask.lock();
		try {
			return take(() -> task.apply(new SteppingAside(progress, afterwards)));
		}
		finally {
			longTask.unlock();
		}
	}

	private void stepAside(final Runnable afterwards) {
		if (!computing.hasQueuedThreads()) return;
		computing.unlock();
		computing.lock();
		afterwards.run();
	}

	private final class SteppingAside implements Progress {

		private final Progress progress;
		private final Runnable afterwards;

		SteppingAside(final Progress progress, final Runnable afterwards) {
			this.progress = progress;
			this.afterwards = afterwards;
		}

		@Override
		public void report(final String task, final double fraction) {
			progress.report(task, fraction);
		}

		@Override
		public boolean isCancelled() {
			return progress.isCancelled();
		}

		@Override
		public void checkCancelled() {
			progress.checkCancelled();
			stepAside(afterwards);
		}
	}
}
