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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import sc.fiji.stablesam.StableSamException;

/**
 * The sizes of a network, as the shapes of a few of its tensors tell them.
 */
final class TensorSizes {

	private final TensorFile file;
	private final Path path;
	private final String model;

	/**
	 * @param path of the file, for messages
	 * @param model what the file looks like, for messages
	 */
	TensorSizes(final TensorFile file, final Path path, final String model) {
		this.file = file;
		this.path = path;
		this.model = model;
	}

	boolean has(final String name) {
		return file.names().contains(name);
	}

	/**
	 * @return one extent of a tensor, at least 1
	 * @throws StableSamException if there is no such tensor, or it has no such
	 *           axis
	 */
	long extent(final String name, final int axis) {
		if (!has(name)) throw new StableSamException("The weight file " + path +
			" lacks the tensor '" + name + "': it looks like " + model +
			" but is incomplete, so give the whole checkpoint.");
		final long[] shape = file.shape(name);
		if (shape.length <= axis || shape[axis] < 1) throw odd("its tensor '" +
			name + "' has another number of axes");
		return shape[axis];
	}

	/**
	 * Counts modules that are numbered.
	 *
	 * @param before what stands before the number in the names of their tensors
	 * @return one more than the highest number, which is at least 1; numbers that
	 *         would need more tensors than there are do not count
	 */
	int count(final String before) {
		final Pattern numbered = Pattern.compile(Pattern.quote(before) +
			"(\\d{1,6})\\..*");
		return file.names().stream().map(numbered::matcher).filter(Matcher::matches)
			.mapToInt(matcher -> 1 + Integer.parseInt(matcher.group(1))).filter(
				count -> count <= file.names().size()).max().orElse(1);
	}

	/** @return the exception for a structure that no such model has */
	StableSamException odd(final String what) {
		return new StableSamException("The weight file " + path + " looks like " +
			model + " but " + what + ": give a checkpoint of the original model.");
	}
}
