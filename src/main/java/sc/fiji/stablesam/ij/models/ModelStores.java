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

import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import sc.fiji.stablesam.weights.CatalogModel;
import sc.fiji.stablesam.weights.InstalledModel;
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

	static ModelStores of(final ModelStore... stores) {
		return new ModelStores(List.of(stores));
	}

	/** @return the folder that new models go into */
	public ModelStore first() {
		return stores.get(0);
	}

	/** @return the models that can be chosen by name, the default one first */
	public List<String> names() {
		final Set<String> names = new LinkedHashSet<>();
		first().catalog().models().forEach(model -> names.add(model.name()));
		stores.forEach(store -> store.installed().forEach(model -> names.add(model
			.name())));
		return new ArrayList<>(names);
	}

	/**
	 * @param nameOrFile the name or id of a model in any case, or a path
	 * @return the checkpoint; nothing if it is a model that could be fetched
	 * @throws IllegalArgumentException if there is no such model
	 * @throws sc.fiji.stablesam.StableSamException if there is no such file
	 */
	Optional<Path> find(final String nameOrFile) {
		for (final ModelStore store : stores)
			for (final InstalledModel model : store.installed())
				if (nameOrFile.equalsIgnoreCase(model.name()) || nameOrFile
					.equalsIgnoreCase(model.id())) return Optional.of(model.file());
		if (known(nameOrFile).isPresent()) return Optional.empty();
		return Optional.of(first().resolve(nameOrFile));
	}

	/** @return the model of that name or id that could be fetched */
	Optional<CatalogModel> known(final String nameOrId) {
		return first().catalog().find(nameOrId);
	}
}
