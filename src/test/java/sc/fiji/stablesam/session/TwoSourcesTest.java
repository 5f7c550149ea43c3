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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.stablesam.FileNames;
import sc.fiji.stablesam.NeedsModel;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.RealModel;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Click;
import sc.fiji.stablesam.prompt.Prompt;
import sc.fiji.stablesam.weights.ModelStore;
import sc.fiji.stablesam.weights.PublishedHieraTiny;

/** The default model, as exported networks and as its publisher's file. */
@NeedsModel
class TwoSourcesTest {

	private static final List<Prompt> PROMPTS = List.of(Prompt.of(Box.of(69, 23,
		49, 53)), Prompt.of(Click.foreground(214, 147)), Prompt.of(Click.foreground(
			289, 109), Click.background(313, 126)));

	@TempDir
	private Path temporary;

	private static List<Mask> answers(final Path file) {
		try (SegmentationModel model = SegmentationModel.load(file,
			DeviceChoice.CPU, Progress.NONE);
				SegmentationSession session = model.open(Pictures.picture(
					"histology-rgb"), Progress.NONE))
		{
			assertEquals("Stable-SAM", model.pluginName(PluginChoice.AUTO).get());
			return session.segment(PROMPTS, SegmentationOptions.defaults(),
				Progress.NONE);
		}
	}

	@Test
	void answersAndPluginAreTheSame() throws IOException {
		final Path published = PublishedHieraTiny.write(temporary.resolve(
			"sam2_hiera_tiny.pt"));
		final List<Mask> ours = answers(ModelStore.at(temporary.resolve(FileNames
			.of("mödels"))).importFile(published, Progress.NONE));
		final List<Mask> exported = answers(RealModel.file());
		for (int i = 0; i < PROMPTS.size(); i++) {
			assertTrue(ours.get(i).area() > 20, ours.toString());
			assertEquals(1, ours.get(i).iou(exported.get(i)), 0.005);
			assertEquals(exported.get(i).quality().predictedIou(), ours.get(i)
				.quality().predictedIou(), 1e-3);
		}
	}
}
