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
import java.nio.file.Paths;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

import ij.gui.GenericDialog;
import ij.io.OpenDialog;
import sc.fiji.stablesam.ij.call.SegmentParameters;
import sc.fiji.stablesam.weights.CatalogModel;
import sc.fiji.stablesam.weights.ModelSource;
import sc.fiji.stablesam.weights.ModelStore;

/** Asks a person whether and from where a missing model may be installed. */
public final class ModelConsent {

	private static final String FETCH = "from the network now";
	private static final String IMPORT = "from a file on this computer";
	private static final double MEGA = 1e6;

	private ModelConsent() {}

	/**
	 * May show a question and wait for the answer.
	 *
	 * @return the request for the model, as the person allows it if it is
	 *         missing; nothing if they refused
	 * @throws IllegalArgumentException if there is no such model
	 * @throws sc.fiji.stablesam.StableSamException if there is no such file
	 */
	public static Optional<ModelRequest> allowed(final ModelStores stores,
		final SegmentParameters parameters)
	{
		final ModelRequest request = ModelRequest.of(stores, parameters);
		if (!request.isMissing()) return Optional.of(request);
		return ask(request, stores.known(parameters.model()).orElseThrow(
			IllegalStateException::new), stores.first());
	}

	private static Optional<ModelRequest> ask(final ModelRequest request,
		final CatalogModel model, final ModelStore store)
	{
		final GenericDialog dialog = new GenericDialog("Stable-SAM: get " + model
			.name());
		dialog.addMessage(question(model, store));
		dialog.addChoice("Get it", new String[] { FETCH, IMPORT }, FETCH);
		dialog.showDialog();
		if (dialog.wasCanceled()) return Optional.empty();
		return FETCH.equals(dialog.getNextChoice()) ? Optional.of(request
			.fetching()) : chosenFile(model).map(file -> request.importing(Paths.get(
				file)));
	}

	/**
	 * Asks whether a model may be fetched, and waits for the answer.
	 *
	 * @return whether the person allows it
	 */
	public static boolean allowsFetching(final ModelStores stores,
		final CatalogModel model)
	{
		final GenericDialog dialog = new GenericDialog("Stable-SAM: fetch " + model
			.name());
		dialog.addMessage(question(model, stores.folderOf(model)));
		dialog.setOKLabel("Fetch");
		dialog.showDialog();
		return !dialog.wasCanceled();
	}

	static String question(final CatalogModel model, final ModelStore store) {
		final boolean there = Files.exists(store.folder().resolve(model
			.fileName()));
		return "The model " + model.name() + (there
			? " is on this computer; it is fetched again if it is damaged."
			: " is not on this computer yet.") + "\n \nSource: " + model.sources()
				.stream().map(source -> source.describe() + " (" + size(source) + ")")
				.collect(Collectors.joining(",\n    or else ")) + "\nLicence: " + model
					.licence() + "\nFolder: " + store.folder() +
			"\n \nThis is done once; you can cancel it at any time.";
	}

	private static String size(final ModelSource source) {
		final OptionalLong bytes = source.bytesToFetch();
		return bytes.isPresent() ? Math.round(bytes.getAsLong() / MEGA) + " MB"
			: "of unknown size";
	}

	private static Optional<String> chosenFile(final CatalogModel model) {
		final OpenDialog dialog = new OpenDialog("Choose a file of " + model
			.name());
		return Optional.ofNullable(dialog.getPath());
	}
}
