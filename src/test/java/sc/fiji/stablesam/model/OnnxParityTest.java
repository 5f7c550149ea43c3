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

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import ai.djl.Device;
import ai.onnxruntime.OrtException;
import ij.ImagePlus;
import ij.io.Opener;
import net.imglib2.img.array.ArrayImgs;
import sc.fiji.stablesam.NeedsModel;
import sc.fiji.stablesam.RealModel;
import sc.fiji.stablesam.image.ImageFrame;
import sc.fiji.stablesam.image.Resampling;
import sc.fiji.stablesam.train.FileTensors;
import sc.fiji.stablesam.weights.SafetensorsFile;
import sc.fiji.stablesam.weights.TensorFile;

/**
 * Compares the networks with the exported graphs of the same weights. More
 * pictures and prompts: {@code -Dparity.pictures=FOLDER -Dparity.prompts=40}.
 */
@NeedsModel
class OnnxParityTest {

	private static final int THREADS = 2;

	@Test
	void answersLikeOnnxRuntime() throws IOException, OrtException {
		final int prompts = Integer.getInteger("parity.prompts", 10);
		try (TensorFile file = SafetensorsFile.open(RealModel.file());
				OnnxOracle oracle = OnnxOracle.load(RealModel.ortEncoder(), RealModel
					.onnxDecoder(), THREADS);
				Sam network = Sam.load(new FileTensors(file), SamConfig.of(
					new FileTensors(file)), Device.cpu(), Precision.FLOAT32))
		{
			final OnnxParity parity = new OnnxParity(network, new FileTensors(file),
				oracle);
			for (final Path picture : pictures())
				parity.compare(read(picture), prompts, picture.hashCode());
			System.out.println("Against ONNX Runtime: " + parity);
			assertTrue(parity.features <= 1e-3, parity.toString());
			assertTrue(parity.logits <= 2e-2, parity.toString());
			assertTrue(parity.ious <= 2e-3, parity.toString());
			assertTrue(parity.maskIou / parity.masks >= 0.999, parity.toString());
		}
	}

	private static List<Path> pictures() throws IOException {
		final String folder = System.getProperty("parity.pictures");
		if (folder == null) return List.of(Paths.get("test-images",
			"nuclei-8bit.tif"), Paths.get("test-images", "histology-rgb.tif"));
		try (Stream<Path> files = Files.list(Paths.get(folder))) {
			return files.sorted().collect(Collectors.toList());
		}
	}

	private static FloatBuffer read(final Path picture) {
		final ImagePlus image = new Opener().openImage(picture.toString());
		final int[] pixels = (int[]) image.getProcessor().convertToRGB()
			.getPixels();
		return Resampling.toPicture(ArrayImgs.argbs(pixels, image.getWidth(), image
			.getHeight()), ImageFrame.stretched(image.getWidth(), image.getHeight(),
				SamConfig.IMAGE_SIZE));
	}
}
