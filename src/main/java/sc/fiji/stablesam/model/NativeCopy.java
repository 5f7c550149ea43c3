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

package sc.fiji.stablesam.model;

import java.nio.FloatBuffer;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/**
 * Copies numbers into native memory that is freed with its manager. What
 * {@link NDManager#create} makes of a buffer lies in a direct buffer instead,
 * which Java frees when it next collects garbage: with a large heap that is
 * after gigabytes.
 */
final class NativeCopy {

	private NativeCopy() {}

	/**
	 * @param numbers are read from their position on, which stays
	 * @param manager will own the array, and says on which device it is
	 */
	static NDArray of(final FloatBuffer numbers, final Shape shape,
		final NDManager manager)
	{
		if (numbers.remaining() != shape.size()) throw new IllegalArgumentException(
			"These are " + numbers.remaining() + " numbers for the shape " + shape +
				".");
		final NDArray array = manager.zeros(shape, DataType.FLOAT32, Device.cpu());
		array.toByteBuffer(true).asFloatBuffer().put(numbers.duplicate());
		if (manager.getDevice().equals(Device.cpu())) return array;
		try (NDArray here = array) {
			return here.toDevice(manager.getDevice(), true);
		}
	}
}
