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

package sc.fiji.stablesam.ij.call;

import java.awt.EventQueue;
import java.awt.SecondaryLoop;
import java.awt.Toolkit;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Runs work on a thread of its own while the caller waits.
 * <p>
 * The work must not run on the event thread; neither on a macro's thread, which
 * ImageJ stops by force when the user aborts the macro, native code or not.
 */
public final class Background {

	private Background() {}

	/**
	 * @param work sees this class's loader as its thread's context class loader,
	 *          as the engine is found through it
	 * @param cancel called if nobody waits for the work any more
	 * @return what the work returned
	 * @throws CancellationException if the waiting thread was interrupted
	 * @throws RuntimeException whatever the work threw
	 */
	public static <T> T call(final Supplier<T> work, final Runnable cancel) {
		final boolean onEventThread = EventQueue.isDispatchThread();
		final SecondaryLoop loop = onEventThread ? Toolkit.getDefaultToolkit()
			.getSystemEventQueue().createSecondaryLoop() : null;
		final FutureTask<T> task = new FutureTask<>(work::get) {

			@Override
			protected void done() {
				// NB: the loop may be about to start only now.
				if (loop != null) EventQueue.invokeLater(loop::exit);
			}
		};
		final Thread thread = new Thread(task, "Stable-SAM");
		thread.setDaemon(true);
		thread.setContextClassLoader(Background.class.getClassLoader());
		thread.start();
		if (loop != null) loop.enter();
		return result(task, cancel);
	}

	private static <T> T result(final FutureTask<T> task, final Runnable cancel) {
		try {
			return task.get();
		}
		catch (final InterruptedException exc) {
			Thread.currentThread().interrupt();
			throw new CancellationException("Interrupted.");
		}
		catch (final ExecutionException exc) {
			if (exc.getCause() instanceof RuntimeException)
				throw (RuntimeException) exc.getCause();
			throw UserErrors.of(exc.getCause());
		}
		finally {
			// NB: also on ThreadDeath, by which ImageJ stops macros.
			if (!task.isDone()) cancel.run();
		}
	}
}
