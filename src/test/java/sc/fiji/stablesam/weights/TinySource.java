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
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.StableSamException;

/** Sources of {@link TinyModel} that work, or do not, and count their calls. */
abstract class TinySource implements ModelSource {

	final AtomicInteger calls = new AtomicInteger();

	private final String name;

	private TinySource(final String name) {
		this.name = name;
	}

	/** @return one that works */
	static TinySource working() {
		return new TinySource("the working source") {

			@Override
			Path fetchNow(final Path folder, final Progress progress) {
				return TinyModel.write(folder.resolve("fetched.safetensors"),
					TinyModel.NAME);
			}
		};
	}

	/**
	 * @return one that leaves half a file and fails, with that name in its
	 *         message
	 */
	static TinySource failing(final String name) {
		return new TinySource(name) {

			@Override
			Path fetchNow(final Path folder, final Progress progress) {
				startFile(folder);
				throw new StableSamException("There is no " + name + ".");
			}
		};
	}

	/** @return one that leaves half a file and looks whether it is cancelled */
	static TinySource slow() {
		return new TinySource("the slow source") {

			@Override
			Path fetchNow(final Path folder, final Progress progress) {
				startFile(folder);
				progress.checkCancelled();
				throw new AssertionError("not cancelled");
			}
		};
	}

	/** @return one that needs more room than any disk has */
	static TinySource huge() {
		return new TinySource("the huge source") {

			@Override
			public long bytesNeeded() {
				return Long.MAX_VALUE;
			}

			@Override
			Path fetchNow(final Path folder, final Progress progress) {
				throw new AssertionError("fetched without room");
			}
		};
	}

	abstract Path fetchNow(Path folder, Progress progress);

	@Override
	public String describe() {
		return name;
	}

	@Override
	public long bytesNeeded() {
		return 0;
	}

	@Override
	public Path fetch(final Path folder, final Path unfinished,
		final Progress progress)
	{
		calls.incrementAndGet();
		return fetchNow(folder, progress);
	}

	private static void startFile(final Path folder) {
		// NB: Not closed on purpose: what was begun is the store's to clean up.
		SafetensorsWriter.create(folder.resolve("half.safetensors"), Map.of(),
			TinyModel.SHAPES);
	}
}
