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
import ai.djl.ndarray.NDList;

/**
 * The inputs of a call whose gradients are wanted. DJL takes from their names
 * which function is meant and which inputs form a list.
 */
final class RecordedCall {

	private final Scope scope;
	private final NDList inputs = new NDList();
	private int lists;

	/** @param scope will own the inputs' handles */
	RecordedCall(final Scope scope, final String function) {
		this.scope = scope;
		add(scope.manager().create(0f), "module_method:" + function);
	}

	/** @param input an array, a list of arrays, a layer or a choice */
	void add(final Object input) {
		if (input instanceof Linear) {
			add(((Linear) input).weight());
			add(((Linear) input).bias());
		}
		else if (input instanceof LayerNorm) {
			add(((LayerNorm) input).weight());
			add(((LayerNorm) input).bias());
		}
		else if (input instanceof TokenChoice) ((TokenChoice) input).forEach(
			this::add);
		else if (input instanceof NDList) {
			final String name = "list" + lists++ + "[]";
			((NDList) input).forEach(array -> add(scope.enter(array), name));
		}
		else inputs.add(scope.enter((NDArray) input));
	}

	private void add(final NDArray handle, final String name) {
		handle.setName(name);
		inputs.add(handle);
	}

	NDList inputs() {
		return inputs;
	}
}
