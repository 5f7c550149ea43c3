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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

/** ONNX models, written here byte by byte. */
public class OnnxFileTest extends TensorFileContract {

	@Test
	public void operationsAreRead() throws IOException {
		final Path path = folder.resolve("model.onnx");
		Files.write(path, fixture());
		try (GraphFile file = OnnxFile.open(path)) {
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
		return OnnxFile.open(path);
	}

	/**
	 * The graph comes last, as exporters write it, so that a cut cannot go
	 * unnoticed.
	 */
	@Override
	byte[] fixture() {
		final byte[] node = message(string(1, "x"), string(1, "matrix"), string(2,
			"y"), string(3, "/a/MatMul"), string(4, "MatMul"));
		final byte[] graph = message(bytes(1, node), string(2, "main"), //
			bytes(5, tensor("matrix", 1, Bytes.floats(0, 1, 2, 3, 4, 5), 2, 3)), //
			bytes(5, tensor("scalar", 1, Bytes.floats(7))), //
			bytes(5, message(number(2, 10), string(8, "half"), bytes(1, new byte[] {
				2 }), bytes(9, Bytes.HALVES))), //
			bytes(5, message(number(1, 1), number(2, 7), string(8, "integers"), bytes(
				7, new byte[] { 9 }))));
		return message(number(1, 8), string(2, "pytorch"), bytes(7, graph));
	}

	private static byte[] tensor(final String name, final int type,
		final byte[] raw, final int... dims)
	{
		final byte[][] sizes = Arrays.stream(dims).mapToObj(dim -> number(1, dim))
			.toArray(byte[][]::new);
		return message(message(sizes), number(2, type), string(8, name), bytes(9,
			raw));
	}

	private static byte[] message(final byte[]... fields) {
		return Bytes.join(fields);
	}

	private static byte[] number(final int field, final int value) {
		return new byte[] { (byte) (field << 3), (byte) value };
	}

	private static byte[] string(final int field, final String text) {
		return bytes(field, text.getBytes(StandardCharsets.UTF_8));
	}

	private static byte[] bytes(final int field, final byte[] contents) {
		final byte[] start = { (byte) (field << 3 | 2), (byte) (contents.length &
			0x7f | 0x80), (byte) (contents.length >> 7) };
		return Bytes.join(start, contents);
	}
}
