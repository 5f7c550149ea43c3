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

import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Optional;

import sc.fiji.stablesam.weights.RealFiles;

/**
 * The real SAM 2 Hiera-T for tests marked {@link NeedsModel}: the checkpoint
 * and the exported networks that it is made of.
 * <p>
 * It is fetched once and kept in the folder {@code STABLE_SAM_TEST_CACHE}, or
 * {@code .cache/stable-sam-tests} in the user's home.
 */
public final class RealModel {

	private static final String VARIABLE = "STABLE_SAM_TEST_CACHE";

	private static RealFiles files;
	private static String problem;

	private RealModel() {}

	/** @return the checkpoint, in the project's own format */
	public static Path file() {
		return files().checkpoint();
	}

	/** @return the exported image encoder */
	public static Path ortEncoder() {
		return files().encoder();
	}

	/** @return the exported mask decoder */
	public static Path onnxDecoder() {
		return files().decoder();
	}

	/** @return why the model cannot be had, or nothing if it is there */
	static synchronized Optional<String> problem() {
		if (files == null && problem == null) fetch();
		return Optional.ofNullable(problem);
	}

	private static synchronized RealFiles files() {
		problem().ifPresent(why -> {
			throw new IllegalStateException("Mark the test @NeedsModel: " + why);
		});
		return files;
	}

	private static void fetch() {
		try {
			files = RealFiles.in(folder());
		}
		catch (final StableSamException e) {
			problem = e.getMessage();
		}
	}

	private static Path folder() {
		final String chosen = System.getenv(VARIABLE);
		return chosen != null && !chosen.isEmpty() ? Paths.get(chosen) : Paths.get(
			System.getProperty("user.home"), ".cache", "stable-sam-tests");
	}
}
