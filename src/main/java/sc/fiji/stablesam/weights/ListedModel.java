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

/**
 * A line in a list of models: one that can be fetched, or is installed, or
 * both. Immutable.
 */
public final class ListedModel {

	private static final String UNKNOWN = "unknown";

	private final CatalogModel known;
	private final InstalledModel installed;

	private ListedModel(final CatalogModel known,
		final InstalledModel installed)
	{
		this.known = known;
		this.installed = installed;
	}

	/**
	 * @param installed where two are the same model of the catalog, the first
	 *          counts as that
	 * @return the models of the catalog in its order, and then the others that
	 *         are installed
	 */
	public static List<ListedModel> of(final ModelCatalog catalog,
		final List<InstalledModel> installed)
	{
		final List<InstalledModel> others = new ArrayList<>(installed);
		final List<ListedModel> result = new ArrayList<>();
		for (final CatalogModel model : catalog.models()) {
			final Optional<InstalledModel> here = others.stream().filter(
				other -> other.id().equals(model.id())).findFirst();
			here.ifPresent(others::remove);
			result.add(new ListedModel(model, here.orElse(null)));
		}
		others.forEach(other -> result.add(new ListedModel(null, other)));
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

	/** @return such as {@code sam2_hiera_tiny} */
	public String id() {
		return known == null ? installed.id() : known.id();
	}

	/** @return such as {@code SAM 2 Hiera-T} */
	public String name() {
		return known == null ? installed.name() : known.name();
	}

	/** @return the licence of the weights, or {@code unknown} */
	public String licence() {
		final String licence = known == null ? installed.licence() : known
			.licence();
		return licence.isEmpty() ? UNKNOWN : licence;
	}

	/**
	 * @return such as {@code 184 MB}: that of its file if it is installed, else
	 *         what is to be fetched, or {@code unknown}
	 */
	public String size() {
		final OptionalLong bytes = bytes();
		return bytes.isPresent() ? Megabytes.of(bytes.getAsLong()) : UNKNOWN;
	}

	/**
	 * @return whether this computer has memory enough for it: {@code fits}, else
	 *         what it needs, such as {@code needs 7 GB} or {@code tight, needs 7
	 *         GB}; or {@code unknown}
	 */
	public String fit() {
		final OptionalLong bytes = bytes();
		return bytes.isPresent() ? MemoryFit.of(bytes.getAsLong()).describe(bytes
			.getAsLong()) : UNKNOWN;
	}

	private OptionalLong bytes() {
		return installed == null ? known.sources().get(0).bytesToFetch()
			: OptionalLong.of(installed.size());
	}
}
