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

import java.util.Arrays;

/** How closely previews followed, in milliseconds. Immutable. */
public final class DrawingFigures {

	private final double[] latencies;
	private final double longestNewest;
	private final double longestTask;

	DrawingFigures(final double[] latencies, final double longestNewest,
		final double longestTask)
	{
		this.longestNewest = longestNewest;
		this.latencies = latencies.clone();
		Arrays.sort(this.latencies);
		this.longestTask = longestTask;
	}

	/** @return from an event to a preview of it or of a later one */
	public double medianLatency() {
		return latencies[latencies.length / 2];
	}

	/** @return of the events that were answered themselves */
	public double longestNewestLatency() {
		return longestNewest;
	}

	/** @return of all events, also those that newer ones took the place of */
	public double longestLatency() {
		return latencies[latencies.length - 1];
	}

	/** @return the longest time that the event thread was busy at one thing */
	public double longestTask() {
		return longestTask;
	}
}
