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
import java.util.List;

import ai.djl.engine.EngineException;
import sc.fiji.stablesam.train.AnnotatedSet;
import sc.fiji.stablesam.train.EmbeddingCache;
import sc.fiji.stablesam.train.Trainer;
import sc.fiji.stablesam.train.TrainingMonitor;
import sc.fiji.stablesam.train.TrainingOptions;
import sc.fiji.stablesam.weights.ModelCatalog;
import sc.fiji.stablesam.weights.SafetensorsFile;
import sc.fiji.stablesam.weights.TensorFile;

/** Trains a Stable-SAM plugin for an installed model. */
public final class PluginTraining {

	private final Path modelFile;
	private final DeviceChoice device;
	private final Path cache;
	private final TrainingOptions options;

	/**
	 * @param modelFile a {@code .safetensors} file of the model folder
	 * @param cache the folder for encoded pictures, about 16 MB each
	 */
	public PluginTraining(final Path modelFile, final DeviceChoice device,
		final Path cache, final TrainingOptions options)
	{
		this.modelFile = modelFile;
		this.device = device;
		this.cache = cache;
		this.options = options;
	}

	/**
	 * Trains a plugin and writes its file.
	 *
	 * @param known sets whose images the plugin's file tells of; may be empty
	 * @param validation sets to measure on now and then; may be empty
	 * @see Trainer#run
	 */
	public void run(final List<AnnotatedSet> training,
		final List<AnnotatedSet> known, final List<AnnotatedSet> validation,
		final Path output, final TrainingMonitor monitor)
	{
		final String base;
		final String fingerprint;
		try (TensorFile file = SafetensorsFile.open(modelFile)) {
			base = ModelCatalog.builtIn().base(file, modelFile);
			fingerprint = SegmentationModel.fingerprint(file);
		}
		try (SegmentationModel model = SegmentationModel.load(modelFile, device,
			monitor))
		{
			new Trainer(model.network(), base, new EmbeddingCache(cache, model
				.network(), fingerprint), new NetworkPrompts(), options).run(training,
					known, validation, output, monitor);
		}
		catch (final EngineException exc) {
			throw SegmentationModel.engineFailure(exc);
		}
	}
}
