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

package sc.fiji.stablesam.ij.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.stablesam.NeedsModel;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.RealModel;
import sc.fiji.stablesam.StableSamException;
import sc.fiji.stablesam.ij.call.SegmentParameters;
import sc.fiji.stablesam.weights.CatalogModel;
import sc.fiji.stablesam.weights.InstalledModel;
import sc.fiji.stablesam.weights.ModelStore;

/** Tests {@link ModelRequest}, {@link ModelStores} and {@link ModelConsent}. */
class ModelRequestTest {

	private static final Progress CANCELLED = new Progress() {

		@Override
		public void report(final String task, final double fraction) {}

		@Override
		public boolean isCancelled() {
			return true;
		}
	};

	@TempDir
	Path temp;

	private ModelStore first;
	private ModelStores stores;

	@BeforeEach
	void openStores() {
		first = ModelStore.at(temp.resolve("of ImageJ"));
		stores = ModelStores.of(first, ModelStore.at(temp.resolve("ü of user")));
	}

	@Test
	void tellsWhatToDoIfNobodyCanBeAsked() {
		final ModelRequest request = request(SegmentParameters.DEFAULT_MODEL);
		assertTrue(request.isMissing());
		final String message = assertThrows(StableSamException.class, () -> request
			.modelFile(Progress.NONE)).getMessage();
		assertTrue(message.contains("'" + SegmentParameters.DEFAULT_MODEL + "'"),
			message);
		assertTrue(message.contains("add the option download"), message);
	}

	@Test
	void refusesUnknownModels() {
		assertTrue(assertThrows(IllegalArgumentException.class, () -> request(
			"samba").isMissing()).getMessage().contains("'samba'"));
		final String file = temp.resolve("none.safetensors").toString();
		assertTrue(assertThrows(StableSamException.class, () -> request(file)
			.isMissing()).getMessage().contains(file));
	}

	@Test
	void leavesNothingBehindWhenFetchingIsCancelled() throws IOException {
		final ModelRequest request = request(SegmentParameters.DEFAULT_MODEL)
			.fetching();
		assertThrows(CancellationException.class, () -> request.modelFile(
			CANCELLED));
		assertEquals(Collections.emptyList(), first.installed());
		assertTrue(request.isMissing());
	}

	@Test
	void takesAPublishersFileFromEitherFolder() throws Exception {
		final Path folder = Files.createDirectories(temp.resolve("ü of user"));
		Files.copy(Paths.get(ModelRequestTest.class.getResource(
			"/checkpoints/mobile_sam_tiny.pt").toURI()), folder.resolve(
				"My cells.pt"));
		assertTrue(stores.names().contains("My cells"), stores.names().toString());
		final ModelRequest request = request("my cells");
		assertFalse(request.isMissing());
		final Path file = request.modelFile(Progress.NONE);
		assertEquals(first.folder(), file.getParent());
		assertEquals("My cells", first.installed().get(0).name());
		assertEquals(file, request.modelFile(Progress.NONE));
		assertEquals(1, stores.names().stream().filter("My cells"::equals).count());
	}

	@Test
	void refusesAFileThatIsNoModel() throws IOException {
		final Path file = Files.write(temp.resolve("text.safetensors"), "no"
			.getBytes("UTF-8"));
		final ModelRequest request = request(SegmentParameters.DEFAULT_MODEL)
			.importing(file);
		assertTrue(assertThrows(StableSamException.class, () -> request.modelFile(
			Progress.NONE)).getMessage().contains("text.safetensors"));
		assertTrue(request.isMissing());
	}

	@NeedsModel
	@Test
	void takesAMissingModelFromAFile() {
		final ModelRequest request = request(SegmentParameters.DEFAULT_MODEL);
		final Path file = request.importing(RealModel.file()).modelFile(
			Progress.NONE);
		assertEquals(first.folder(), file.getParent());
		assertFalse(request.isMissing());
		assertEquals(file, request.modelFile(Progress.NONE));
	}

	@NeedsModel
	@Test
	void findsModelsInEitherFolderAndAnywhere() throws IOException {
		final Path users = Files.createDirectories(temp.resolve("ü of user"));
		Files.copy(RealModel.file(), users.resolve(RealModel.file().getFileName()));
		assertEquals(users, request(SegmentParameters.DEFAULT_MODEL).modelFile(
			Progress.NONE).getParent());
		assertEquals(RealModel.file(), request(RealModel.file().toString())
			.modelFile(Progress.NONE));
	}

	@Test
	void asksWithSizeSourceLicenceAndFolder() {
		final CatalogModel model = stores.known(SegmentParameters.DEFAULT_MODEL)
			.orElseThrow(AssertionError::new);
		final String question = ModelConsent.question(model, first);
		assertTrue(question.contains(" MB"), question);
		assertTrue(question.contains(model.sources().get(0).describe()), question);
		assertTrue(question.contains(model.licence()), question);
		assertTrue(question.contains(first.folder().toString()), question);
	}

	@Test
	void damagedModelIsFetchedToWhereItIs() throws IOException {
		final CatalogModel model = stores.known(SegmentParameters.DEFAULT_MODEL)
			.orElseThrow(AssertionError::new);
		assertEquals(first, stores.folderOf(model));
		final Path users = Files.createDirectories(temp.resolve("ü of user"));
		final Path file = Files.write(users.resolve(model.fileName()), new byte[9]);
		assertEquals(users, stores.folderOf(model).folder());
		assertTrue(ModelConsent.question(model, stores.folderOf(model)).contains(
			"fetched again if it is damaged"));
		assertEquals(Optional.of(file), stores.listed().get(0).installed().map(
			InstalledModel::file));
		assertFalse(stores.verify(Progress.NONE).get(0).isWhole());
		assertEquals(stores.listed().size(), stores.names().size());
	}

	private ModelRequest request(final String model) {
		return ModelRequest.of(stores, SegmentParameters.builder().model(model)
			.build());
	}
}
