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

import java.util.Objects;

/** A ROI, or one point of a ROI, that cannot be a prompt, and why. */
public final class SkippedRoi {

	private final String name;
	private final String reason;

	private SkippedRoi(final String name, final String reason) {
		this.name = Objects.requireNonNull(name);
		this.reason = Objects.requireNonNull(reason);
	}

	/** @param reason the rest of a sentence that starts with the ROI's name */
	public static SkippedRoi of(final String name, final String reason) {
		return new SkippedRoi(name, reason);
	}

	public String name() {
		return name;
	}

	/** @return the rest of a sentence that starts with the ROI's name */
	public String reason() {
		return reason;
	}

	@Override
	public boolean equals(final Object o) {
		return o instanceof SkippedRoi && ((SkippedRoi) o).name.equals(name) &&
			((SkippedRoi) o).reason.equals(reason);
	}

	@Override
	public int hashCode() {
		return Objects.hash(name, reason);
	}

	/** @return one sentence for the user */
	@Override
	public String toString() {
		return "ROI '" + name + "' was skipped: it " + reason + ".";
	}
}
