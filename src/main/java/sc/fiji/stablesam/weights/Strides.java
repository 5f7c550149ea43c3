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

/** The order of a tensor's elements in memory: steps along each axis. */
final class Strides {

	private Strides() {}

	/** @return those of elements without gaps, the last axis fastest */
	static long[] rowMajor(final long[] shape) {
		final long[] strides = new long[shape.length];
		long step = 1;
		for (int axis = shape.length - 1; axis >= 0; axis--) {
			strides[axis] = step;
			step *= shape[axis];
		}
		return strides;
	}

	/** @return whether elements lie in row-major order, without gaps */
	static boolean areRowMajor(final long[] strides, final long[] shape) {
		final long[] wanted = rowMajor(shape);
		for (int axis = 0; axis < shape.length; axis++)
			// NB: The step along an axis of extent one says nothing.
			if (shape[axis] != 1 && strides[axis] != wanted[axis]) return false;
		return true;
	}

	/**
	 * Copies elements into row-major order.
	 *
	 * @param stored little-endian, from the first element on
	 * @param size bytes of an element
	 * @param result has room for exactly these elements, and is full then
	 */
	static void gather(final ByteBuffer stored, final long[] shape,
		final long[] strides, final int size, final ByteBuffer result)
	{
		final long[] index = new long[shape.length];
		long at = 0;
		while (result.hasRemaining()) {
			copy(stored, (int) at * size, size, result);
			for (int axis = shape.length - 1; axis >= 0; axis--) {
				at += strides[axis];
				if (++index[axis] < shape[axis]) break;
				at -= shape[axis] * strides[axis];
				index[axis] = 0;
			}
		}
	}

	private static void copy(final ByteBuffer from, final int at, final int size,
		final ByteBuffer to)
	{
		if (size == Float.BYTES) to.putInt(from.getInt(at));
		else if (size == Short.BYTES) to.putShort(from.getShort(at));
		else for (int i = 0; i < size; i++)
			to.put(from.get(at + i));
	}
}
