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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

import sc.fiji.stablesam.weights.FlatWriter.Table;

/** Models of ONNX Runtime's format, written here. */
public class OrtFileTest extends TensorFileContract {

	@Test
	public void operationsAreRead() throws IOException {
		final Path path = folder.resolve("model.ort");
		Files.write(path, fixture());
		try (GraphFile file = OrtFile.open(path)) {
			final GraphNode node = file.node("/a/MatMul");
			assertEquals("MatMul", node.operation());
			assertEquals(List.of("x", "matrix"), node.inputs());
			assertEquals(List.of("y"), node.outputs());
			assertNull(file.node("/b"));
			assertEquals("pytorch", file.metadata().get("producer"));
		}
	}

	@Override
	TensorFile open(final Path path) {
		return OrtFile.open(path);
	}

	@Override
	byte[] fixture() {
		final Table node = new Table().with(0, "/a/MatMul").with(5, "MatMul").with(
			8, List.of("x", "matrix")).with(9, List.of("y"));
		final Table graph = new Table().with(0, //
			tensor("matrix", 1, Bytes.floats(0, 1, 2, 3, 4, 5), 2, 3), //
			tensor("scalar", 1, Bytes.floats(7)), //
			tensor("half", 10, Bytes.HALVES, 2), //
			tensor("integers", 7, Bytes.longs(9), 1)).with(2, new Table[] { node });
		final Table model = new Table().with(2, "pytorch").with(7, graph);
		return FlatWriter.file("ORTM", new Table().with(0, "6").with(1, model));
	}

	private static Table tensor(final String name, final int type,
		final byte[] raw, final long... dims)
	{
		return new Table().with(0, name).with(2, dims).with(3, type).with(4, raw);
	}
}
