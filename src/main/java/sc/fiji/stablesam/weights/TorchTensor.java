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
 * A tensor as a checkpoint describes it: a view of a storage.
 */
final class TorchTensor {

	/** PyTorch's own limit. */
	static final int MAX_AXES = 64;

	private final TorchStorage storage;
	private final long offset;
	private final long[] shape;
	private final long[] strides;

	/**
	 * @param offset of the first element in the storage
	 * @param shape outermost extent first
	 * @param strides elements from one to the next of each axis
	 */
	TorchTensor(final TorchStorage storage, final long offset, final long[] shape,
		final long[] strides)
	{
		this.storage = storage;
		this.offset = offset;
		this.shape = shape;
		this.strides = strides;
	}

	TorchStorage storage() {
		return storage;
	}

	/**
	 * NB: A view that repeats elements could be far larger than its file, so it
	 * may not have more elements than its storage.
	 *
	 * @return whether all elements are in the storage
	 */
	boolean fits() {
		if (shape.length != strides.length || offset < 0) return false;
		final long bytes = StoredTensor.byteCount(storage.type(), shape);
		if (bytes < 0 || bytes > storage.length()) return false;
		return bytes == 0 || reach() <= storage.count() - offset;
	}

	/**
	 * @param start where the storage starts in the file
	 * @return where the tensor is in the file
	 */
	StoredTensor in(final long start) {
		final int size = storage.type().size();
		final long length = StoredTensor.byteCount(storage.type(), shape) == 0 ? 0
			: reach() * size;
		return StoredTensor.view(storage.type(), shape, strides, start + offset *
			size, length);
	}

	/**
	 * @return elements from the first to the last, or more than any file has if
	 *         that cannot be
	 */
	private long reach() {
		try {
			long last = 0;
			for (int axis = 0; axis < shape.length; axis++) {
				if (strides[axis] < 0) return Long.MAX_VALUE;
				last = Math.addExact(last, Math.multiplyExact(shape[axis] - 1,
					strides[axis]));
			}
			return Math.addExact(last, 1);
		}
		catch (final ArithmeticException e) {
			return Long.MAX_VALUE;
		}
	}
}
