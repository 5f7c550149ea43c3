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

package sc.fiji.stablesam.ij.models;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Optional;

import ij.IJ;

/** Knows where models are kept in an installation of Fiji or ImageJ. */
final class ModelFolder {

	private ModelFolder() {}

	/** @return the model folder of the running ImageJ, if it should have one */
	static Optional<Path> ofThisImageJ() {
		final String root = IJ.getDirectory("imagej");
		return root == null ? Optional.empty() : in(Paths.get(root));
	}

	/**
	 * @param root where ImageJ is installed
	 * @return its {@code models/stable-sam}, if there is a folder {@code models}
	 *         already or if it is a Fiji, and if models can be read or added
	 *         there
	 */
	static Optional<Path> in(final Path root) {
		final Path models = root.resolve("models");
		final Path ours = models.resolve("stable-sam");
		if (Files.isDirectory(ours)) return Optional.of(ours);
		if (Files.isDirectory(models)) return Optional.of(ours).filter(f -> Files
			.isWritable(models));
		final boolean isFiji = Files.isDirectory(root.resolve("jars")) && Files
			.isDirectory(root.resolve("plugins"));
		return Optional.of(ours).filter(f -> isFiji && Files.isWritable(root));
	}
}
