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

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import sc.fiji.stablesam.StableSamException;

/**
 * The tensors that a checkpoint of one architecture has: these, and no others
 * but those that are known not to be needed.
 */
final class ExpectedTensors implements Contents {

	private final Map<String, long[]> shapes;
	private final Pattern unused;
	private final String verdict;

	private ExpectedTensors(final Map<String, long[]> shapes,
		final Pattern unused, final String verdict)
	{
		this.shapes = new LinkedHashMap<>(shapes);
		this.unused = unused;
		this.verdict = verdict;
	}

	/**
	 * @param unused names of tensors that may be there too and are left out
	 * @param verdict what a file is that has other tensors, and what to do
	 */
	static ExpectedTensors of(final TensorList list, final Pattern unused,
		final String verdict)
	{
		return new ExpectedTensors(list.shapes(), unused, verdict);
	}

	/** @return their shapes by name, in order */
	Map<String, long[]> shapes() {
		return new LinkedHashMap<>(shapes);
	}

	/**
	 * @throws StableSamException if a file has other tensors, naming the first
	 */
	void check(final TensorFile file, final Path path) {
		for (final Map.Entry<String, long[]> expected : shapes.entrySet()) {
			final String name = expected.getKey();
			if (!file.names().contains(name)) throw otherModel(path,
				"lacks the tensor '" + name + "'");
			final long[] shape = file.shape(name);
			if (!Arrays.equals(shape, expected.getValue())) throw otherModel(path,
				"has a tensor '" + name + "' of shape " + Arrays.toString(shape) +
					" instead of " + Arrays.toString(expected.getValue()));
		}
		for (final String name : file.names())
			if (!shapes.containsKey(name) && !unused.matcher(name).matches())
				throw otherModel(path, "has an unknown tensor " + Quote.of(name));
	}

	private StableSamException otherModel(final Path path, final String what) {
		return new StableSamException("The weight file " + path + " " + what +
			": " + verdict + ".");
	}

	/** @return these, after a check */
	@Override
	public ExpectedTensors tensors(final TensorFile file, final Path path) {
		check(file, path);
		return this;
	}
}
