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

package sc.fiji.stablesam.cli;

import java.nio.file.Path;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.session.MaskChoice;
import sc.fiji.stablesam.session.PluginChoice;
import sc.fiji.stablesam.session.PrecisionChoice;
import sc.fiji.stablesam.session.SegmentationModel;
import sc.fiji.stablesam.session.SegmentationOptions;
import sc.fiji.stablesam.weights.PluginFile;

/** Who answers: the network, its plugin, and which of its masks is taken. */
final class ModelOptions {

	@Mixin
	private NetworkOptions network = new NetworkOptions();

	@Option(names = "--precision", paramLabel = "auto|float32|float16",
		defaultValue = "auto", description = {
			"Of the numbers that encode images; auto takes float16 on an NVIDIA GPU. On a CPU it is float32." })
	private PrecisionChoice precision = PrecisionChoice.AUTO;

	@Option(names = "--plugin", paramLabel = "auto|none|FILE",
		defaultValue = "auto", description = {
			"The Stable-SAM plugin: the one that comes with this program for the model, if there is one; none; or a file." })
	private PluginChoice plugin = PluginChoice.AUTO;

	@Option(names = "--mask", paramLabel = "auto|single|best",
		defaultValue = "auto", description = {
			"Which of the network's masks is taken: its single mask, the one that it believes to be best, or what serves best for the prompt." })
	private MaskChoice mask = MaskChoice.AUTO;

	/**
	 * @throws sc.fiji.stablesam.StableSamException also if the plugin's file is
	 *           none
	 * @see NetworkOptions#modelFile
	 */
	Path modelFile(final Progress progress) {
		plugin.file().ifPresent(file -> PluginFile.open(file).close());
		return network.modelFile(progress);
	}

	/**
	 * @param file of {@link #modelFile}
	 * @return on the device and with the precision that were asked for
	 */
	SegmentationModel load(final Path file, final Progress progress) {
		return SegmentationModel.load(file, network.device(), precision, progress);
	}

	MaskChoice mask() {
		return mask;
	}

	PluginChoice plugin() {
		return plugin;
	}

	/** @return how prompts are to be answered */
	SegmentationOptions segmentation() {
		return SegmentationOptions.defaults().with(mask).with(plugin);
	}
}
