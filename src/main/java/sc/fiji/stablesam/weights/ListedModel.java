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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * A line in a list of models: one that can be fetched, or is installed, or
 * both; or a file that lies in a model folder to be imported. Immutable.
 */
public final class ListedModel {

	private static final String UNKNOWN = "unknown";

	private final CatalogModel known;
	private final InstalledModel installed;
	private final DroppedFile dropped;
	/** Why the dropped file cannot be imported; null if it can. */
	private final String problem;

	private ListedModel(final CatalogModel known,
		final InstalledModel installed)
	{
		this.known = known;
		this.installed = installed;
		dropped = null;
		problem = null;
	}

	private ListedModel(final DroppedFile dropped) {
		known = null;
		installed = null;
		this.dropped = dropped;
		problem = dropped.problem().orElse(null);
	}

	/**
	 * Lists what can be had of some folders. Reads what the files there say of
	 * themselves, but not the weights.
	 *
	 * @param stores at least one; where two have the same model of the catalog,
	 *          the first counts as that
	 * @return the models of the first store's catalog in its order, then the
	 *         others that are installed, then the dropped files that none of the
	 *         installed models was imported from
	 * @throws sc.fiji.stablesam.StableSamException if a folder cannot be read
	 */
	public static List<ListedModel> in(final List<ModelStore> stores) {
		final List<InstalledModel> installed = stores.stream().flatMap(
			store -> store.installed().stream()).collect(Collectors.toList());
		final List<InstalledModel> others = new ArrayList<>(installed);
		final List<ListedModel> result = new ArrayList<>();
		for (final CatalogModel model : stores.get(0).catalog().models()) {
			final Optional<InstalledModel> here = others.stream().filter(
				other -> other.id().equals(model.id())).findFirst();
			here.ifPresent(others::remove);
			result.add(new ListedModel(model, here.orElse(null)));
		}
		others.forEach(other -> result.add(new ListedModel(null, other)));
		stores.stream().flatMap(store -> DroppedFile.in(store.folder()).stream())
			.filter(file -> !file.isAmong(installed)).forEach(file -> result.add(
				new ListedModel(file)));
		return result;
	}

	/** @return what it can be fetched as, if it can be */
	public Optional<CatalogModel> known() {
		return Optional.ofNullable(known);
	}

	/** @return what is there of it, if it is installed */
	public Optional<InstalledModel> installed() {
		return Optional.ofNullable(installed);
	}

	/** @return the file that it would be imported from, if it is one */
	public Optional<DroppedFile> dropped() {
		return Optional.ofNullable(dropped);
	}

	/** @return why the dropped file cannot be imported, as a sentence */
	public Optional<String> problem() {
		return Optional.ofNullable(problem);
	}

	/** @return such as {@code sam2_hiera_tiny} */
	public String id() {
		return dropped != null ? dropped.name() : known == null ? installed.id()
			: known.id();
	}

	/** @return by which it can be called, such as {@code SAM 2 Hiera-T} */
	public String name() {
		return dropped != null ? dropped.name() : known == null ? installed.name()
			: known.name();
	}

	/** @return whether it is there, for people */
	public String state() {
		if (dropped == null) return installed == null ? "not installed"
			: "installed";
		return problem == null ? "dropped in, imported on first use" : "refused: " +
			reason();
	}

	/** NB: Sentences of files name the file first, and say last what to do. */
	private String reason() {
		final String file = dropped.path() + " ";
		final int start = problem.indexOf(file);
		final int end = problem.lastIndexOf(": ");
		return problem.substring(start < 0 ? 0 : start + file.length(), end < start
			? problem.length() : end);
	}

	/** @return the licence of the weights, or {@code unknown} */
	public String licence() {
		final String licence = known != null ? known.licence() : installed != null
			? installed.licence() : "";
		return licence.isEmpty() ? UNKNOWN : licence;
	}

	/**
	 * @return such as {@code 184 MB}: that of its file if there is one, else what
	 *         is to be fetched, or {@code unknown}
	 */
	public String size() {
		final OptionalLong bytes = bytes();
		return bytes.isPresent() ? Megabytes.of(bytes.getAsLong()) : UNKNOWN;
	}

	/**
	 * @param memory of the device that it is to run on
	 * @return whether that is enough for it: {@code fits}, else what it needs,
	 *         such as {@code needs 7 GB} or {@code tight, needs 7 GB}, after
	 *         {@code GPU:} if it is a GPU's; or {@code unknown}
	 */
	public String fit(final DeviceMemory memory) {
		final OptionalLong bytes = bytes();
		return problem == null && bytes.isPresent() ? memory.fit(bytes.getAsLong())
			: UNKNOWN;
	}

	private OptionalLong bytes() {
		if (dropped != null) return OptionalLong.of(dropped.size());
		return installed == null ? known.sources().get(0).bytesToFetch()
			: OptionalLong.of(installed.size());
	}
}
