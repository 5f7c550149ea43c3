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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.stablesam.Progress;

/** What is told of files that lie in a model folder as they were published. */
class ListedModelTest {

	@TempDir
	private Path temporary;
	private Path folder;
	private ModelStore store;

	@BeforeEach
	void openStore() throws IOException {
		folder = Files.createDirectories(temporary.resolve("mine"));
		store = ModelStore.of(folder, TinyModel.catalog());
	}

	/** @return what is listed after the only model of the catalog */
	private List<String> others(final ModelStore... stores) {
		return ListedModel.in(List.of(stores)).stream().skip(1).map(model -> model
			.name() + "|" + model.state() + "|" + model.size() + "|" + model.fit(
				DeviceMemory.ofComputer(4L << 30)) + "|" + model.licence()).collect(
					Collectors.toList());
	}

	@Test
	void droppedFilesAreListedUntilTheyAreGone() throws IOException {
		assertEquals(List.of(), others(store));
		final Path file = Files.copy(ShapeList.checkpoint("mobile_sam_tiny.pt"),
			folder.resolve("My cells.pt"));
		assertEquals(List.of(
			"My cells|dropped in, imported on first use|0 MB|fits|unknown"), others(
				store));
		Files.delete(file);
		assertEquals(List.of(), others(store));
	}

	@Test
	void refusedFilesSayWhy() throws IOException {
		Files.write(folder.resolve("cyto3.pth"), new TorchWriter().add("diam_mean",
			ElementType.F32, Bytes.floats(30), 1).archive());
		Files.writeString(folder.resolve("letter.pt"), "Dear reader,");
		Files.write(folder.resolve("shell: x.pt"), ZipWriter.plain(new TorchWriter()
			.files(PickleWriter.start().global("os", "system").text("ls").op(0x85).op(
				'R').stop())));
		assertEquals(List.of(
			"cyto3|refused: looks like a Cellpose model|0 MB|unknown|unknown",
			"letter|refused: is not a PyTorch checkpoint, or only the beginning of one|0 MB|unknown|unknown",
			"shell: x|refused: asks for 'os.system', which weights do not need and which was not run|0 MB|unknown|unknown"),
			others(store));
		final String sentence = ListedModel.in(List.of(store)).get(1).problem()
			.get();
		assertTrue(sentence.contains(folder.resolve("cyto3.pth") +
			" looks like a Cellpose model: give"), sentence);
	}

	/** Wherever the file lies, and wherever the model went. */
	@Test
	void importedFilesAreNotListedAgain() throws IOException {
		final ModelStore second = ModelStore.of(Files.createDirectories(temporary
			.resolve("yours")), TinyModel.catalog());
		final Path file = Files.copy(ShapeList.checkpoint("mobile_sam_tiny.pt"),
			second.folder().resolve("cells.pt"));
		assertEquals(List.of(
			"cells|dropped in, imported on first use|0 MB|fits|unknown"), others(
				store, second));
		store.importFile(file, Progress.NONE);
		assertEquals(List.of("cells|installed|0 MB|fits|unknown"), others(store,
			second));
	}

	/** What is known as another model can still be called like its file. */
	@Test
	void genuineFilesKeepTheirNames() throws IOException {
		try (ServedModel served = ServedModel.stalling()) {
			final ModelStore known = served.store(folder);
			final Path file = Files.write(folder.resolve("sam_01ec64.pth"),
				ServedModel.published());
			final Path installed = known.ensure("sam_01ec64", Progress.NONE);
			assertEquals(folder.resolve("test_sam.safetensors"), installed);
			assertEquals(List.of(), others(known));
			assertEquals(installed, known.ensure("sam_01ec64", Progress.NONE));
			assertEquals(installed, known.ensure(file.toString(), Progress.NONE));
		}
	}
}
