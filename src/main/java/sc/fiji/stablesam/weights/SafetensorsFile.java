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

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.StableSamException;

/**
 * Reads safetensors files, with elements of 32 bits or of either 16-bit float
 * type.
 */
public final class SafetensorsFile extends IndexedTensorFile {

	private SafetensorsFile(final WeightFile file,
		final SafetensorsHeader header)
	{
		super(file, header.metadata(), header.tensors());
	}

	/**
	 * Opens a file and checks its directory against its size, and its contents
	 * against the checksum that {@link SafetensorsWriter} leaves in its metadata.
	 *
	 * @param path the file
	 * @return the open file, to be closed by the caller
	 * @throws StableSamException if there is no such file, it is of another
	 *           format, truncated or damaged
	 */
	public static SafetensorsFile open(final Path path) {
		final WeightFile file = WeightFile.open(path);
		try {
			final SafetensorsHeader header = SafetensorsHeader.read(file);
			SelfChecksum.CRC32C.check(file, header.metadata(), Progress.NONE);
			return new SafetensorsFile(file, header);
		}
		catch (final RuntimeException e) {
			file.close();
			throw e;
		}
	}

	/** NB: Mapping saves the copy, and with it half of the memory for weights. */
	@Override
	ByteBuffer load(final WeightFile from, final long offset, final long length) {
		return from.map(offset, length);
	}
}
