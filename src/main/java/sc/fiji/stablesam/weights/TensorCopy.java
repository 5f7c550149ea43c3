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

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import sc.fiji.stablesam.Progress;

/**
 * Writes a model's file, tensor by tensor, so that memory stays small, and
 * notes the weights' fingerprint in it.
 */
final class TensorCopy {

	private final Function<String, ByteBuffer> source;
	private final ExpectedTensors tensors;
	private final String task;

	private TensorCopy(final Function<String, ByteBuffer> source,
		final ExpectedTensors tensors, final String task)
	{
		this.source = source;
		this.tensors = tensors;
		this.task = task;
	}

	/**
	 * @param source a tensor's bytes by its name, valid until the next but one
	 * @param tensors in the order of the model's table
	 * @param task what is being done, for people
	 */
	static TensorCopy of(final Function<String, ByteBuffer> source,
		final ExpectedTensors tensors, final String task)
	{
		return new TensorCopy(source, tensors, task);
	}

	/** @see #of(Function, ExpectedTensors, String) */
	static TensorCopy of(final IndexedTensorFile source,
		final ExpectedTensors tensors, final String task)
	{
		final BufferMemory memory = BufferMemory.reused();
		return of(name -> source.bytes(name, memory), tensors, task);
	}

	/** @throws sc.fiji.stablesam.StableSamException if it cannot be written */
	void write(final Path target, final Map<String, String> metadata,
		final Progress progress)
	{
		final Map<String, long[]> shapes = tensors.shapes();
		final Map<String, String> noted = new LinkedHashMap<>(metadata);
		noted.put(WeightsFingerprint.KEY, WeightsFingerprint.BLANK);
		final WeightsFingerprint fingerprint = new WeightsFingerprint();
		try (SafetensorsWriter writer = SafetensorsWriter.create(target, noted,
			shapes))
		{
			int done = 0;
			for (final String tensor : shapes.keySet()) {
				progress.checkCancelled();
				final ByteBuffer bytes = source.apply(tensor);
				fingerprint.add(tensor, bytes);
				writer.write(tensor, bytes);
				progress.report(task, (double) ++done / shapes.size());
			}
			writer.note(WeightsFingerprint.KEY, fingerprint.hex());
			writer.commit(progress);
		}
	}
}
