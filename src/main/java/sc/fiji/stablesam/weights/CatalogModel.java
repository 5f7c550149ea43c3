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
import java.util.Locale;

import sc.fiji.stablesam.Progress;

/**
 * A model that is known by name and can be fetched. Immutable.
 */
public final class CatalogModel {

	private final String id;
	private final String name;
	private final String licence;
	private final Contents contents;
	private final List<ModelSource> sources;
	private final String fingerprint;

	private CatalogModel(final CatalogModel other, final String fingerprint) {
		id = other.id;
		name = other.name;
		licence = other.licence;
		contents = other.contents;
		sources = other.sources;
		this.fingerprint = fingerprint;
	}

	/**
	 * @param id lower case, of letters, digits and underscores; names the file
	 * @param name for the user
	 * @param licence of the weights
	 * @param contents of its checkpoint
	 * @param sources in the order in which they are to be tried
	 */
	CatalogModel(final String id, final String name, final String licence,
		final Contents contents, final List<ModelSource> sources)
	{
		this.id = id;
		this.name = name;
		this.licence = licence;
		this.contents = contents;
		this.sources = List.copyOf(sources);
		fingerprint = "";
	}

	/**
	 * @param weights the {@link WeightsFingerprint}, which all of its sources
	 *          have in common
	 * @return the same model, known by its weights
	 */
	CatalogModel withFingerprint(final String weights) {
		return new CatalogModel(this, weights);
	}

	/** @return whether it is known to have these weights */
	boolean hasFingerprint(final String weights) {
		return fingerprint.equals(weights);
	}

	/**
	 * @return such as {@code sam2_hiera_tiny}
	 */
	public String id() {
		return id;
	}

	/** @return such as {@code SAM 2 Hiera-T} */
	public String name() {
		return name;
	}

	/** @return the licence of the weights */
	public String licence() {
		return licence;
	}

	/** @return where it can be fetched, best first */
	public List<ModelSource> sources() {
		return sources;
	}

	/** @return the name of its file in a model folder */
	public String fileName() {
		return id + ModelStore.EXTENSION;
	}

	/**
	 * Makes sure that a file holds this model: all its tensors, in their shapes,
	 * and no others.
	 *
	 * @param path of the file, for the message
	 * @throws sc.fiji.stablesam.StableSamException if it does not, naming the
	 *           first key that is wrong
	 */
	public void check(final TensorFile file, final Path path) {
		tensors(file, path);
	}

	/** @see Contents#tensors */
	ExpectedTensors tensors(final TensorFile file, final Path path) {
		return contents.tensors(file, path);
	}

	/**
	 * @return whether a file is what one of its sources publishes, byte by byte
	 */
	boolean isPublishedAs(final WeightFile file, final Progress progress) {
		return sources.stream().anyMatch(source -> source.publishes(file,
			progress));
	}

	/** @return whether the user may mean this model, by name or id in any case */
	boolean isCalled(final String nameOrId) {
		final String lower = nameOrId.trim().toLowerCase(Locale.ROOT);
		return lower.equals(id) || lower.equals(name.toLowerCase(Locale.ROOT));
	}
}
