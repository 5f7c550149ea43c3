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

package sc.fiji.stablesam.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import sc.fiji.stablesam.FileNames;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.StableSamException;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Click;
import sc.fiji.stablesam.prompt.Prompt;
import sc.fiji.stablesam.weights.ModelStore;

/** Publishers' checkpoints, from their file to masks. */
class OtherBasesTest {

	private static final List<Prompt> PROMPTS = List.of(Prompt.of(Box.of(40, 10,
		60, 50)), Prompt.of(Click.foreground(100, 40)), Prompt.of(Click.foreground(
			150, 60), Click.background(20, 20)));

	@TempDir
	private Path temporary;

	private SegmentationModel load(final String file) throws URISyntaxException {
		final Path published = new File(OtherBasesTest.class.getResource(
			"/golden/" + file).toURI()).toPath();
		final ModelStore store = ModelStore.at(temporary.resolve(FileNames.of(
			"mödels")));
		return SegmentationModel.load(store.importFile(published, Progress.NONE),
			DeviceChoice.CPU, Progress.NONE);
	}

	@ParameterizedTest
	@CsvSource({ "sam_vit_micro.pth", "mobile_sam_micro.pt",
		"sam2_hiera_micro.pt" })
	void promptsAreAnswered(final String file) throws URISyntaxException {
		try (SegmentationModel model = load(file);
				SegmentationSession session = model.open(Pictures.picture(
					"histology-rgb"), Progress.NONE))
		{
			assertEquals(file.replaceFirst("\\..*", ""), model.name());
			assertFalse(model.pluginName(PluginChoice.AUTO).isPresent());
			final List<Mask> masks = session.segment(PROMPTS, SegmentationOptions
				.defaults(), Progress.NONE);
			assertEquals(PROMPTS.size(), masks.size());
			for (final Mask mask : masks) {
				assertTrue(mask.isEmpty() || mask.minX() >= 0 && mask.minY() >= 0, mask
					.toString());
				assertTrue(mask.quality().predictedIou() >= 0 && mask.quality()
					.predictedIou() <= 1, mask.toString());
			}
			assertTrue(masks.stream().anyMatch(mask -> mask.area() > 20), masks
				.toString());
		}
	}

	@ParameterizedTest
	@CsvSource({ "sam_vit_micro.pth", "mobile_sam_micro.pt" })
	void pluginsOfOthersAreRefused(final String file) throws URISyntaxException {
		try (SegmentationModel model = load(file)) {
			final Path plugin = new File(SegmentationModel.class.getResource(
				"/sc/fiji/stablesam/weights/sam2_hiera_tiny.plugin.safetensors")
				.toURI()).toPath();
			final String message = assertThrows(StableSamException.class, () -> model
				.pluginName(PluginChoice.of(plugin))).getMessage();
			assertTrue(message.contains("sam2_hiera_tiny"), message);
		}
	}
}
