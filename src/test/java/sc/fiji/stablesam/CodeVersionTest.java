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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeVersionTest {

	@TempDir
	private Path folder;

	@Test
	void isTheReleaseAndTheCommit() throws IOException {
		final Manifest manifest = manifest();
		manifest.getMainAttributes().putValue("Implementation-Version", "1.2.3");
		assertEquals(Optional.of("1.2.3"), of(manifest));
		manifest.getMainAttributes().putValue("Implementation-Build", "0123abc");
		assertEquals(Optional.of("1.2.3 (0123abc)"), of(manifest));
	}

	@Test
	void isNotKnownWithoutAJarThatTellsIt() throws IOException {
		assertEquals(Optional.empty(), of(manifest()));
		assertEquals(Optional.empty(), CodeVersion.of(folder.toFile()));
		// NB: tests are run with the classes of a folder.
		assertEquals(Optional.empty(), CodeVersion.get());
	}

	@Test
	void whatIsNoJarIsNoVersion() throws IOException {
		final Path file = Files.write(folder.resolve("nö jar"), new byte[9]);
		assertThrows(IOException.class, () -> CodeVersion.of(file.toFile()));
	}

	private static Manifest manifest() {
		final Manifest manifest = new Manifest();
		manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		return manifest;
	}

	private Optional<String> of(final Manifest manifest) throws IOException {
		final Path jar = folder.resolve("mit Ümlaut.jar");
		new JarOutputStream(Files.newOutputStream(jar), manifest).close();
		return CodeVersion.of(jar.toFile());
	}
}
