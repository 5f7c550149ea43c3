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

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the weights and operations of an ONNX model.
 */
final class OnnxFile extends GraphFile {

	private static final String FORMAT = "an ONNX model";

	/** Every ONNX model starts with its format version: field 1, a number. */
	private static final byte FIRST_BYTE = 0x08;

	// Field numbers of the messages, as the format's specification fixes them.
	private static final int MODEL_PRODUCER = 2;
	private static final int MODEL_GRAPH = 7;
	private static final int GRAPH_NODE = 1;
	private static final int GRAPH_INITIALIZER = 5;
	private static final int NODE_INPUT = 1;
	private static final int NODE_OUTPUT = 2;
	private static final int NODE_NAME = 3;
	private static final int NODE_OPERATION = 4;

	private OnnxFile(final WeightFile file, final Directory directory) {
		super(file, directory.metadata, directory.tensors, directory.nodes);
	}

	/**
	 * Opens a file and checks its structure.
	 *
	 * @throws sc.fiji.stablesam.StableSamException if there is no such file, it
	 *           is of another format, truncated or damaged
	 */
	static OnnxFile open(final Path path) {
		final WeightFile file = WeightFile.open(path);
		try {
			return new OnnxFile(file, new Directory(file));
		}
		catch (final BufferUnderflowException e) {
			file.close();
			throw file.damaged("it is cut off or garbled");
		}
		catch (final RuntimeException e) {
			file.close();
			throw e;
		}
	}

	private static final class Directory {

		private final Map<String, String> metadata = new LinkedHashMap<>();
		private final Map<String, StoredTensor> tensors = new LinkedHashMap<>();
		private final List<GraphNode> nodes = new ArrayList<>();
		private final WeightFile file;

		Directory(final WeightFile file) {
			this.file = file;
			if (file.size() < 2 || file.read(0, 1).get() != FIRST_BYTE) throw file
				.notA(FORMAT);
			final ByteBuffer contents = file.readWhole(FORMAT);
			boolean hasGraph = false;
			for (final ProtobufReader model = new ProtobufReader(contents); model
				.next();)
			{
				if (model.field() == MODEL_PRODUCER) metadata.put("producer", model
					.string());
				if (model.field() != MODEL_GRAPH) continue;
				hasGraph = true;
				readGraph(model.message());
			}
			if (!hasGraph) throw file.notA(FORMAT);
		}

		private void readGraph(final ProtobufReader graph) {
			while (graph.next()) {
				if (graph.field() == GRAPH_NODE) nodes.add(node(graph.message()));
				if (graph.field() != GRAPH_INITIALIZER) continue;
				final OnnxTensor tensor = OnnxTensor.read(graph.message());
				if (tensors.put(tensor.name(), tensor.stored(file)) != null) throw file
					.damaged("it has two tensors '" + tensor.name() + "'");
			}
		}

		private static GraphNode node(final ProtobufReader message) {
			String name = "";
			String operation = "";
			final List<String> inputs = new ArrayList<>();
			final List<String> outputs = new ArrayList<>();
			while (message.next()) {
				if (message.field() == NODE_NAME) name = message.string();
				else if (message.field() == NODE_OPERATION) operation = message
					.string();
				else if (message.field() == NODE_INPUT) inputs.add(message.string());
				else if (message.field() == NODE_OUTPUT) outputs.add(message.string());
			}
			return new GraphNode(name, operation, inputs, outputs);
		}
	}
}
