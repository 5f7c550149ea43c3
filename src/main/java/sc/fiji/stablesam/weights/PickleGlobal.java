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

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * What a checkpoint may call by name. These names are never looked up anywhere:
 * each stands for a few lines of this class.
 */
enum PickleGlobal {

		ORDERED_DICT("collections.OrderedDict") {

			@Override
			Object call(final List<?> arguments) {
				if (!arguments.isEmpty()) throw new ClassCastException(
					"Dictionaries are filled later");
				return new LinkedHashMap<String, Object>();
			}
		},

		/**
		 * Of a storage, the offset in it, extents and strides; further arguments
		 * are about training.
		 */
		REBUILD_TENSOR("torch._utils._rebuild_tensor_v2") {

			@Override
			Object call(final List<?> arguments) {
				return new TorchTensor((TorchStorage) arguments.get(0), (Long) arguments
					.get(1), longs(arguments.get(2)), longs(arguments.get(3)));
			}
		},

		/** Of a tensor; further arguments are about training. */
		REBUILD_PARAMETER("torch._utils._rebuild_parameter") {

			@Override
			Object call(final List<?> arguments) {
				return (TorchTensor) arguments.get(0);
			}
		},

		DOUBLES("torch.DoubleStorage", ElementType.F64), FLOATS(
			"torch.FloatStorage", ElementType.F32), HALVES("torch.HalfStorage",
				ElementType.F16), BFLOATS("torch.BFloat16Storage", ElementType.BF16),
		LONGS("torch.LongStorage", ElementType.I64), INTS("torch.IntStorage",
			ElementType.I32), SHORTS("torch.ShortStorage", ElementType.I16), CHARS(
				"torch.CharStorage", ElementType.I8), BYTES("torch.ByteStorage",
					ElementType.U8), BOOLS("torch.BoolStorage", ElementType.BOOL);

	private final String name;
	private final ElementType elements;

	PickleGlobal(final String name) {
		this(name, null);
	}

	PickleGlobal(final String name, final ElementType elements) {
		this.name = name;
		this.elements = elements;
	}

	/** @return the one of that name, if it is allowed */
	static Optional<PickleGlobal> named(final String name) {
		return Arrays.stream(values()).filter(global -> global.name.equals(name))
			.findFirst();
	}

	/**
	 * @param arguments as the checkpoint gives them
	 * @throws ClassCastException if they are of other kinds
	 * @throws IndexOutOfBoundsException if there are too few
	 */
	Object call(final List<?> arguments) {
		throw new ClassCastException(name + " is a type and is not called");
	}

	/**
	 * @return of what the storages of this type consist
	 * @throws ClassCastException if it is no type of storages
	 */
	ElementType elements() {
		if (elements == null) throw new ClassCastException(name +
			" is no type of storages");
		return elements;
	}

	private static long[] longs(final Object numbers) {
		final List<?> list = (List<?>) numbers;
		if (list.size() > TorchTensor.MAX_AXES) throw new IndexOutOfBoundsException(
			list.size());
		return list.stream().mapToLong(number -> (Long) number).toArray();
	}
}
