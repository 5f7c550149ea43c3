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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.stablesam.StableSamException;

/** Recognising checkpoints, by the lists of what the publishers' have. */
public class ModelFamilyTest {

	private static final Path FILE = Paths.get("somebody's.pt");

	@ParameterizedTest
	@CsvSource({ "sam_vit_b, SAM_VIT, 314, 0", "sam_vit_h, SAM_VIT, 594, 0",
		"mobile_sam, MOBILE_SAM, 408, 31", "sam2_hiera_small, SAM2_HIERA, 353, 163",
		"sam2.1_hiera_tiny, SAM2_HIERA, 305, 166",
		"sam2.1_hiera_base_plus, SAM2_HIERA, 449, 166",
		"sam2.1_hiera_large, SAM2_HIERA, 737, 166" })
	public void publishersTensorsAreKnown(final String list,
		final ModelFamily family, final int kept, final int leftOut)
		throws IOException
	{
		final ShapeList file = ShapeList.of(list);
		assertEquals(family, ModelFamily.recognise(file, FILE));
		assertEquals(family, ModelFamily.named(family.id()).get());
		family.check(file, FILE);
		final Map<String, String> expected = shapes(family, file);
		assertEquals(kept, expected.size());
		assertEquals(leftOut, file.names().size() - kept);
		final Map<String, String> published = new TreeMap<>(file.asText());
		published.keySet().retainAll(expected.keySet());
		assertEquals(published, new TreeMap<>(expected));
	}

	@Test
	public void whatIsLeftOutIsNoPartOfTheWayOfAnImage() throws IOException {
		final ShapeList file = ShapeList.of("sam2.1_hiera_tiny");
		final Map<String, String> kept = shapes(ModelFamily.SAM2_HIERA, file);
		assertEquals(
			"[maskmem_tpos_enc, no_mem_pos_enc, no_obj_embed_spatial, no_obj_ptr]",
			file.names().stream().filter(name -> !kept.containsKey(name) && !name
				.contains(".")).sorted().collect(Collectors.toList()).toString());
		assertEquals(
			"[mask_downsample, memory_attention, memory_encoder, obj_ptr_proj, obj_ptr_tpos_proj, sam_mask_decoder]",
			file.names().stream().filter(name -> !kept.containsKey(name) && name
				.contains(".")).map(name -> name.replaceAll("\\..*", "")).distinct()
				.sorted().collect(Collectors.toList()).toString());
	}

	@Test
	public void everyMissingTensorIsNamed() throws IOException {
		for (final String list : new String[] { "sam_vit_b", "mobile_sam",
			"sam2.1_hiera_tiny" })
		{
			final ShapeList whole = ShapeList.of(list);
			final ModelFamily family = ModelFamily.recognise(whole, FILE);
			for (final String name : shapes(family, whole).keySet()) {
				final ShapeList file = ShapeList.of(list).remove(name);
				assertEquals(family, ModelFamily.recognise(file, FILE), name);
				assertRefused(file, family, name);
			}
		}
	}

	@Test
	public void everyWrongShapeIsNamed() throws IOException {
		for (final String list : new String[] { "sam_vit_b", "mobile_sam",
			"sam2.1_hiera_tiny" })
		{
			final ShapeList whole = ShapeList.of(list);
			final ModelFamily family = ModelFamily.recognise(whole, FILE);
			for (final String name : shapes(family, whole).keySet()) {
				final ShapeList file = ShapeList.of(list);
				final long[] shape = file.shape(name);
				shape[shape.length - 1] += 1;
				assertRefused(file.put(name, shape), family, "");
				assertRefused(file.put(name), family, "");
			}
		}
	}

	@Test
	public void unknownTensorsAreNamed() throws IOException {
		assertRefused(ShapeList.of("sam_vit_b").put("mask_decoder.hf_token.weight",
			1, 256), ModelFamily.SAM_VIT, "'mask_decoder.hf_token.weight'");
		assertRefused(ShapeList.of("sam_vit_b").put(
			"image_encoder.blocks.12.norm2.weight", 768), ModelFamily.SAM_VIT,
			"lacks the tensor 'image_encoder.blocks.12.");
		assertRefused(ShapeList.of("sam2.1_hiera_tiny").put("memory_attention", 1),
			ModelFamily.SAM2_HIERA, "'memory_attention'");
		assertRefused(ShapeList.of("mobile_sam").put("image_encoder.pos_embed", 1),
			ModelFamily.MOBILE_SAM, "'image_encoder.pos_embed'");
	}

	@Test
	public void otherStructuresAreRefused() throws IOException {
		final String rows = "image_encoder.blocks.0.attn.rel_pos_";
		assertRefused(ShapeList.of("sam_vit_b").put(rows + "h", 26, 64).put(rows +
			"w", 26, 64), ModelFamily.SAM_VIT, rows + "h' fits no window");
		assertRefused(ShapeList.of("sam2.1_hiera_tiny").put(
			"image_encoder.trunk.pos_embed_window", 1, 96, 9, 9),
			ModelFamily.SAM2_HIERA, "windows of 9 tokens");
		assertRefused(ShapeList.of("sam2.1_hiera_tiny").remove(
			"image_encoder.trunk.blocks.10.proj.weight").remove(
				"image_encoder.trunk.blocks.10.proj.bias"), ModelFamily.SAM2_HIERA,
			"384 channels at the end");
	}

	@Test
	public void microSamsOwnDecoderIsLeftOut() throws IOException {
		ModelFamily.SAM_VIT.check(ShapeList.of("sam_vit_b").put("out_conv.weight",
			3, 64, 1, 1).put("decoder.blocks.0.block.1.weight", 256, 512, 3, 3).put(
				"deconv1.block.0.weight", 1).put("base.block.0.bias", 1), FILE);
	}

	@Test
	public void otherModelsAreNamed() throws IOException {
		assertRefused(ShapeList.of("sam2.1_hiera_tiny").only("memory_.*|obj_.*"),
			"SAM 2 video memory weights only");
		assertRefused(new ShapeList().put("downsample.down.res_down_0.conv.weight",
			1).put("output.2.weight", 1).put("diam_mean", 1), "a Cellpose model");
		assertRefused(ShapeList.of("sam_vit_b").only("image_encoder.*").renamed(
			"image_encoder.", "encoder.").put("W2", 192, 192).put("diam_mean", 1),
			"a Cellpose model");
		assertRefused(ShapeList.of("sam_vit_b").only("image_encoder.*").renamed(
			"image_encoder.", "encoder.").put("deconv_out.weight", 1),
			"micro-sam's network for automatic segmentation");
		assertRefused(ShapeList.of("sam_vit_b").only("image_encoder.*").renamed(
			"image_encoder.", ""), "an image encoder alone");
		assertRefused(ShapeList.of("sam_vit_b").only("mask_decoder.*"),
			"a mask decoder without");
		assertRefused(new ShapeList().put("conv1.weight", 64, 3, 7, 7).put(
			"bn1.weight", 64).put("a\nb", 1).put("fc.bias", 10),
			"something else, with keys such as 'conv1.weight', 'bn1.weight', 'a?b':");
	}

	private static Map<String, String> shapes(final ModelFamily family,
		final TensorFile file)
	{
		return family.tensors(file, FILE).shapes().entrySet().stream().collect(
			Collectors.toMap(Map.Entry::getKey, e -> Arrays.toString(e.getValue())));
	}

	private static void assertRefused(final ShapeList file,
		final ModelFamily family, final String reason)
	{
		final StableSamException e = assertThrows(StableSamException.class,
			() -> family.check(file, FILE), () -> file.names().toString());
		assertSentence(e, reason);
	}

	private static void assertRefused(final ShapeList file, final String reason) {
		assertSentence(assertThrows(StableSamException.class, () -> ModelFamily
			.recognise(file, FILE)), reason);
	}

	private static void assertSentence(final StableSamException e,
		final String reason)
	{
		final String message = e.getMessage();
		assertTrue(message.contains(reason), message);
		assertTrue(message.contains(FILE.toString()), message);
		assertTrue(message.endsWith("."), message);
		assertFalse(message.contains("\n"), message);
	}
}
