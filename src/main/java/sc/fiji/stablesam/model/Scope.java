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

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;

/**
 * The native memory of one block's forward pass. Every array made from one that
 * {@link #enter entered} is freed when the scope closes, but for those that
 * {@link #leave left} it.
 */
final class Scope implements AutoCloseable {

	private final NDManager outer;
	private final NDManager inner;

	private Scope(final NDManager outer) {
		this.outer = outer;
		this.inner = outer.newSubManager();
	}

	/** @param outer owns what leaves the scope */
	static Scope in(final NDManager outer) {
		return new Scope(outer);
	}

	NDManager manager() {
		return inner;
	}

	/**
	 * @return another handle on the same memory, owned by this scope; the given
	 *         one stays as it is, so that threads can share it
	 */
	NDArray enter(final NDArray array) {
		final NDArray alias = array.reshape(array.getShape());
		alias.attach(inner);
		return alias;
	}

	/** @return the same array, owned by the outer manager */
	NDArray leave(final NDArray array) {
		array.attach(outer);
		return array;
	}

	@Override
	public void close() {
		inner.close();
	}
}
