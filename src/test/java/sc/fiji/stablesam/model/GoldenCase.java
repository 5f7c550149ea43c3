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

package sc.fiji.stablesam.model;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Set;

import javax.imageio.ImageIO;

import sc.fiji.stablesam.model.PromptBatch.Label;
import sc.fiji.stablesam.model.PromptBatch.Points;
import sc.fiji.stablesam.train.FileTensors;
import sc.fiji.stablesam.weights.PyTorchFile;

/** The reference checkpoint, its picture and its prompts. */
public final class GoldenCase {

	public static final Sam2Config CONFIG = Sam2Config.of(1, new int[] { 8, 4, 14,
		7 }, Set.of(5, 7));

	private GoldenCase() {}

	/** NB: The file stays open, and with it what tests read of it. */
	public static TensorSource weights() {
		return new FileTensors(PyTorchFile.open(resource("sam2_hiera_micro.pt")
			.toPath()));
	}

	static NumpyArrays expected() throws IOException {
		return NumpyArrays.read(resource("sam2_hiera_micro_expected.npz"));
	}

	/** @return what the reference code answers, flattened */
	public static float[] expected(final String key) throws IOException {
		return expected().get(key);
	}

	private static File resource(final String name) {
		try {
			return new File(GoldenCase.class.getResource("/golden/" + name).toURI());
		}
		catch (final URISyntaxException exc) {
			throw new IllegalStateException(exc);
		}
	}

	/** @return [3, 1024, 1024], from 0 to 1 */
	public static FloatBuffer picture() {
		final BufferedImage image = image();
		final int n = image.getWidth() * image.getHeight();
		final FloatBuffer rgb = FloatBuffer.allocate(3 * n);
		for (int i = 0; i < n; i++) {
			final int pixel = image.getRGB(i % image.getWidth(), i / image
				.getWidth());
			for (int c = 0; c < 3; c++)
				rgb.put(c * n + i, (pixel >> 16 - 8 * c & 0xff) / 255f);
		}
		return rgb.rewind();
	}

	private static BufferedImage image() {
		try {
			return ImageIO.read(resource("sam2_hiera_micro_image.png"));
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
	}

	static Points points(final String prompt) {
		final Points points = new Points();
		if (prompt.startsWith("box")) points.add(210, 150, Label.BOX_MIN).add(420,
			330, Label.BOX_MAX);
		if (prompt.equals("box_neg")) points.add(230, 320, Label.BACKGROUND);
		if (prompt.equals("point") || prompt.equals("points")) points.add(300, 240,
			Label.FOREGROUND);
		if (prompt.equals("points")) points.add(340, 260, Label.FOREGROUND).add(500,
			400, Label.BACKGROUND);
		if (prompt.equals("point_mask")) points.add(310, 250, Label.FOREGROUND);
		return points;
	}

	public static PromptBatch batch(final String prompt, final Sam2 network,
		final ImageEmbedding embedding)
	{
		if (!prompt.equals("point_mask")) return PromptBatch.of(List.of(points(
			prompt)));
		final float[] mask = network.decode(embedding, batch("point", network,
			embedding)).logits(0, 1);
		return PromptBatch.of(List.of(points(prompt)), List.of(mask));
	}

	/** @return every fourth row and column of 256 x 256 logits */
	public static float[] everyFourth(final float[] logits) {
		final float[] some = new float[64 * 64];
		for (int i = 0; i < some.length; i++)
			some[i] = logits[i / 64 * 4 * 256 + i % 64 * 4];
		return some;
	}
}
