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

package sc.fiji.stablesam.weights;

/**
 * How a model gets along with the memory there is. What it takes was measured:
 * somewhat more than twice its file when it is loaded and an image is encoded,
 * and what the program itself needs (docs/models.md). That was on a CPU; a GPU
 * is taken to need as much, though half precision should spare some of it.
 */
enum MemoryFit {

		/** A quarter of the memory and more is left to others. */
		FITS,
		/** It works if there is not much else. */
		TIGHT,
		/** It needs more than there is. */
		TOO_LARGE;

	private static final double GB = 1 << 30;
	private static final double PROGRAM = 1.5 * GB;
	private static final double FILES = 2.2;
	private static final double COMFORT = 0.75;

	/**
	 * @param bytes of the model's file
	 * @param memory there is, in bytes
	 */
	static MemoryFit of(final long bytes, final long memory) {
		final double needed = needed(bytes);
		return needed <= COMFORT * memory ? FITS : needed <= memory ? TIGHT
			: TOO_LARGE;
	}

	private static double needed(final long bytes) {
		return PROGRAM + FILES * bytes;
	}

	/**
	 * @param bytes of the model's file
	 * @return for people, such as {@code needs 7 GB}
	 */
	String describe(final long bytes) {
		if (this == FITS) return "fits";
		final String need = "needs " + Math.round(needed(bytes) / GB) + " GB";
		return this == TIGHT ? "tight, " + need : need;
	}
}
