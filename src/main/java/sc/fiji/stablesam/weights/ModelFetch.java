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
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.StableSamException;

/**
 * Fetches one model into a model folder, from the first source that works.
 */
final class ModelFetch {

	private static final Logger LOG = Logger.getLogger(ModelFetch.class
		.getName());

	/** Holds what was fetched of files when that was interrupted. */
	static final String UNFINISHED = ".unfinished";

	private final FolderLock lock;
	private final CatalogModel model;

	/** @param lock the right to change the folder that the model goes to */
	ModelFetch(final FolderLock lock, final CatalogModel model) {
		this.lock = lock;
		this.model = model;
	}

	/**
	 * @return the installed file
	 * @throws StableSamException the first source's, if none works: it is the one
	 *           that needs nothing but the network
	 */
	Path run(final Progress progress) {
		final List<StableSamException> reasons = new ArrayList<>();
		ModelSource failed = null;
		for (final ModelSource source : model.sources()) {
			if (failed != null) progress.report(failed.describe() + " did not give " +
				model.name() + ", trying " + source.describe(), 0);
			try {
				return fetch(source, progress);
			}
			catch (final StableSamException e) {
				LOG.log(Level.FINE, "No model from " + source.describe(), e);
				reasons.add(e);
				failed = source;
			}
		}
		if (reasons.isEmpty()) throw new StableSamException(
			"There is no source for " + model.name() + ": import it from a file.");
		final StableSamException first = reasons.remove(0);
		reasons.forEach(first::addSuppressed);
		throw first;
	}

	private Path fetch(final ModelSource source, final Progress progress) {
		final Path unfinished = lock.folder().resolve(UNFINISHED);
		try (WorkFolder work = WorkFolder.in(lock)) {
			requireRoom(source);
			final Path fetched = source.fetch(work.path(), unfinished, progress);
			return work.release(fetched, lock.folder().resolve(model.fileName()));
		}
		finally {
			deleteIfEmpty(unfinished);
		}
	}

	private static void deleteIfEmpty(final Path folder) {
		try {
			Files.deleteIfExists(folder);
		}
		catch (final IOException e) {
			LOG.log(Level.FINE, "What is unfinished stays in " + folder, e);
		}
	}

	private void requireRoom(final ModelSource source) {
		final long room;
		try {
			room = Files.getFileStore(lock.folder()).getUsableSpace();
		}
		catch (final IOException e) {
			return; // some file systems do not tell, and writing will find out
		}
		if (room < source.bytesNeeded()) throw new StableSamException("Fetching " +
			model.name() + " needs " + Megabytes.of(source.bytesNeeded()) + " and " +
			lock.folder() + " has room for only " + Megabytes.of(room) +
			": make room, or choose another folder.");
	}
}
