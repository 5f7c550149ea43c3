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

import ij.IJ;

import sc.fiji.stablesam.Progress;

/**
 * Shows progress in ImageJ's status bar; the escape key cancels. Closing it
 * tidies the status bar up.
 */
public final class ImageJProgress implements Progress, AutoCloseable {

	private volatile boolean cancelled;

	/** For a thread that may forget an escape key that was pressed before. */
	public ImageJProgress() {
		IJ.resetEscape();
	}

	@Override
	public void report(final String task, final double fraction) {
		IJ.showStatus("Stable-SAM: " + task);
		// NB: 1 would hide the bar between two steps.
		IJ.showProgress(Math.min(fraction, 0.999));
	}

	@Override
	public boolean isCancelled() {
		return cancelled || IJ.escapePressed();
	}

	/** Asks the work to stop at its next step. From any thread. */
	public void cancel() {
		cancelled = true;
	}

	@Override
	public void close() {
		IJ.showProgress(1.0);
		IJ.showStatus("");
	}
}
