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
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import sc.fiji.stablesam.StableSamException;

/**
 * A checkpoint's tensors, as the blocks of a network take them: by name, with
 * the shape they need. A key that is missing, has another shape or is left over
 * is refused by its name.
 */
final class Parameters {

	private final TensorSource source;
	private final NDManager manager;
	private final Shapes shapes;
	private final Precision precision;
	private final Set<String> left;
	private final Map<String, NDArray> taken;

	private Parameters(final TensorSource source, final NDManager manager) {
		this.source = source;
		this.manager = manager;
		shapes = Shapes.of(source);
		precision = Precision.FLOAT32;
		left = new HashSet<>(source.names());
		taken = new LinkedHashMap<>();
	}

	private Parameters(final Parameters all, final NDManager manager,
		final Shapes shapes, final Precision precision)
	{
		source = all.source;
		left = all.left;
		taken = all.taken;
		this.manager = manager;
		this.shapes = shapes;
		this.precision = precision;
	}

	/** @param manager will own the tensors, and says on which device */
	static Parameters of(final TensorSource source, final NDManager manager) {
		return new Parameters(source, manager);
	}

	/** @return the parameters whose names start with the given name and a dot */
	Parameters of(final String child) {
		return new Parameters(this, manager, shapes.of(child), precision);
	}

	Parameters of(final int child) {
		return of(Integer.toString(child));
	}

	/** @return the same parameters, to be owned by another manager */
	Parameters in(final NDManager owner) {
		return new Parameters(this, owner, shapes, precision);
	}

	/** @return the same parameters, to be taken with that precision */
	Parameters in(final Precision wanted) {
		return new Parameters(this, manager, shapes, wanted);
	}

	NDManager manager() {
		return manager;
	}

	boolean has(final String name) {
		return shapes.has(name);
	}

	/** @throws StableSamException if the key is missing */
	long[] shape(final String name) {
		return shapes.shape(name);
	}

	/**
	 * @return the tensor of that name, owned by the manager
	 * @throws StableSamException if the key is missing or has another shape
	 */
	NDArray take(final String name, final long... shape) {
		final NDArray full = NativeCopy.of(numbers(name, shape), new Shape(shape),
			manager);
		final NDArray array = precision.of(full);
		if (array != full) full.close();
		taken.put(shapes.key(name), array);
		return array;
	}

	/**
	 * @return the numbers of the tensor of that name, which is not one of those
	 *         {@link #taken}; valid until the source is closed
	 * @throws StableSamException if the key is missing or has another shape
	 */
	FloatBuffer numbers(final String name, final long... shape) {
		final long[] found = shape(name);
		final String key = shapes.key(name);
		if (!Arrays.equals(found, shape)) throw new StableSamException(
			"The checkpoint's key '" + key + "' has shape " + Arrays.toString(found) +
				" where " + Arrays.toString(shape) +
				" is needed; it is of another model.");
		left.remove(key);
		return source.read(key);
	}

	/** @return all arrays that were taken so far, by name, in that order */
	Map<String, NDArray> taken() {
		return taken;
	}

	/** @throws StableSamException if a key was not taken */
	void requireNoneLeft() {
		if (!left.isEmpty()) throw new StableSamException("The checkpoint's key '" +
			new TreeSet<>(left).first() + "' (and " + (left.size() - 1) +
			" more) has no place in this model; it is of another model.");
	}
}
