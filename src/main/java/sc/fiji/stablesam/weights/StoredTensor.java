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

/**
 * Where and how a file holds one tensor.
 */
final class StoredTensor {

	private final ElementType type;
	private final long[] shape;
	private final long[] strides;
	private final long offset;
	private final long length;

	private StoredTensor(final ElementType type, final long[] shape,
		final long[] strides, final long offset, final long length)
	{
		this.type = type;
		this.shape = shape.clone();
		this.strides = strides.clone();
		this.offset = offset;
		this.length = length;
	}

	/**
	 * A tensor whose elements are in row-major order, without gaps.
	 *
	 * @param offset first byte, from the start of the file
	 * @param length in bytes
	 */
	StoredTensor(final ElementType type, final long[] shape, final long offset,
		final long length)
	{
		this(type, shape, Strides.rowMajor(shape), offset, length);
	}

	/**
	 * A tensor whose elements are in any order.
	 *
	 * @param strides elements from one to the next of each axis
	 * @param offset of the first element, in bytes from the start of the file
	 * @param length bytes from the first element to the end of the last in the
	 *          file
	 */
	static StoredTensor view(final ElementType type, final long[] shape,
		final long[] strides, final long offset, final long length)
	{
		return new StoredTensor(type, shape, strides, offset, length);
	}

	ElementType type() {
		return type;
	}

	long[] shape() {
		return shape.clone();
	}

	long offset() {
		return offset;
	}

	long length() {
		return length;
	}

	/**
	 * @param stored the {@link #length()} bytes at {@link #offset()}
	 * @param memory gives a buffer for the result if one is needed
	 * @return the elements in row-major order; the same buffer if they are
	 */
	ByteBuffer inOrder(final ByteBuffer stored, final BufferMemory memory) {
		if (Strides.areRowMajor(strides, shape)) return stored;
		final ByteBuffer result = memory.take((int) byteCount(type, shape));
		Strides.gather(stored, shape, strides, type.size(), result);
		return result.flip();
	}

	/**
	 * @return the number of bytes that a tensor needs, or -1 if no file can hold
	 *         it
	 */
	static long byteCount(final ElementType type, final long[] shape) {
		try {
			long count = type.size();
			for (final long extent : shape) {
				if (extent < 0) return -1;
				count = Math.multiplyExact(count, extent);
			}
			return count;
		}
		catch (final ArithmeticException e) {
			return -1;
		}
	}
}
