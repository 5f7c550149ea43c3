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

package sc.fiji.stablesam.session;

import java.nio.file.Path;
import java.util.Optional;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;

import sc.fiji.stablesam.Progress;

/**
 * A loaded network: one set of weights on one device, from which any number of
 * {@link SegmentationSession}s can be opened. Thread-safe. Owns native memory
 * until it is closed; closing it closes its sessions.
 */
public final class SegmentationModel implements AutoCloseable {

	private SegmentationModel() {}

	/**
	 * Loads the weights onto a device.
	 *
	 * @param modelFile a {@code .safetensors} file of the model folder
	 * @throws sc.fiji.stablesam.StableSamException if the file is damaged or is
	 *           not the model it says, or if the device cannot be used
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public static SegmentationModel load(final Path modelFile,
		final DeviceChoice device, final Progress progress)
	{
		throw new UnsupportedOperationException();
	}

	/** @return the model's name, for people and for the results */
	public String name() {
		throw new UnsupportedOperationException();
	}

	/** @return where it runs, for people: {@code cpu}, {@code gpu (cuda)}... */
	public String deviceName() {
		throw new UnsupportedOperationException();
	}

	/**
	 * @return if it runs on the CPU although a GPU would have been taken, one
	 *         line that says why
	 */
	public Optional<String> whyNoGpu() {
		throw new UnsupportedOperationException();
	}

	/**
	 * Encodes an image once, so that it can be prompted many times.
	 *
	 * @param image [x, y], contrast already applied; read before this method
	 *          returns and not kept
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public SegmentationSession open(
		final RandomAccessibleInterval<ARGBType> image, final Progress progress)
	{
		throw new UnsupportedOperationException();
	}

	@Override
	public void close() {
		throw new UnsupportedOperationException();
	}
}
