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

package sc.fiji.stablesam.ij.call;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Objects;
import java.util.Optional;

/**
 * Which model is to be installed, and from where, with the same names in the
 * window of the models and in macros. Immutable.
 */
public final class ModelOrder {

	/** The name in menus and macros of the command that takes these. */
	public static final String COMMAND = "Stable-SAM Models...";

	private static final String FETCH = "fetch";
	private static final String IMPORT = "import";
	private static final String NAME = "name";

	private final String model;
	private final Path file;
	private final String name;

	private ModelOrder(final String model, final Path file, final String name) {
		this.model = model;
		this.file = file;
		this.name = name;
	}

	/** @param nameOrId of a model that can be fetched, in any case */
	public static ModelOrder fetch(final String nameOrId) {
		return new ModelOrder(Objects.requireNonNull(nameOrId), null, null);
	}

	/**
	 * @param file the path of a checkpoint
	 * @throws IllegalArgumentException if no file can be called so
	 */
	public static ModelOrder importFrom(final String file) {
		if (file.trim().isEmpty()) throw new IllegalArgumentException(
			"There is no file to import: choose one.");
		try {
			return new ModelOrder(null, Paths.get(file.trim()), null);
		}
		catch (final InvalidPathException exc) {
			throw new IllegalArgumentException("The file '" + file +
				"' cannot be imported, as no file can be called so: check its name.",
				exc);
		}
	}

	/** @return the same, for a model that is to be called so */
	public ModelOrder as(final String newName) {
		if (file == null) throw new IllegalArgumentException("The option '" + NAME +
			"' is for '" + IMPORT + "' only; leave it away.");
		return new ModelOrder(null, file, Objects.requireNonNull(newName));
	}

	/**
	 * @throws IllegalArgumentException if there is an unknown option, or not one
	 *           model; the message lists what there is
	 */
	public static ModelOrder of(final MacroOptions options) {
		options.allowOnly(FETCH, IMPORT, NAME);
		final Optional<String> fetch = options.text(FETCH);
		final Optional<String> file = options.text(IMPORT);
		if (fetch.isPresent() == file.isPresent())
			throw new IllegalArgumentException(
				"Say which one model is to be installed, as in " + FETCH +
					"=[SAM 2.1 Hiera-T] or " + IMPORT + "=[/some folder/file.pt].");
		final ModelOrder order = fetch.map(ModelOrder::fetch).orElseGet(
			() -> importFrom(file.get()));
		return options.text(NAME).map(order::as).orElse(order);
	}

	/** @return macro options that mean this */
	public MacroOptions toMacroOptions() {
		if (file == null) return MacroOptions.none().with(FETCH, model);
		final MacroOptions options = MacroOptions.none().with(IMPORT, file
			.toString());
		return name == null ? options : options.with(NAME, name);
	}

	/** @return the name of the model to fetch; null if a file is imported */
	public String model() {
		return model;
	}

	/** @return the file to import, if the model is not fetched */
	public Optional<Path> file() {
		return Optional.ofNullable(file);
	}

	/** @return what to call an imported model, if not as the file says */
	public Optional<String> name() {
		return Optional.ofNullable(name);
	}

	@Override
	public boolean equals(final Object o) {
		return o instanceof ModelOrder && ((ModelOrder) o).toMacroOptions().equals(
			toMacroOptions());
	}

	@Override
	public int hashCode() {
		return toMacroOptions().hashCode();
	}

	@Override
	public String toString() {
		return toMacroOptions().toString();
	}
}
