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

package sc.fiji.stablesam.train;

import java.nio.FloatBuffer;
import java.util.Set;

import sc.fiji.stablesam.model.TensorSource;
import sc.fiji.stablesam.weights.TensorFile;

/** Gives a network the tensors of a file. */
public final class FileTensors implements TensorSource {

	private final TensorFile file;
	private final Set<String> names;

	/**
	 * All of them.
	 *
	 * @param file stays the caller's, who closes it
	 */
	public FileTensors(final TensorFile file) {
		this(file, file.names());
	}

	/**
	 * Those of these names only.
	 *
	 * @param file stays the caller's, who closes it
	 */
	public FileTensors(final TensorFile file, final Set<String> names) {
		this.file = file;
		this.names = Set.copyOf(names);
	}

	@Override
	public Set<String> names() {
		return names;
	}

	@Override
	public long[] shape(final String name) {
		return file.shape(name);
	}

	@Override
	public FloatBuffer read(final String name) {
		return file.read(name);
	}
}
