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

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.ij.call.ModelOrder;
import sc.fiji.stablesam.weights.CatalogModel;
import sc.fiji.stablesam.weights.InstalledModel;
import sc.fiji.stablesam.weights.ListedModel;
import sc.fiji.stablesam.weights.ModelCheck;
import sc.fiji.stablesam.weights.ModelStore;

/**
 * The model folders that a command looks into: that of this ImageJ, if it has
 * one, and that of the user. New models go into the first.
 */
public final class ModelStores {

	private final List<ModelStore> stores;

	private ModelStores(final List<ModelStore> stores) {
		this.stores = stores;
	}

	/** @return the folders of the running ImageJ */
	public static ModelStores ofThisImageJ() {
		final Path users = ModelStore.defaultFolder();
		final List<ModelStore> stores = new ArrayList<>();
		// NB: a folder that somebody has set on purpose comes before all others.
		if (users.equals(Paths.get(System.getProperty("user.home"), ".stable-sam")))
			ModelFolder.ofThisImageJ().map(ModelStore::at).ifPresent(stores::add);
		stores.add(ModelStore.at(users));
		return new ModelStores(stores);
	}

	/** @return these folders; new models go into the first */
	public static ModelStores of(final ModelStore... stores) {
		return new ModelStores(List.of(stores));
	}

	/** @return the folder that new models go into */
	public ModelStore first() {
		return stores.get(0);
	}

	/** @return the models that can be chosen by name, the default one first */
	public List<String> names() {
		return names(listed());
	}

	/** @return the names of listed models, each once */
	public static List<String> names(final List<ListedModel> listed) {
		return listed.stream().map(ListedModel::name).distinct().collect(Collectors
			.toList());
	}

	/**
	 * @return the models that can be fetched, the default one first, all others
	 *         that are installed in any of the folders, and the files that were
	 *         dropped there to be imported
	 * @throws sc.fiji.stablesam.StableSamException if a folder cannot be read
	 */
	public List<ListedModel> listed() {
		return ListedModel.in(stores);
	}

	/**
	 * Fetches or imports a model.
	 *
	 * @param progress told of the steps, with sizes
	 * @return the installed checkpoint
	 * @throws IllegalArgumentException if there is no such model, or it cannot be
	 *           called so
	 * @throws sc.fiji.stablesam.StableSamException if it cannot be had
	 * @throws java.util.concurrent.CancellationException if the user cancels
	 */
	public Path get(final ModelOrder order, final Progress progress) {
		if (!order.file().isPresent()) return fetch(order.model(), progress);
		final Path file = order.file().get();
		return order.name().isPresent() ? first().importFile(file, order.name()
			.get(), progress) : first().importFile(file, progress);
	}

	/** NB: A damaged model is mended where it is. */
	private Path fetch(final String nameOrId, final Progress progress) {
		return known(nameOrId).map(this::folderOf).orElse(first()).fetch(nameOrId,
			progress);
	}

	/** @return the folder that has a model, or else that for new ones */
	ModelStore folderOf(final CatalogModel model) {
		return stores.stream().filter(store -> Files.exists(store.folder().resolve(
			model.fileName()))).findFirst().orElse(first());
	}

	/**
	 * Checks every byte of all that is installed.
	 *
	 * @param progress told of each file
	 * @return what came out, folder by folder
	 * @throws sc.fiji.stablesam.StableSamException if a folder cannot be read
	 * @throws java.util.concurrent.CancellationException if the user cancels
	 */
	public List<ModelCheck> verify(final Progress progress) {
		return stores.stream().flatMap(store -> store.verify(progress).stream())
			.collect(Collectors.toList());
	}

	/**
	 * @param nameOrFile the name or id of a model in any case, or a path
	 * @return its file, as it is there; nothing if it is a model that could be
	 *         fetched
	 * @throws IllegalArgumentException if there is no such model
	 * @throws sc.fiji.stablesam.StableSamException if there is no such file
	 */
	Optional<Path> find(final String nameOrFile) {
		for (final ModelStore store : stores)
			for (final InstalledModel model : store.installed())
				if (nameOrFile.equalsIgnoreCase(model.name()) || nameOrFile
					.equalsIgnoreCase(model.id())) return Optional.of(model.file());
		if (known(nameOrFile).isPresent()) return Optional.empty();
		return Optional.of(stores.stream().flatMap(store -> store.dropped(
			nameOrFile).stream()).findFirst().orElseGet(() -> first().resolve(
				nameOrFile)));
	}

	/** @return the model of that name or id that could be fetched */
	Optional<CatalogModel> known(final String nameOrId) {
		return first().catalog().find(nameOrId);
	}
}
