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
import java.util.function.Supplier;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.StableSamException;

/** Fetches a checkpoint from its publisher. */
final class HttpSource implements ModelSource {

	private final HttpFile file;
	private final PublishedCheckpoint checkpoint;
	private final Supplier<HttpTransfer> transfer;

	/**
	 * @param checkpoint how it is called, once it is installed
	 * @param transfer asked for when it is needed, as the user may change the
	 *          proxy
	 */
	HttpSource(final HttpFile file, final PublishedCheckpoint checkpoint,
		final Supplier<HttpTransfer> transfer)
	{
		this.file = file;
		this.checkpoint = checkpoint;
		this.transfer = transfer;
	}

	@Override
	public String describe() {
		return file.address().getHost();
	}

	@Override
	public OptionalLong bytesToFetch() {
		return file.size();
	}

	@Override
	public long bytesNeeded() {
		// NB: what is fetched and what is made of it lie side by side.
		return 2 * file.size().orElse(0);
	}

	@Override
	public boolean publishes(final WeightFile other, final Progress progress) {
		// NB: a checksum takes seconds, and those without a size are many.
		return (file.size().isPresent() || file.name().equals(String.valueOf(other
			.path().getFileName()))) && file.isGenuine(other, progress);
	}

	@Override
	public Path fetch(final Path folder, final Path unfinished,
		final Progress progress)
	{
		try {
			Files.createDirectories(unfinished);
			final Path copy = new HttpDownload(file, unfinished, transfer.get()).run(
				progress);
			final Path result = folder.resolve("fetched" + ModelStore.EXTENSION);
			checkpoint.convert(copy, result, progress);
			Files.delete(copy);
			return result;
		}
		catch (final IOException exc) {
			throw new StableSamException("The folder " + unfinished +
				" cannot be written to (" + IoReason.of(exc) +
				"): make room, allow writing there, or choose another folder.", exc);
		}
	}
}
