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

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Writes checkpoints of full size, with the names and shapes of a published one
 * and random weights, in PyTorch's format. In the shell, for instance
 *
 * <pre>
 * java -cp ... sc.fiji.stablesam.weights.SyntheticCheckpoint sam_vit_h sam_vit_h.pth
 * </pre>
 */
final class SyntheticCheckpoint {

	private static final int CHUNK = 1 << 13;

	private final TorchWriter pickle = new TorchWriter();
	private final Map<String, ZipWriter.Contents> files = new LinkedHashMap<>();

	private SyntheticCheckpoint(final ShapeList list) {
		files.put(TorchWriter.ROOT + "data.pkl", out -> out.write(pickle.pickle()));
		new TorchWriter().files(new byte[0]).forEach((name, contents) -> files
			.putIfAbsent(name, out -> out.write(contents)));
		list.names().forEach(name -> add(name, list.shape(name)));
	}

	/** @param arguments name of a list in the test resources, file to write */
	public static void main(final String[] arguments) throws IOException {
		write(arguments[0], Paths.get(arguments[1]));
	}

	/** @param list name of one in the test resources */
	static Path write(final String list, final Path target) throws IOException {
		try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(
			target)))
		{
			ZipWriter.write(out, new SyntheticCheckpoint(ShapeList.of(list)).files);
		}
		return target;
	}

	/** NB: The only scalars are counters. */
	private void add(final String name, final long[] shape) {
		final String key = Integer.toString(files.size());
		final ElementType type = shape.length == 0 ? ElementType.I64
			: ElementType.F32;
		final long count = StoredTensor.byteCount(type, shape) / type.size();
		pickle.add(name, TorchTensorEntry.of(type, key, count, shape));
		files.put(TorchWriter.ROOT + "data/" + key, type == ElementType.I64
			? out -> out.write(Bytes.longs(0)) : out -> writeFloats(out, name, shape,
				count));
	}

	private static void writeFloats(final OutputStream out, final String name,
		final long[] shape, final long count) throws IOException
	{
		final SplittableRandom random = new SplittableRandom(name.hashCode());
		final boolean scales = name.endsWith("running_var") || shape.length == 1 &&
			name.endsWith(".weight");
		final double middle = scales ? 1 : 0;
		final double spread = scales ? 0.5 : spread(shape, count);
		final ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(
			ByteOrder.LITTLE_ENDIAN);
		for (long i = 0; i < count; i++) {
			chunk.putFloat((float) (middle + spread * (2 * random.nextDouble() - 1)));
			if (chunk.hasRemaining() && i < count - 1) continue;
			out.write(chunk.array(), 0, chunk.position());
			chunk.clear();
		}
	}

	/** @return such that the values of a layer stay about as large as they are */
	private static double spread(final long[] shape, final long count) {
		return shape.length == 1 ? 0.02 : Math.sqrt(3.0 * shape[0] / count);
	}
}
