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

import java.util.concurrent.TimeUnit;

import sc.fiji.stablesam.Progress;

/** Has something else done by another thread while work goes on. */
final class Meanwhile implements Progress {

	/** Of encoding, the steps before it has begun. */
	private static final int BEFORE = 3;
	private static final int PATIENCE_MS = 500;

	private final Thread other;
	private int steps;
	private boolean done;

	Meanwhile(final Runnable task) {
		other = new Thread(task, "meanwhile");
	}

	/** @return whether it was done before the work was */
	boolean wasDone() {
		return done;
	}

	@Override
	public void report(final String task, final double fraction) {}

	@Override
	public boolean isCancelled() {
		steps++;
		if (steps == BEFORE) startAndAwaitItsTurn();
		else if (steps > BEFORE) done |= isOver();
		return false;
	}

	private void startAndAwaitItsTurn() {
		other.start();
		final long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
		while (other.getState() != Thread.State.WAITING && System.nanoTime() < end)
			Thread.onSpinWait();
	}

	private boolean isOver() {
		try {
			// NB: it may take several turns.
			other.join(PATIENCE_MS);
			return !other.isAlive();
		}
		catch (final InterruptedException exc) {
			throw new IllegalStateException(exc);
		}
	}
}
