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
 * Where and how a file holds one tensor.
 */
final class StoredTensor {

	private final ElementType type;
	private final long[] shape;
	private final long offset;
	private final long length;

	/**
	 * @param offset first byte, from the start of the file
	 * @param length in bytes
	 */
	StoredTensor(final ElementType type, final long[] shape, final long offset,
		final long length)
	{
		this.type = type;
		this.shape = shape.clone();
		this.offset = offset;
		this.length = length;
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
