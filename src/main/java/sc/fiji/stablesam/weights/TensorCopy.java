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

import sc.fiji.stablesam.Progress;

/** Copies tensors of a file, one by one, so that memory stays small. */
final class TensorCopy {

	private final IndexedTensorFile source;
	private final ExpectedTensors tensors;
	private final String task;

	/** @param task what is being done, for people */
	TensorCopy(final IndexedTensorFile source, final ExpectedTensors tensors,
		final String task)
	{
		this.source = source;
		this.tensors = tensors;
		this.task = task;
	}

	/**
	 * @return what tells these weights from all others, whatever the file's name
	 */
	String fingerprint(final Progress progress) {
		final Digest digest = Digest.xxh128();
		final BufferMemory memory = BufferMemory.reused();
		for (final String tensor : tensors.shapes().keySet()) {
			progress.checkCancelled();
			digest.update(source.bytes(tensor, memory));
		}
		return digest.hex();
	}

	/** @throws sc.fiji.stablesam.StableSamException if it cannot be written */
	void write(final Path target, final Map<String, String> metadata,
		final Progress progress)
	{
		final Map<String, long[]> shapes = tensors.shapes();
		try (SafetensorsWriter writer = SafetensorsWriter.create(target, metadata,
			shapes))
		{
			final BufferMemory memory = BufferMemory.reused();
			int done = 0;
			for (final String tensor : shapes.keySet()) {
				progress.checkCancelled();
				writer.write(tensor, source.bytes(tensor, memory));
				progress.report(task, (double) ++done / shapes.size());
			}
			writer.commit(progress);
		}
	}
}
