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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.stablesam.StableSamException;

/** Sizes are expected as the publishers' code and configurations have them. */
class SamConfigTest {

	@ParameterizedTest
	@CsvSource({ "768,12,64,12,2 5 8 11", "1024,24,64,16,5 11 17 23",
		"1280,32,80,16,7 15 23 31" })
	void publishedViTs(final int width, final int depth, final int head,
		final int heads, final String globals)
	{
		final List<Integer> windows = new ArrayList<>();
		for (int i = 0; i < depth; i++)
			windows.add(List.of(globals.split(" ")).contains("" + i) ? 64 : 14);
		final SamConfig config = SamConfig.of(vit(width, windows, head));
		assertEquals("ViT of width " + width + ", heads " + heads + ", windows " +
			windows, config.toString());
		assertEquals(Generation.SAM_1, config.generation());
	}

	private static ShapesOnly vit(final int width, final List<Integer> windows,
		final int head)
	{
		final ShapesOnly shapes = new ShapesOnly().with(
			"image_encoder.patch_embed.proj.weight", width, 3, 16, 16);
		for (int i = 0; i < windows.size(); i++)
			shapes.with("image_encoder.blocks." + i + ".norm1.weight", width).with(
				"image_encoder.blocks." + i + ".attn.rel_pos_h", 2 * windows.get(i) - 1,
				head);
		return shapes;
	}

	@ParameterizedTest
	@CsvSource({ "96,1 2 7 2,1,'8, 4, 14, 7','5, 7, 9'",
		"96,1 2 11 2,1,'8, 4, 14, 7','7, 10, 13'",
		"112,2 3 16 3,2,'8, 4, 14, 7','12, 16, 20'",
		"144,2 6 36 4,2,'8, 4, 16, 8','23, 33, 43'" })
	void publishedHieras(final int width, final String stages, final int heads,
		final String windows, final String globals)
	{
		final SamConfig config = SamConfig.of(hiera(width, stages.split(" ")));
		assertEquals("Hiera of width " + width + ", depths [" + stages.replace(" ",
			", ") + "], heads " + heads + ", windows [" + windows +
			"], global blocks [" + globals + "]", config.toString());
		assertEquals(Generation.SAM_2, config.generation());
	}

	private static ShapesOnly hiera(final int width, final String... stages) {
		final String trunk = "image_encoder.trunk.";
		final ShapesOnly shapes = new ShapesOnly().with(trunk +
			"patch_embed.proj.weight", width, 3, 7, 7);
		int block = 0;
		for (int stage = 0; stage < stages.length; stage++)
			for (int i = 0; i < Integer.parseInt(stages[stage]); i++) {
				final String name = trunk + "blocks." + block++;
				shapes.with(name + ".norm1.weight", width << stage);
				if (stage > 0 && i == 0) shapes.with(name + ".proj.weight",
					width << stage, width << stage - 1);
			}
		return shapes;
	}

	@Test
	void mobileSam() {
		final SamConfig config = SamConfig.of(tinyVit(64, 2, 2, 6, 2));
		assertEquals(
			"TinyViT of depths [2, 2, 6, 2], heads [0, 4, 5, 10], windows [0, 7, 14, 7]",
			config.toString());
		assertEquals(Generation.SAM_1, config.generation());
	}

	private static ShapesOnly tinyVit(final int width, final int... depths) {
		final String encoder = "image_encoder.";
		final ShapesOnly shapes = new ShapesOnly().with(encoder +
			"patch_embed.seq.0.c.weight", width / 2, 3, 3, 3).with(encoder +
				"patch_embed.seq.2.c.weight", width, width / 2, 3, 3);
		final long[][] biases = { {}, { 4, 49 }, { 5, 196 }, { 10, 49 } };
		for (int stage = 0; stage < depths.length; stage++)
			for (int i = 0; i < depths[stage]; i++) {
				final String block = encoder + "layers." + stage + ".blocks." + i;
				if (stage == 0) shapes.with(block + ".conv1.c.weight", 4 * width, width,
					1, 1);
				else shapes.with(block + ".attn.attention_biases", biases[stage]);
			}
		return shapes;
	}

	@Test
	void smallNetworksAreRecognisedToo() throws IOException {
		assertEquals("ViT of width 64, heads 4, windows [14, 64, 14, 64]", SamConfig
			.of(GoldenCase.VIT.weights()).toString());
		assertEquals(
			"TinyViT of depths [2, 2, 3, 1], heads [0, 4, 5, 10], windows [0, 7, 14, 7]",
			SamConfig.of(GoldenCase.TINY_VIT.weights()).toString());
		assertEquals(
			"Hiera of width 16, depths [1, 2, 5, 2], heads 1, windows [8, 4, 14, 7], global blocks [5, 7]",
			SamConfig.of(GoldenCase.HIERA.weights()).toString());
	}

	@Test
	void lastBlocksAreMissed() {
		assertRefused(hiera(96, "1", "2", "7", "1"), "width 96");
		assertRefused(hiera(16, "1", "2", "7"), "3 stages");
		assertRefused(tinyVit(64, 2, 2, 6, 1), "[2, 2, 6, 2]");
		assertRefused(vit(768, List.of(14, 14, 64), 64), "[12]");
	}

	@Test
	void otherShapesAreRefusedByName() {
		assertRefused(vit(60, List.of(14, 64), 16), "16 wide");
		assertRefused(vit(64, List.of(14, 65), 16), "blocks.1.attn.rel_pos_h");
		assertRefused(tinyVit(16, 2, 2, 2, 1).with(
			"image_encoder.layers.2.blocks.0.attn.attention_biases", 5, 195),
			"layers.2.blocks.0.attn.attention_biases");
		assertRefused(new ShapesOnly().with("image_encoder.patch_embed.proj.weight",
			64, 3, 16, 16), "image_encoder.blocks.0.attn.rel_pos_h");
	}

	@Test
	void otherNetworksAreRefused() {
		assertRefused(new ShapesOnly().with("downsample.res_down_0.weight", 32, 3,
			3, 3), "none of SAM's image encoders");
	}

	private static void assertRefused(final TensorSource weights,
		final String reason)
	{
		final String message = assertThrows(StableSamException.class,
			() -> SamConfig.of(weights)).getMessage();
		assertTrue(message.contains(reason), message);
	}
}
