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

import sc.fiji.stablesam.Progress;

/** Reports the progress of a part of the work as that of the whole. */
final class PartialProgress implements Progress {

	private final Progress whole;
	private final double from;
	private final double to;

	private PartialProgress(final Progress whole, final double from,
		final double to)
	{
		this.whole = whole;
		this.from = from;
		this.to = to;
	}

	/** @param from the share of the whole, from 0 to 1, where the part begins */
	static Progress of(final Progress whole, final double from, final double to) {
		return new PartialProgress(whole, from, to);
	}

	@Override
	public void report(final String task, final double fraction) {
		whole.report(task, from + (to - from) * fraction);
	}

	@Override
	public boolean isCancelled() {
		return whole.isCancelled();
	}

	/** NB: the whole may have its own reason to stop. */
	@Override
	public void checkCancelled() {
		whole.checkCancelled();
	}
}
