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

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.StableSamException;

/**
 * The models that exist, whether installed or not. Immutable.
 */
public final class ModelCatalog {

	private static final ModelCatalog BUILT_IN = new ModelCatalog(PublishedModels
		.all());

	private final List<CatalogModel> models;

	private ModelCatalog(final List<CatalogModel> models) {
		this.models = List.copyOf(models);
	}

	/** @return the models that this version knows, the default one first */
	public static ModelCatalog builtIn() {
		return BUILT_IN;
	}

	/** @return a catalog of these models only */
	static ModelCatalog of(final CatalogModel... models) {
		return new ModelCatalog(List.of(models));
	}

	/** @return all models, the default one first */
	public List<CatalogModel> models() {
		return models;
	}

	/** @return the model that is used if the user names none */
	public CatalogModel defaultModel() {
		return models.get(0);
	}

	/**
	 * @param architecture as a model's file names it
	 * @return what such a file must have, if the architecture is known
	 */
	Optional<Contents> contents(final String architecture) {
		final Optional<Contents> family = ModelFamily.named(architecture).map(
			Contents.class::cast);
		return family.isPresent() ? family : models.stream().filter(model -> model
			.id().equals(architecture)).findFirst().map(model -> model::tensors);
	}

	/**
	 * Makes sure that a file holds a network of the architecture that it names.
	 *
	 * @param path of the file, for messages
	 * @return the names of the tensors that images need, all of which are there
	 * @throws StableSamException if it does not, or nobody knows that
	 *           architecture
	 */
	public Set<String> check(final String architecture, final TensorFile file,
		final Path path)
	{
		return contents(architecture).orElseThrow(() -> new StableSamException(
			"The model " + path + " has the architecture '" + architecture +
				"', which this version does not know; choose another model.")).tensors(
					file, path).shapes().keySet();
	}

	/**
	 * @param path of a model's file, for messages
	 * @return what plugins for its weights call them: the id of the model of this
	 *         catalog that is known to have these weights, from whichever source
	 *         and whatever people call it, or else family and fingerprint
	 * @throws StableSamException if it is of no family that is known
	 */
	public String base(final TensorFile file, final Path path) {
		final String fingerprint = WeightsFingerprint.of(file, path, Progress.NONE);
		return models.stream().filter(model -> model.hasFingerprint(fingerprint))
			.findFirst().map(CatalogModel::id).orElseGet(() -> ModelFamily.recognise(
				file, path).id() + "-" + fingerprint);
	}

	/**
	 * @param nameOrId in any case
	 * @return the model of that name or id, if there is one
	 */
	public Optional<CatalogModel> find(final String nameOrId) {
		return models.stream().filter(model -> model.isCalled(nameOrId))
			.findFirst();
	}
}
