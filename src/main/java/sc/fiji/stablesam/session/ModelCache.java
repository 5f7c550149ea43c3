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

import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import sc.fiji.stablesam.Progress;

/**
 * Loads each model once a device and keeps it for the following runs.
 * Thread-safe. Owns its models: nobody else closes them.
 */
public final class ModelCache implements AutoCloseable {

	private static final ModelCache SHARED = new ModelCache();

	private final Map<String, SegmentationModel> models = new HashMap<>();

	/** @return the one that all commands of this JVM share */
	public static ModelCache shared() {
		return SHARED;
	}

	/**
	 * @return with the precision that suits the device
	 * @see #get(Path, DeviceChoice, PrecisionChoice, Progress)
	 */
	public SegmentationModel get(final Path modelFile, final DeviceChoice device,
		final Progress progress)
	{
		return get(modelFile, device, PrecisionChoice.AUTO, progress);
	}

	/**
	 * @param modelFile a {@code .safetensors} file of the model folder
	 * @return the model, loaded now or earlier; loaded again if the file changed
	 * @throws sc.fiji.stablesam.StableSamException as
	 *           {@link SegmentationModel#load}
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public synchronized SegmentationModel get(final Path modelFile,
		final DeviceChoice device, final PrecisionChoice precision,
		final Progress progress)
	{
		final File file = modelFile.toAbsolutePath().normalize().toFile();
		final String key = device + " " + precision + " " + file.length() + " " +
			file.lastModified() + " " + file;
		SegmentationModel model = models.get(key);
		if (model == null) {
			model = SegmentationModel.load(modelFile, device, precision, progress);
			models.put(key, model);
		}
		return model;
	}

	/** Closes all models that were loaded; others can be loaded afterwards. */
	@Override
	public synchronized void close() {
		models.values().forEach(SegmentationModel::close);
		models.clear();
	}
}
