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

import java.util.Map;

/** A tensor as a checkpoint's pickle mentions it, right or wrong. */
final class TorchTensorEntry {

	private static final Map<ElementType, String> STORAGES = Map.of(
		ElementType.F32, "FloatStorage", ElementType.F16, "HalfStorage",
		ElementType.BF16, "BFloat16Storage", ElementType.F64, "DoubleStorage",
		ElementType.I64, "LongStorage");

	private final ElementType type;
	private final String key;
	private final long count;
	private final long[] shape;
	private long offset;
	private long[] strides;

	private TorchTensorEntry(final ElementType type, final String key,
		final long count, final long[] shape)
	{
		this.type = type;
		this.key = key;
		this.count = count;
		this.shape = shape;
		strides = Strides.rowMajor(shape);
	}

	/**
	 * @param key of the storage
	 * @param count elements of the storage
	 */
	static TorchTensorEntry of(final ElementType type, final String key,
		final long count, final long... shape)
	{
		return new TorchTensorEntry(type, key, count, shape);
	}

	TorchTensorEntry from(final long newOffset) {
		offset = newOffset;
		return this;
	}

	TorchTensorEntry stepping(final long... newStrides) {
		strides = newStrides;
		return this;
	}

	String storageType() {
		return STORAGES.get(type);
	}

	String key() {
		return key;
	}

	long count() {
		return count;
	}

	long offset() {
		return offset;
	}

	long[] shape() {
		return shape;
	}

	long[] strides() {
		return strides;
	}
}
