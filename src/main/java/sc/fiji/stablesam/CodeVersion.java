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

package sc.fiji.stablesam;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.security.CodeSource;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** The version of this code, as the manifest of its jar has it. */
public final class CodeVersion {

	private static final String BUILD = "Implementation-Build";

	private CodeVersion() {}

	/**
	 * @return the release and the commit that it was built of, as "1.0.0
	 *         (0123abc...)"; empty if this is not a jar
	 */
	public static Optional<String> get() {
		final CodeSource source = CodeVersion.class.getProtectionDomain()
			.getCodeSource();
		try {
			return source == null ? Optional.empty() : of(new File(source
				.getLocation().toURI()));
		}
		catch (final IOException | URISyntaxException
				| IllegalArgumentException e)
		{
			// NB: Nobody should fail because of a number that is only told: a class
			// loader may say that the code is in something other than a file.
			return Optional.empty();
		}
	}

	/** @throws IOException if the file cannot be read as a jar */
	static Optional<String> of(final File jar) throws IOException {
		if (!jar.isFile()) return Optional.empty();
		try (JarFile file = new JarFile(jar)) {
			return Optional.ofNullable(file.getManifest()).flatMap(CodeVersion::of);
		}
	}

	private static Optional<String> of(final Manifest manifest) {
		final Attributes attributes = manifest.getMainAttributes();
		final String build = attributes.getValue(BUILD);
		return Optional.ofNullable(attributes.getValue(
			Attributes.Name.IMPLEMENTATION_VERSION)).map(release -> build == null
				? release : release + " (" + build + ")");
	}
}
