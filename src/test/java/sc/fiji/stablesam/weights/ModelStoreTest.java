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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.stablesam.FileNames;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.StableSamException;

/** Finding, listing and verifying models in a folder. */
public class ModelStoreTest {

	@TempDir
	Path temporary;

	private final TinySource source = TinySource.working();
	private Path folder;
	private ModelStore store;

	@BeforeEach
	public void openStore() {
		folder = temporary.resolve(FileNames.of("möre models"));
		store = ModelStore.of(folder, TinyModel.catalog(source));
	}

	@Test
	public void modelsAreFetchedOnce() {
		final Path first = store.ensure("tiny model", Progress.NONE);
		assertEquals(folder.resolve("tiny.safetensors"), first);
		assertEquals(first, store.ensure("TINY", Progress.NONE));
		assertEquals(first, store.fetch("Tiny Model", Progress.NONE));
		assertEquals(first, store.resolve(" Tiny Model "));
		assertEquals(1, source.calls.get());
	}

	@Test
	public void aSecondStartNeedsNoSource() {
		store.ensure(TinyModel.NAME, Progress.NONE);
		final ModelStore offline = ModelStore.of(folder, TinyModel.catalog(
			TinySource.failing("network")));
		assertEquals(folder.resolve("tiny.safetensors"), offline.ensure(
			TinyModel.NAME, Progress.NONE));
	}

	@Test
	public void lookingChangesNothing() {
		assertEquals(List.of(), store.installed());
		assertEquals(List.of(), store.verify(Progress.NONE));
		final StableSamException e = assertThrows(StableSamException.class,
			() -> store.resolve("tiny"));
		assertTrue(e.getMessage().contains(TinyModel.NAME), e.getMessage());
		assertFalse(Files.exists(folder));
	}

	@Test
	public void unknownNamesListTheKnownOnes() {
		TinyModel.write(folder.resolve("mine.safetensors"), "My Own");
		for (final String name : List.of("huge model", "", "a\u0000b")) {
			final IllegalArgumentException e = assertThrows(
				IllegalArgumentException.class, () -> store.ensure(name,
					Progress.NONE));
			assertTrue(e.getMessage().contains("My Own, Tiny Model"), e.getMessage());
		}
		assertThrows(IllegalArgumentException.class, () -> store.fetch("My Own",
			Progress.NONE));
		assertEquals(0, source.calls.get());
	}

	@Test
	public void filesAreModelsToo() {
		final Path file = TinyModel.write(temporary.resolve("x.safetensors"), "x");
		assertEquals(file, store.resolve(file.toString()));
		final StableSamException e = assertThrows(StableSamException.class,
			() -> store.resolve(file + "2"));
		assertTrue(e.getMessage().contains("does not exist"), e.getMessage());
		assertThrows(StableSamException.class, () -> store.ensure(
			"away.safetensors", Progress.NONE));
	}

	@Test
	public void whatLiesInTheFolderIsListed() throws IOException {
		TinyModel.write(folder.resolve("b.safetensors"), "Named B");
		Files.writeString(folder.resolve("a.safetensors"), "no weights");
		Files.writeString(folder.resolve("notes.txt"), "no model");
		Files.writeString(folder.resolve(".hidden.safetensors"), "unfinished");
		final List<InstalledModel> installed = store.installed();
		assertEquals(List.of("a", "Named B"), installed.stream().map(
			InstalledModel::name).collect(Collectors.toList()));
		assertEquals(TinyModel.ID, installed.get(1).architecture());
		assertEquals(10, installed.get(0).size());
		assertEquals(folder.resolve("b.safetensors"), store.resolve("named b"));
		assertEquals(folder.resolve("b.safetensors"), store.resolve("B"));
	}

	@Test
	public void verifyTellsWholeFromDamaged() throws IOException {
		TinyModel.write(folder.resolve("a.safetensors"), "A");
		flipLastBit(TinyModel.write(folder.resolve("b.safetensors"), "B"));
		Files.writeString(folder.resolve("c.safetensors"), "no weights");
		final List<ModelCheck> checks = store.verify(Progress.NONE);
		assertTrue(checks.get(0).isWhole());
		assertTrue(checks.get(1).problem().get().contains("checksum is wrong"));
		assertTrue(checks.get(2).problem().get().contains("c.safetensors"));
		assertEquals("B", checks.get(1).model().name());
	}

	@Test
	public void fetchMendsADamagedModel() throws IOException {
		final Path file = store.ensure(TinyModel.NAME, Progress.NONE);
		final byte[] whole = Files.readAllBytes(file);
		flipLastBit(file);
		assertEquals(file, store.ensure(TinyModel.NAME, Progress.NONE));
		store.fetch(TinyModel.NAME, Progress.NONE);
		assertArrayEquals(whole, Files.readAllBytes(file));
		assertEquals(2, source.calls.get());
	}

	@Test
	public void aFileInPlaceOfTheFolderIsNamed() throws IOException {
		Files.writeString(folder, "not a folder");
		assertSaysFolder(assertThrows(StableSamException.class, () -> store.fetch(
			TinyModel.NAME, Progress.NONE)));
		assertSaysFolder(assertThrows(StableSamException.class, store::installed));
	}

	@Test
	public void theDefaultFolderCanBeChosen() {
		final String old = System.getProperty("stable-sam.home");
		System.setProperty("stable-sam.home", folder.toString());
		try {
			if (System.getenv("STABLE_SAM_HOME") == null) assertEquals(folder,
				ModelStore.defaultFolder());
		}
		finally {
			if (old == null) System.clearProperty("stable-sam.home");
			else System.setProperty("stable-sam.home", old);
		}
	}

	@Test
	public void theBuiltInCatalogHasTheDefaultModel() {
		final CatalogModel model = ModelCatalog.builtIn().defaultModel();
		assertEquals("SAM 2 Hiera-T", model.name());
		assertEquals("Apache-2.0", model.licence());
		assertEquals(model, ModelCatalog.builtIn().find("sam 2 HIERA-t").get());
		assertFalse(model.sources().isEmpty());
	}

	private void assertSaysFolder(final StableSamException e) {
		assertTrue(e.getMessage().contains(folder.toString()), e.getMessage());
	}

	private static void flipLastBit(final Path file) throws IOException {
		final byte[] bytes = Files.readAllBytes(file);
		bytes[bytes.length - 1] ^= 1;
		Files.write(file, bytes);
	}
}
