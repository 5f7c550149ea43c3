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

/**
 * One initializer of an ONNX graph, as the file describes it.
 */
final class OnnxTensor {

	// Field numbers of the message, as the format's specification fixes them.
	private static final int DIMS = 1;
	private static final int TYPE = 2;
	private static final int FLOATS = 4;
	private static final int NAME = 8;
	private static final int RAW = 9;

	private String name = "";
	private long[] dims = {};
	private long type;
	private long start;
	private long length;

	private OnnxTensor() {}

	static OnnxTensor read(final ProtobufReader message) {
		final OnnxTensor tensor = new OnnxTensor();
		while (message.next())
			tensor.readField(message);
		return tensor;
	}

	String name() {
		return name;
	}

	/**
	 * @throws sc.fiji.stablesam.StableSamException if the description is wrong
	 */
	StoredTensor stored(final WeightFile file) {
		final ElementType element = OnnxElements.type(type);
		if (element == null) throw file.damaged("its tensor '" + name +
			"' has an unknown element type");
		final long bytes = StoredTensor.byteCount(element, dims);
		// NB: Small integers may lie in fields of their own; nobody reads them.
		if (element.isFloat() && bytes != length) throw file.damaged(
			"the size of its tensor '" + name + "' is wrong");
		return new StoredTensor(element, dims, start, length);
	}

	private void readField(final ProtobufReader message) {
		switch (message.field()) {
			case DIMS:
				addDims(message.isBytes() ? message.numbers() : new long[] { message
					.number() });
				break;
			case TYPE:
				type = message.number();
				break;
			case NAME:
				name = message.string();
				break;
			case FLOATS: // packed floats look the same as raw ones
			case RAW:
				start = message.start();
				length = message.length();
				break;
			default:
				break;
		}
	}

	private void addDims(final long[] more) {
		dims = Arrays.copyOf(dims, dims.length + more.length);
		System.arraycopy(more, 0, dims, dims.length - more.length, more.length);
	}
}
