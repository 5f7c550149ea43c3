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
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import sc.fiji.stablesam.NeedsModel;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.RealModel;
import sc.fiji.stablesam.StableSamException;

/** What tells weights from others, and the same weights from two sources. */
class WeightsFingerprintTest {

	private static final String TRUNK = "image_encoder.trunk.";

	@TempDir
	private Path temporary;

	private Path imported(final String checkpoint) {
		return ModelStore.at(temporary).importFile(ShapeList.checkpoint(checkpoint),
			"First", Progress.NONE);
	}

	private static String fingerprint(final Path file) {
		try (SafetensorsFile opened = SafetensorsFile.open(file)) {
			return WeightsFingerprint.of(opened, file, Progress.NONE);
		}
	}

	private static Map<String, String> metadata(final Path file) {
		try (SafetensorsFile opened = SafetensorsFile.open(file)) {
			return opened.metadata();
		}
	}

	private static String base(final Path file) {
		try (SafetensorsFile opened = SafetensorsFile.open(file)) {
			return ModelCatalog.builtIn().base(opened, file);
		}
	}

	/** Copies a model of which nothing is noted but its architecture. */
	private Path changed(final Path file, final String tensor) {
		final Path target = temporary.resolve("changed.safetensors");
		try (SafetensorsFile source = SafetensorsFile.open(file)) {
			final Map<String, long[]> shapes = new LinkedHashMap<>();
			source.names().forEach(name -> shapes.put(name, source.shape(name)));
			try (SafetensorsWriter writer = SafetensorsWriter.create(target, Map.of(
				ModelStore.ARCHITECTURE, source.metadata().get(ModelStore.ARCHITECTURE),
				"weights.xxh128", "of another kind"), shapes))
			{
				source.names().forEach(name -> writer.write(name, name.equals(tensor)
					? raised(source.bytes(name)) : source.bytes(name)));
				writer.commit(Progress.NONE);
			}
		}
		return target;
	}

	private static ByteBuffer raised(final ByteBuffer floats) {
		final ByteBuffer copy = ByteBuffer.allocate(floats.remaining()).order(
			ByteOrder.LITTLE_ENDIAN).put(floats.duplicate()).flip();
		return copy.putFloat(0, copy.getFloat(0) + 1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "sam_vit_tiny.pth", "mobile_sam_tiny.pt",
		"sam2_hiera_tiny_bfloat.pt" })
	void isNotedAndTheSameWhenComputed(final String checkpoint) {
		final Path file = imported(checkpoint);
		final String noted = metadata(file).get(WeightsFingerprint.KEY);
		assertTrue(noted.matches("[0-9a-f]{32}"), noted);
		assertEquals(noted, fingerprint(file));
		assertEquals(noted, fingerprint(changed(file, "nothing")));
		assertEquals(metadata(file).get(ModelStore.ARCHITECTURE) + "-" + noted,
			base(file));
	}

	@ParameterizedTest
	@CsvSource({ "sam_vit_tiny.pth, image_encoder.pos_embed",
		"sam_vit_tiny.pth, mask_decoder.iou_token.weight",
		"mobile_sam_tiny.pt, image_encoder.neck.0.weight",
		"sam2_hiera_tiny_bfloat.pt, image_encoder.trunk.blocks.0.attn.qkv.weight",
		"sam2_hiera_tiny_bfloat.pt, sam_prompt_encoder.no_mask_embed.weight",
		"sam2_hiera_tiny_bfloat.pt, sam_mask_decoder.mask_tokens.weight" })
	void otherWeightsHaveAnother(final String checkpoint, final String tensor) {
		final Path file = imported(checkpoint);
		assertNotEquals(fingerprint(file), fingerprint(changed(file, tensor)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "no_mem_embed", TRUNK + "pos_embed_window", TRUNK +
		"patch_embed.proj.bias", "image_encoder.neck.convs.0.conv.weight",
		"sam_mask_decoder.conv_s0.bias" })
	void whatExportersMayCombineDoesNotCount(final String tensor) {
		final Path file = imported("sam2_hiera_tiny_bfloat.pt");
		assertEquals(fingerprint(file), fingerprint(changed(file, tensor)));
	}

	@Test
	void notesAreAsLongAsWhatTheyReplace() {
		try (SafetensorsWriter writer = SafetensorsWriter.create(temporary.resolve(
			"x.safetensors"), Map.of("a", "12"), TinyModel.SHAPES))
		{
			assertThrows(IllegalArgumentException.class, () -> writer.note("a",
				"123"));
			assertThrows(IllegalArgumentException.class, () -> writer.note("b",
				"12"));
		}
	}

	@Test
	@NeedsModel
	void realModelIsTheSameFromBothSources() throws IOException {
		final ModelStore store = ModelStore.at(temporary);
		final Path exported = store.importFile(RealModel.ortEncoder(), "One",
			Progress.NONE);
		assertEquals("sam2_hiera_tiny", base(exported));
		assertEquals("sam2_hiera_tiny", base(RealModel.file()));
		final Path published = PublishedHieraTiny.write(temporary.resolve(
			"sam2_hiera_tiny.pt"));
		// NB: what has the same weights may take the other's place.
		final Path installed = store.importFile(published, "One", Progress.NONE);
		assertEquals(exported, installed);
		assertEquals("sam2_hiera_tiny", base(installed));
		try (SafetensorsFile file = SafetensorsFile.open(installed)) {
			assertFalse(file.names().contains(TRUNK + "pos_embed_tiled"));
			assertEquals("sam2_hiera", file.metadata().get(ModelStore.ARCHITECTURE));
		}
		assertTrue(store.verify(Progress.NONE).stream().allMatch(
			ModelCheck::isWhole));
	}

	@Test
	@NeedsModel
	void positionsCanBeTakenApart() {
		assertEquals(0, PublishedHieraTiny.error(), 2e-5);
	}

	@Test
	void otherWeightsDoNotTakeAnothersPlace() {
		final ModelStore store = ModelStore.at(temporary);
		final Path first = imported("sam2_hiera_tiny_bfloat.pt");
		final Path other = changed(first, "image_encoder.neck.convs.0.conv.weight");
		assertThrows(StableSamException.class, () -> store.importFile(other,
			"First", Progress.NONE));
	}
}
