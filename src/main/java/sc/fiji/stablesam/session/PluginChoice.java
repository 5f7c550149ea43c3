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

package sc.fiji.stablesam.session;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Objects;
import java.util.Optional;

/** Which Stable-SAM plugin answers together with a model. Immutable. */
public final class PluginChoice {

	/** The plugin that comes with this program for the model, if there is one. */
	public static final PluginChoice AUTO = new PluginChoice("auto", null);

	/** None: the model as it was published. */
	public static final PluginChoice NONE = new PluginChoice("none", null);

	private final String name;
	private final Path file;

	private PluginChoice(final String name, final Path file) {
		this.name = name;
		this.file = file;
	}

	/** @return the plugin of a file, which is looked at when it is loaded */
	public static PluginChoice of(final Path file) {
		return new PluginChoice(file.toString(), file);
	}

	/**
	 * @param text {@code auto} or {@code none}, in any case, or the path of a
	 *          plugin file
	 * @throws IllegalArgumentException if it is empty or cannot be a path
	 */
	public static PluginChoice parse(final String text) {
		final String trimmed = text.trim();
		if (AUTO.name.equalsIgnoreCase(trimmed)) return AUTO;
		if (NONE.name.equalsIgnoreCase(trimmed)) return NONE;
		try {
			if (!trimmed.isEmpty()) return of(Paths.get(trimmed));
		}
		catch (final InvalidPathException exc) {
			// NB: said below, in one sentence for all that is no path.
		}
		throw new IllegalArgumentException("There is no plugin '" + trimmed +
			"'; choose auto, none or a file.");
	}

	/** @return the plugin file, if one was named */
	public Optional<Path> file() {
		return Optional.ofNullable(file);
	}

	@Override
	public boolean equals(final Object o) {
		return o instanceof PluginChoice && ((PluginChoice) o).name.equals(name) &&
			Objects.equals(((PluginChoice) o).file, file);
	}

	@Override
	public int hashCode() {
		return Objects.hash(name, file);
	}

	/** @return text that {@link #parse} reads back as this choice */
	@Override
	public String toString() {
		return name;
	}
}
