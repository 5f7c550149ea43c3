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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.FloatBuffer;

import org.junit.jupiter.api.Test;

import sc.fiji.stablesam.NeedsModel;
import sc.fiji.stablesam.RealModel;

/** The real exported networks, and the checkpoint that is made of them. */
@NeedsModel
public class HieraTinyConversionTest {

	@Test
	public void everyTensorOfTheTableIsThere() {
		try (SafetensorsFile file = SafetensorsFile.open(RealModel.file())) {
			ModelCatalog.builtIn().defaultModel().check(file, RealModel.file());
			assertEquals(304, file.names().size());
			assertEquals("Apache-2.0", file.metadata().get("licence"));
		}
	}

	@Test
	public void linearWeightsAreTurnedBack() {
		try (SafetensorsFile file = SafetensorsFile.open(RealModel.file());
				GraphFile encoder = OrtFile.open(RealModel.ortEncoder()))
		{
			final String name = "image_encoder.trunk.blocks.3.attn.qkv.weight";
			assertArrayEquals(new long[] { 1152, 192 }, file.shape(name));
			final FloatBuffer turned = file.read(name);
			final FloatBuffer stored = encoder.read(
				"/image_encoder/trunk/blocks.3/attn/qkv/Transpose_output_0");
			for (int out = 0; out < 1152; out++)
				for (int in = 0; in < 192; in++)
					assertEquals(stored.get(in * 1152 + out), turned.get(out * 192 + in));
		}
	}

	@Test
	public void positionsAreStoredChannelsLast() {
		try (SafetensorsFile file = SafetensorsFile.open(RealModel.file());
				GraphFile encoder = OrtFile.open(RealModel.ortEncoder()))
		{
			final FloatBuffer turned = file.read(
				"image_encoder.trunk.pos_embed_tiled");
			final FloatBuffer stored = encoder.read(
				"/image_encoder/trunk/Transpose_output_0");
			for (int channel = 0; channel < 96; channel++)
				for (int pixel = 0; pixel < 256 * 256; pixel += 101)
					assertEquals(stored.get(channel * 256 * 256 + pixel), turned.get(
						pixel * 96 + channel));
		}
	}

	@Test
	public void tokensAreTakenApart() {
		try (SafetensorsFile file = SafetensorsFile.open(RealModel.file());
				GraphFile decoder = OnnxFile.open(RealModel.onnxDecoder()))
		{
			final FloatBuffer tokens = decoder.read("onnx::Expand_1994");
			assertEquals(tokens.get(5), file.read(
				"sam_mask_decoder.obj_score_token.weight").get(5));
			assertEquals(tokens.get(256 + 5), file.read(
				"sam_mask_decoder.iou_token.weight").get(5));
			assertEquals(tokens.get(5 * 256 + 5), file.read(
				"sam_mask_decoder.mask_tokens.weight").get(3 * 256 + 5));
		}
	}

	@Test
	public void graphsAreReadWhole() {
		try (GraphFile encoder = OrtFile.open(RealModel.ortEncoder());
				GraphFile decoder = OnnxFile.open(RealModel.onnxDecoder()))
		{
			assertEquals(274, encoder.names().size());
			assertEquals(505, encoder.nodes().size());
			assertEquals(1398, decoder.nodes().size());
			assertEquals("Conv", encoder.node("/conv_s0/Conv").operation());
		}
	}
}
