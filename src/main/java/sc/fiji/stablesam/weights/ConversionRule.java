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

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import sc.fiji.stablesam.StableSamException;

/**
 * One line of a key table: which tensor of a stored network becomes which
 * tensor of the checkpoint.
 */
final class ConversionRule {

	private final String target;
	private final long[] shape;
	private String initializer;
	private String node;
	private Layout layout = Layout.SAME;
	private int row = -1;
	private long[] wholeShape;

	private ConversionRule(final String target, final long... shape) {
		this.target = target;
		this.shape = shape;
	}

	/** The tensor comes from an initializer of that name. */
	static ConversionRule named(final String initializer, final String target,
		final long... shape)
	{
		final ConversionRule rule = new ConversionRule(target, shape);
		rule.initializer = initializer;
		return rule;
	}

	/**
	 * The tensor comes from the one initializer that a node of that name reads.
	 */
	static ConversionRule usedBy(final String node, final String target,
		final long... shape)
	{
		final ConversionRule rule = new ConversionRule(target, shape);
		rule.node = node;
		return rule;
	}

	/** @return this rule, for elements stored in another order */
	ConversionRule stored(final Layout otherLayout) {
		layout = otherLayout;
		return this;
	}

	/**
	 * @return this rule, for a part of the stored tensor, which is [1, rows, n]
	 */
	ConversionRule rowsFrom(final int firstRow, final long... shapeOfWhole) {
		row = firstRow;
		wholeShape = shapeOfWhole;
		return this;
	}

	/** @return the name in the checkpoint */
	String target() {
		return target;
	}

	/** @return the shape in the checkpoint */
	long[] shape() {
		return shape.clone();
	}

	/**
	 * @return the name of the initializer that this rule uses
	 * @throws StableSamException if there is none
	 */
	String source(final GraphFile file) {
		if (initializer != null) {
			if (!file.names().contains(initializer)) throw otherModel(file,
				"has no tensor '" + initializer + "'");
			return initializer;
		}
		final GraphNode operation = file.node(node);
		final List<String> found = operation == null ? List.of() : operation
			.inputs().stream().filter(file.names()::contains).collect(Collectors
				.toList());
		if (found.size() != 1) throw otherModel(file, "has no weights at '" + node +
			"'");
		return found.get(0);
	}

	/**
	 * Reads the tensor in the checkpoint's layout.
	 *
	 * @throws StableSamException if it is missing or of another shape
	 */
	ByteBuffer read(final GraphFile file) {
		final String source = source(file);
		final long[] stored = file.shape(source);
		final boolean fits = row < 0 ? layout.fits(stored, shape) : Arrays.equals(
			stored, wholeShape);
		if (!fits) throw otherModel(file, "has a tensor '" + source +
			"' of shape " + Arrays.toString(stored) + ", which does not fit '" +
			target + "' of " + Arrays.toString(shape));
		final ByteBuffer bytes = file.bytes(source);
		return row < 0 ? layout.apply(bytes, stored) : rows(bytes);
	}

	private ByteBuffer rows(final ByteBuffer whole) {
		final int rowLength = (int) shape[1] * Float.BYTES;
		final ByteBuffer part = whole.duplicate().order(whole.order());
		part.position(row * rowLength).limit((row + (int) shape[0]) * rowLength);
		return part.slice().order(whole.order());
	}

	private static StableSamException otherModel(final GraphFile file,
		final String what)
	{
		return new StableSamException("The file " + file.path() + " " + what +
			": it holds another model than expected.");
	}
}
