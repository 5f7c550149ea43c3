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
import java.util.Optional;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.StableSamException;
import sc.fiji.stablesam.ij.call.SegmentParameters;

/** Finds the model file of a run, and gets it first if that is allowed. */
public final class ModelRequest {

	/** Where a model comes from that is not there yet. */
	private interface Supply {

		Path get(Progress progress);
	}

	private final ModelStores stores;
	private final String model;
	private final Supply supply;

	private ModelRequest(final ModelStores stores, final String model,
		final Supply supply)
	{
		this.stores = stores;
		this.model = model;
		this.supply = supply;
	}

	/** @return what a run asks for, where there is nobody to be asked */
	public static ModelRequest of(final ModelStores stores,
		final SegmentParameters parameters)
	{
		final String model = parameters.model();
		final ModelRequest request = new ModelRequest(stores, model, progress -> {
			throw new StableSamException("The model '" + model +
				"' is not installed in " + stores.first().folder() +
				"; add the option " + SegmentParameters.DOWNLOAD +
				", or run the command once from the menu.");
		});
		return parameters.isDownloadAllowed() ? request.fetching() : request;
	}

	/** @return this request; a missing model is fetched */
	ModelRequest fetching() {
		return new ModelRequest(stores, model, progress -> stores.first().fetch(
			model, progress));
	}

	/** @return this request; a missing model is taken from a file of the user */
	ModelRequest importing(final Path file) {
		return new ModelRequest(stores, model, progress -> {
			stores.first().importFile(file, progress);
			return stores.find(model).orElseThrow(() -> new StableSamException(
				"The file " + file + " holds another model than '" + model +
					"'; choose that one in the dialog."));
		});
	}

	/**
	 * @return whether the model is known, but not there
	 * @throws IllegalArgumentException if there is no such model
	 * @throws StableSamException if there is no such file
	 */
	public boolean isMissing() {
		return !stores.find(model).isPresent();
	}

	/**
	 * @return the checkpoint, installed now if need be
	 * @throws IllegalArgumentException if there is no such model
	 * @throws StableSamException if it is missing and nobody may get it, or if it
	 *           cannot be had
	 */
	public Path modelFile(final Progress progress) {
		final Optional<Path> file = stores.find(model);
		return file.isPresent() ? stores.first().usable(file.get(), progress)
			: supply.get(progress);
	}
}
