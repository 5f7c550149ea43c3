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
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import sc.fiji.stablesam.RealModel;

/**
 * Writes SAM 2 Hiera-T as its publisher does, as a PyTorch checkpoint with two
 * position embeddings, of the weights that the exported networks hold. What
 * these lack, and images do not need, is made up.
 */
public final class PublishedHieraTiny {

	private static final String TRUNK = "image_encoder.trunk.";
	private static final String SUM = TRUNK + "pos_embed_tiled";
	private static final int CHANNELS = 96;

	private final TorchWriter pickle = new TorchWriter();
	private final Map<String, ZipWriter.Contents> files = new LinkedHashMap<>();
	private double error;

	private PublishedHieraTiny() {
		files.put(TorchWriter.ROOT + "data.pkl", out -> out.write(pickle.pickle()));
		new TorchWriter().files(new byte[0]).forEach((name, contents) -> files
			.putIfAbsent(name, out -> out.write(contents)));
	}

	/** @return the file */
	public static Path write(final Path target) throws IOException {
		try (SafetensorsFile real = SafetensorsFile.open(RealModel.file());
				OutputStream out = new BufferedOutputStream(Files.newOutputStream(
					target)))
		{
			final PublishedHieraTiny published = new PublishedHieraTiny();
			for (final String name : real.names())
				if (!name.equals(SUM)) published.add(name, real.bytes(name), real.shape(
					name));
			published.addPositions(real);
			final String head = "sam_mask_decoder.pred_obj_score_head.layers.0.";
			published.add(head + "bias", ByteBuffer.allocate(4 * 256), 256);
			ZipWriter.write(out, published.files);
		}
		return target;
	}

	/**
	 * @return the largest difference of a position to the sum that the exported
	 *         networks hold
	 */
	static double error() {
		try (SafetensorsFile real = SafetensorsFile.open(RealModel.file())) {
			final PublishedHieraTiny published = new PublishedHieraTiny();
			published.addPositions(real);
			return published.error;
		}
	}

	private void addPositions(final SafetensorsFile real) {
		final int coarse = PositionSplit.COARSE;
		final int side = PositionSplit.WINDOW;
		final float[] background = new float[CHANNELS * coarse * coarse];
		final float[] window = new float[CHANNELS * side * side];
		for (int c = 0; c < CHANNELS; c++) {
			final PositionSplit split = PositionSplit.of(real.read(SUM), CHANNELS, c);
			put(split.coarse, background, c);
			put(split.window, window, c);
			error = Math.max(error, split.error);
		}
		add(TRUNK + "pos_embed", ByteBuffer.wrap(Bytes.floats(background)), 1,
			CHANNELS, coarse, coarse);
		add(TRUNK + "pos_embed_window", ByteBuffer.wrap(Bytes.floats(window)), 1,
			CHANNELS, side, side);
	}

	private static void put(final double[][] map, final float[] all,
		final int channel)
	{
		for (int y = 0; y < map.length; y++)
			for (int x = 0; x < map.length; x++)
				all[(channel * map.length + y) * map.length + x] = (float) map[y][x];
	}

	private void add(final String name, final ByteBuffer bytes,
		final long... shape)
	{
		final String key = Integer.toString(files.size());
		pickle.add(name, TorchTensorEntry.of(ElementType.F32, key, bytes
			.remaining() / Float.BYTES, shape));
		files.put(TorchWriter.ROOT + "data/" + key, out -> Channels.newChannel(out)
			.write(bytes.duplicate()));
	}
}
