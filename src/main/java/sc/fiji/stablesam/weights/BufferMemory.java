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

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Where tensors go that are not in a file as they are wanted. */
interface BufferMemory {

	/** New memory for each, which goes when it is no longer reachable. */
	BufferMemory FRESH = size -> ByteBuffer.allocateDirect(size).order(
		ByteOrder.LITTLE_ENDIAN);

	/** @return a direct, little-endian buffer of that many bytes */
	ByteBuffer take(int size);

	/**
	 * NB: Native memory of buffers that nobody uses stays until the next garbage
	 * collection, by when a whole checkpoint may have gathered.
	 *
	 * @return the same memory again and again, in two halves by turns: what was
	 *         taken must not be used any more when two more were taken
	 */
	static BufferMemory reused() {
		return new BufferMemory() {

			private final ByteBuffer[] halves = { FRESH.take(0), FRESH.take(0) };
			private int turn;

			@Override
			public ByteBuffer take(final int size) {
				turn = 1 - turn;
				if (halves[turn].capacity() < size) halves[turn] = FRESH.take(size);
				halves[turn].clear().limit(size);
				return halves[turn].slice().order(ByteOrder.LITTLE_ENDIAN);
			}
		};
	}
}
