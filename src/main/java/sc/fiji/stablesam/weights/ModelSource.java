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
import java.util.OptionalLong;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.StableSamException;

/**
 * One place that a model can be fetched from.
 */
public interface ModelSource {

	/** @return what and where it is, as part of a sentence */
	String describe();

	/** @return how much is fetched at most, in bytes, if that is known before */
	default OptionalLong bytesToFetch() {
		return OptionalLong.of(bytesNeeded());
	}

	/** @return whether a file is what is fetched from here, byte by byte */
	default boolean publishes(final WeightFile file, final Progress progress) {
		return false;
	}

	/** @return how much room the work needs on the disk at most, in bytes */
	long bytesNeeded();

	/**
	 * Fetches the model and, where need be, converts it.
	 *
	 * @param folder an empty folder on the disk of the model folder, for all
	 *          files of the work; the caller deletes it
	 * @param unfinished a folder for what can be taken up again the next time if
	 *          this is interrupted; it need not exist
	 * @param progress told of the steps, with sizes
	 * @return the finished safetensors file, in that folder
	 * @throws StableSamException if the source is out of reach, what it gives is
	 *           not what was expected, or the folder cannot be written to
	 * @throws java.util.concurrent.CancellationException if the user cancels
	 */
	Path fetch(Path folder, Path unfinished, Progress progress);
}
