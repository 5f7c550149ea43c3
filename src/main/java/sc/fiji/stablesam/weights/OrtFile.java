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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the weights and operations of a model in ONNX Runtime's own format.
 */
final class OrtFile extends GraphFile {

	private static final String FORMAT = "a model of ONNX Runtime's format";
	private static final String IDENTIFIER = "ORTM";

	// Field numbers of the tables, as the format's schema fixes them.
	private static final int SESSION_MODEL = 1;
	private static final int MODEL_PRODUCER = 2;
	private static final int MODEL_GRAPH = 7;
	private static final int GRAPH_INITIALIZERS = 0;
	private static final int GRAPH_NODES = 2;
	private static final int NODE_NAME = 0;
	private static final int NODE_OPERATION = 5;
	private static final int NODE_INPUTS = 8;
	private static final int NODE_OUTPUTS = 9;
	private static final int TENSOR_NAME = 0;
	private static final int TENSOR_DIMS = 2;
	private static final int TENSOR_TYPE = 3;
	private static final int TENSOR_RAW = 4;

	private OrtFile(final WeightFile file, final FlatTable model) {
		super(file, Map.of("producer", model.string(MODEL_PRODUCER)), tensors(file,
			model.table(MODEL_GRAPH)), nodes(model.table(MODEL_GRAPH)));
	}

	/**
	 * Opens a file and checks its structure.
	 *
	 * @throws sc.fiji.stablesam.StableSamException if there is no such file, it
	 *           is of another format, truncated or damaged
	 */
	static OrtFile open(final Path path) {
		final WeightFile file = WeightFile.open(path);
		try {
			return new OrtFile(file, FlatTable.root(contents(file)).table(
				SESSION_MODEL));
		}
		catch (final IndexOutOfBoundsException e) {
			file.close();
			throw file.damaged("it is cut off or garbled");
		}
		catch (final RuntimeException e) {
			file.close();
			throw e;
		}
	}

	private static ByteBuffer contents(final WeightFile file) {
		if (file.size() < 2 * Integer.BYTES) throw file.notA(FORMAT);
		final byte[] identifier = new byte[IDENTIFIER.length()];
		file.read(Integer.BYTES, identifier.length).get(identifier);
		if (!IDENTIFIER.equals(new String(identifier, StandardCharsets.ISO_8859_1)))
			throw file.notA(FORMAT);
		return file.readWhole(FORMAT);
	}

	private static Map<String, StoredTensor> tensors(final WeightFile file,
		final FlatTable graph)
	{
		final Map<String, StoredTensor> result = new LinkedHashMap<>();
		for (final FlatTable tensor : graph.tables(GRAPH_INITIALIZERS)) {
			final String name = tensor.string(TENSOR_NAME);
			final ElementType type = OnnxElements.type(tensor.number(TENSOR_TYPE));
			if (type == null) throw file.damaged("its tensor '" + name +
				"' has an unknown element type");
			final long[] dims = tensor.longs(TENSOR_DIMS);
			final int length = tensor.length(TENSOR_RAW, 1);
			if (StoredTensor.byteCount(type, dims) != length) throw file.damaged(
				"the size of its tensor '" + name + "' is wrong");
			final int start = length == 0 ? 0 : tensor.start(TENSOR_RAW);
			if (result.put(name, new StoredTensor(type, dims, start, length)) != null)
				throw file.damaged("it has two tensors '" + name + "'");
		}
		return result;
	}

	private static List<GraphNode> nodes(final FlatTable graph) {
		final List<GraphNode> result = new ArrayList<>();
		for (final FlatTable node : graph.tables(GRAPH_NODES))
			result.add(new GraphNode(node.string(NODE_NAME), node.string(
				NODE_OPERATION), node.strings(NODE_INPUTS), node.strings(
					NODE_OUTPUTS)));
		return result;
	}
}
