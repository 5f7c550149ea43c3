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

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import net.imglib2.img.array.ArrayImgs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.stablesam.FileNames;
import sc.fiji.stablesam.NeedsModel;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.RealModel;
import sc.fiji.stablesam.StableSamException;
import sc.fiji.stablesam.prompt.Click;
import sc.fiji.stablesam.prompt.Prompt;

/** What can be loaded, what cannot, and what closing does. */
@NeedsModel
public class SegmentationModelTest {

	private static final Prompt CLICK = Prompt.of(Click.foreground(1, 1));

	@TempDir
	private Path folder;

	@Test
	public void closedModelClosesItsSessions() {
		final SegmentationModel model = load(RealModel.file());
		assertEquals("cpu", model.deviceName());
		assertFalse(model.name().isEmpty());
		assertFalse(model.whyNoGpu().isPresent());
		final SegmentationSession session = model.open(ArrayImgs.argbs(3, 3),
			Progress.NONE);
		assertEquals(4, session.candidates(CLICK, SegmentationOptions.defaults())
			.size());
		model.close();
		model.close();
		assertClosed(() -> session.candidates(CLICK, SegmentationOptions
			.defaults()), "session is closed");
		assertClosed(() -> session.segment(List.of(CLICK), SegmentationOptions
			.defaults(), Progress.NONE), "session is closed");
		assertClosed(() -> model.open(ArrayImgs.argbs(3, 3), Progress.NONE),
			"model is closed");
		assertDoesNotThrow(session::close);
	}

	/** A person draws on one image while another is encoded. */
	@Test
	public void promptsNeedNotWaitForEncoding() {
		try (SegmentationModel model = load(RealModel.file());
				SegmentationSession session = model.open(ArrayImgs.argbs(3, 3),
					Progress.NONE))
		{
			final Meanwhile prompt = new Meanwhile(() -> assertEquals(4, session
				.candidates(CLICK, SegmentationOptions.defaults()).size()));
			model.open(ArrayImgs.argbs(3, 3), prompt).close();
			assertTrue(prompt.wasDone());
		}
	}

	@Test
	public void modelCanBeClosedWhileItEncodes() {
		final SegmentationModel model = load(RealModel.file());
		final Meanwhile closing = new Meanwhile(model::close);
		assertClosed(() -> model.open(ArrayImgs.argbs(3, 3), closing),
			"model is closed");
		assertDoesNotThrow(model::close);
	}

	@Test
	public void cancelledLoadingStops() {
		assertThrows(CancellationException.class, () -> SegmentationModel.load(
			RealModel.file(), DeviceChoice.CPU, new CancelAt(1)));
	}

	@Test
	public void unknownArchitectureIsNamed() {
		final Path file = Doctored.metadata(file(), Map.of("architecture",
			"sam3_giant"));
		assertRefused(file, "'sam3_giant'");
	}

	@Test
	public void missingTensorIsNamed() {
		final String name = "sam_mask_decoder.iou_token.weight";
		assertRefused(shapes -> shapes.remove(name), name);
	}

	@Test
	public void missingLastBlockIsNoticed() {
		final String block = "image_encoder.trunk.blocks.11.";
		assertRefused(shapes -> shapes.keySet().removeIf(name -> name.startsWith(
			block)), "it is incomplete");
	}

	@Test
	public void leftOverTensorIsNamed() {
		final String name = "sam_mask_decoder.extra.bias";
		assertRefused(shapes -> shapes.put(name, shapes.get("no_mem_embed")), name);
	}

	@Test
	public void tensorOfWrongShapeIsNamed() {
		final String name = "sam_mask_decoder.iou_token.weight";
		assertRefused(shapes -> shapes.put(name, new long[] { 256, 1 }), name);
	}

	@Test
	public void noModelFileIsNamed() throws IOException {
		assertRefused(folder.resolve("none.safetensors"), "none.safetensors");
		final Path text = Files.writeString(folder.resolve("notes.safetensors"),
			"This is no model, but longer than a header's length.");
		assertRefused(text, "notes.safetensors");
	}

	private void assertRefused(final Consumer<Map<String, long[]>> change,
		final String named)
	{
		assertRefused(Doctored.tensors(file(), change), named);
	}

	private static void assertRefused(final Path file, final String named) {
		final String message = assertThrows(StableSamException.class, () -> load(
			file)).getMessage();
		assertTrue(message.contains(named), message);
		assertEquals(message.indexOf(file.toString()), message.lastIndexOf(file
			.toString()), "names the file more than once: " + message);
		assertTrue(message.contains(file.toString()), message);
		assertTrue(message.endsWith("."), message);
	}

	private Path file() {
		return folder.resolve(FileNames.of("ein Mödell.safetensors"));
	}

	private static SegmentationModel load(final Path file) {
		return SegmentationModel.load(file, DeviceChoice.CPU, Progress.NONE);
	}

	private static void assertClosed(final Executable use, final String what) {
		final IllegalStateException refusal = assertThrows(
			IllegalStateException.class, use);
		assertTrue(refusal.getMessage().contains(what), refusal.toString());
	}
}
