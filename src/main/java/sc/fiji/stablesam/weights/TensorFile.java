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

import java.io.Closeable;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Set;

import sc.fiji.stablesam.StableSamException;

/**
 * A file of named float tensors, whatever its format.
 * <p>
 * Opening reads and checks the file's directory only; a tensor's elements are
 * read when asked for. Tensors are in row-major order. Not safe for use by
 * several threads at once.
 */
public interface TensorFile extends Closeable {

	/** @return what the file says about itself, never null */
	Map<String, String> metadata();

	/** @return the tensors' names, in the order of the file */
	Set<String> names();

	/**
	 * @param name one of {@link #names()}
	 * @return the tensor's extents, outermost first; empty for a scalar
	 * @throws IllegalArgumentException if there is no such tensor
	 */
	long[] shape(String name);

	/**
	 * Reads a tensor as the bytes of 32-bit floats.
	 * <p>
	 * Where the file holds such floats already this is a direct view of the file,
	 * without a copy, and read-only: native code that is handed its address must
	 * not write there. The buffer stays valid after {@link #close()}: its memory
	 * goes when the buffer itself is no longer reachable.
	 *
	 * @param name one of {@link #names()}
	 * @return a direct, little-endian buffer of four bytes per element
	 * @throws IllegalArgumentException if there is no such tensor
	 * @throws StableSamException if the tensor cannot be read, or holds no floats
	 */
	ByteBuffer bytes(String name);

	/**
	 * Reads a tensor's elements, half floats widened.
	 *
	 * @param name one of {@link #names()}
	 * @return {@link #bytes(String)} seen as floats
	 * @throws IllegalArgumentException if there is no such tensor
	 * @throws StableSamException if the tensor cannot be read, or holds no floats
	 */
	default FloatBuffer read(final String name) {
		return bytes(name).asFloatBuffer();
	}

	/** Closes the file. Buffers handed out stay valid. */
	@Override
	void close();
}
