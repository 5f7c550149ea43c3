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

package sc.fiji.stablesam;

import java.util.concurrent.CancellationException;

/**
 * What long work reports to, and asks whether to go on.
 * <p>
 * Implementations are called from the working thread, which is never the event
 * dispatch thread.
 */
public interface Progress {

	/** Ignores reports and never cancels. */
	Progress NONE = new Progress() {

		@Override
		public void report(final String task, final double fraction) {}

		@Override
		public boolean isCancelled() {
			return false;
		}
	};

	/**
	 * @param task what is being done, for the user
	 * @param fraction how much of it is done, from 0 to 1
	 */
	void report(String task, double fraction);

	/** @return whether the user wants the work to stop at the next step */
	boolean isCancelled();

	/**
	 * Stops the work here if the user asked for it.
	 *
	 * @throws CancellationException if {@link #isCancelled()}
	 */
	default void checkCancelled() {
		if (isCancelled()) throw new CancellationException("Cancelled.");
	}

	/** @return passes on whether to go on, and keeps reports to itself */
	default Progress quietly() {
		final Progress loud = this;
		return new Progress() {

			@Override
			public void report(final String task, final double fraction) {}

			@Override
			public boolean isCancelled() {
				return loud.isCancelled();
			}

			/** NB: the other may have its own reason to stop. */
			@Override
			public void checkCancelled() {
				loud.checkCancelled();
			}
		};
	}
}
