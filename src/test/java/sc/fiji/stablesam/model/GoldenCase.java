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
import java.nio.file.Path;
import java.util.List;

import javax.imageio.ImageIO;

import ai.djl.Device;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.image.ImageFrame;
import sc.fiji.stablesam.image.Resampling;
import sc.fiji.stablesam.model.PromptBatch.Label;
import sc.fiji.stablesam.model.PromptBatch.Points;
import sc.fiji.stablesam.train.FileTensors;
import sc.fiji.stablesam.weights.ModelCatalog;
import sc.fiji.stablesam.weights.PyTorchFile;
import sc.fiji.stablesam.weights.TensorFile;

/** The reference checkpoints, their pictures and their prompts. */
public enum GoldenCase {

		/** SAM 2. */
		HIERA("sam2_hiera", ".pt"),

		/** SAM. */
		VIT("sam_vit", ".pth"),

		/** MobileSAM. */
		TINY_VIT("mobile_sam", ".pt");

	private final String family;
	private final String ending;

	GoldenCase(final String family, final String ending) {
		this.family = family;
		this.ending = ending;
	}

	/** NB: The file stays open, and with it what tests read of it. */
	public TensorSource weights() throws IOException {
		final Path path = resource(ending).toPath();
		final TensorFile file = PyTorchFile.open(path);
		return new FileTensors(file, ModelCatalog.builtIn().check(family, file,
			path));
	}

	/** @return on the CPU, to be closed by the caller */
	public Sam network() throws IOException {
		final TensorSource weights = weights();
		return Sam.load(weights, SamConfig.of(weights), Device.cpu(),
			Precision.FLOAT32);
	}

	/** @return of its picture, to be closed by the caller */
	public ImageEmbedding encode(final Sam network) {
		return network.encode(picture(network), frame(network), Progress.NONE);
	}

	NumpyArrays expected() throws IOException {
		return NumpyArrays.read(resource("_expected.npz"));
	}

	/** @return what the reference code answers, flattened */
	public float[] expected(final String key) throws IOException {
		return expected().get(key);
	}

	private File resource(final String rest) {
		try {
			return new File(GoldenCase.class.getResource("/golden/" + family +
				"_micro" + rest).toURI());
		}
		catch (final URISyntaxException exc) {
			throw new IllegalStateException(exc);
		}
	}

	/** @return [3, 1024, 1024], from 0 to 1, as the network wants to see it */
	FloatBuffer picture(final Sam network) {
		return Resampling.toPicture(image(), frame(network));
	}

	/** @return of the picture */
	public ImageFrame frame(final Sam network) {
		return network.frame(image().dimension(0), image().dimension(1));
	}

	private RandomAccessibleInterval<ARGBType> image() {
		try {
			final BufferedImage image = ImageIO.read(resource("_image.png"));
			final int width = image.getWidth();
			final int height = image.getHeight();
			return ArrayImgs.argbs(image.getRGB(0, 0, width, height, null, 0, width),
				width, height);
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

	public static PromptBatch batch(final String prompt, final Sam network,
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
