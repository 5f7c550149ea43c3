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
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import sc.fiji.stablesam.weights.ModelStore;

/**
 * A SAM 2 as the real one, but with few blocks and random weights, for tests of
 * what stands around a network. It encodes a picture in a moment and outlines
 * anything.
 */
public final class SmallModel {

	private static Path file;

	private SmallModel() {}

	/** @return the checkpoint, in the project's own format */
	public static synchronized Path file() {
		if (file == null) file = imported();
		return file;
	}

	private static Path imported() {
		try {
			final Path published = new File(SmallModel.class.getResource(
				"/golden/sam2_hiera_micro.pt").toURI()).toPath();
			final Path folder = Files.createTempDirectory("stable-sam-small-model");
			final Path imported = ModelStore.at(folder).importFile(published,
				Progress.NONE);
			try (Stream<Path> all = Files.walk(folder)) {
				all.forEach(path -> path.toFile().deleteOnExit());
			}
			return imported;
		}
		catch (final IOException exc) {
			throw new UncheckedIOException(exc);
		}
		catch (final URISyntaxException exc) {
			throw new IllegalStateException(exc);
		}
	}
}
