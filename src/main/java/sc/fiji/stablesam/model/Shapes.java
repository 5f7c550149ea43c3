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

import java.util.Set;

import sc.fiji.stablesam.StableSamException;

/**
 * The names and shapes of a checkpoint's tensors that start with a prefix, from
 * which the sizes of a network are inferred. Immutable.
 */
final class Shapes {

	private final TensorSource source;
	private final Set<String> names;
	private final String prefix;

	private Shapes(final TensorSource source, final Set<String> names,
		final String prefix)
	{
		this.source = source;
		this.names = names;
		this.prefix = prefix;
	}

	static Shapes of(final TensorSource source) {
		return new Shapes(source, source.names(), "");
	}

	/** @return the tensors whose names start with the given name and a dot */
	Shapes of(final String child) {
		return new Shapes(source, names, prefix + child + ".");
	}

	Shapes of(final int child) {
		return of(Integer.toString(child));
	}

	/** @return the whole name in the checkpoint */
	String key(final String name) {
		return prefix + name;
	}

	boolean has(final String name) {
		return names.contains(key(name));
	}

	/** @throws StableSamException if the key is missing */
	long[] shape(final String name) {
		if (!has(name)) throw new StableSamException("The checkpoint has no key '" +
			key(name) + "'; it is incomplete or of another model.");
		return source.shape(key(name));
	}

	/**
	 * @return one size of a tensor
	 * @throws StableSamException if the key is missing or has fewer axes
	 */
	int size(final String name, final int axis) {
		final long[] shape = shape(name);
		if (axis >= shape.length) throw new StableSamException(
			"The checkpoint's key '" + key(name) + "' has " + shape.length +
				" axes, too few; it is of another model.");
		return Math.toIntExact(shape[axis]);
	}

	/** @return how many children 0, 1, 2... there are that have such a tensor */
	int count(final String name) {
		int count = 0;
		while (of(count).has(name))
			count++;
		return count;
	}
}
