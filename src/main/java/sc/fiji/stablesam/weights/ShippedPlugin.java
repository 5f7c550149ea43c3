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

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Function;

import sc.fiji.stablesam.StableSamException;

/** The Stable-SAM plugin that comes with this program for a model. */
public final class ShippedPlugin {

	private static final String SUFFIX = ".plugin.safetensors";

	private ShippedPlugin() {}

	/**
	 * @param model the id of a model
	 * @return a copy of the plugin's file in the folder for temporary files, the
	 *         caller's to delete; nothing if there is none for the model
	 * @throws StableSamException if it cannot be copied
	 */
	public static Optional<Path> copy(final String model) {
		return copy(model, ShippedPlugin.class::getResourceAsStream);
	}

	/** @param resources of a name, null if there is none */
	static Optional<Path> copy(final String model,
		final Function<String, InputStream> resources)
	{
		try (InputStream in = resources.apply(model + SUFFIX)) {
			if (in == null) return Optional.empty();
			return Optional.of(copy(in));
		}
		catch (final IOException exc) {
			throw new StableSamException("The plugin of the model '" + model +
				"' cannot be unpacked into the folder for temporary files (" + IoReason
					.of(exc) + "): make room there, or choose the plugin 'none'.", exc);
		}
	}

	private static Path copy(final InputStream in) throws IOException {
		final Path copy = Files.createTempFile("stable-sam-", SUFFIX);
		try {
			Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
			return copy;
		}
		catch (final IOException exc) {
			Files.delete(copy);
			throw exc;
		}
	}
}
