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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

import sc.fiji.stablesam.StableSamException;
import sc.fiji.stablesam.ij.PromptSet;
import sc.fiji.stablesam.ij.ResultFiles;
import sc.fiji.stablesam.ij.RoiSegmentation;
import sc.fiji.stablesam.ij.SegmentResult;
import sc.fiji.stablesam.ij.SkippedRoi;
import sc.fiji.stablesam.ij.SourceImage;
import sc.fiji.stablesam.session.PluginChoice;
import sc.fiji.stablesam.session.SegmentationModel;
import sc.fiji.stablesam.session.SegmentationOptions;

/**
 * One run: gets the model, segments, writes the four files and tells where they
 * are. What can be refused is refused before the model is loaded.
 */
final class Segmentation {

	private final Console console;
	private final ModelOptions model;
	private final SegmentationOptions options;

	Segmentation(final Console console, final ModelOptions model,
		final SegmentationOptions options)
	{
		this.console = console;
		this.model = model;
		this.options = options;
	}

	void run(final SourceImage image, final PromptSet prompts,
		final Path folder)
	{
		if (prompts.prompts().isEmpty()) throw nothing(prompts);
		if (Files.exists(folder) && !Files.isDirectory(folder))
			throw new StableSamException("The output " + folder +
				" is a file; give the name of a folder.");
		final SegmentResult result = segment(image, prompts);
		result.skipped().forEach(skipped -> console.note(skipped.toString()));
		console.progress().checkCancelled();
		for (final Path file : ResultFiles.write(result, folder))
			console.result(file.toString());
	}

	private static StableSamException nothing(final PromptSet prompts) {
		return new StableSamException("There is nothing to segment: " + prompts
			.skipped().stream().map(SkippedRoi::toString).collect(Collectors.joining(
				" ")));
	}

	/**
	 * Draws what the model answers without and with the plugin side by side.
	 *
	 * @throws StableSamException if there is no plugin
	 */
	void compare(final SourceImage image, final PromptSet prompts,
		final Path file)
	{
		final Path modelFile = model.modelFile(console.progress());
		try (SegmentationModel network = model.load(modelFile, console
			.progress()))
		{
			if (!network.pluginName(options.plugin()).isPresent())
				throw new StableSamException(
					"There is no Stable-SAM plugin for the model " + network.name() +
						" to compare it with; give one by --plugin FILE.");
			ResultFiles.writeComparison(RoiSegmentation.with(network, options.with(
				PluginChoice.NONE)).run(image, prompts, console.progress()),
				RoiSegmentation.with(network, options).run(image, prompts, console
					.progress()), file);
		}
		console.result(file.toString());
	}

	private SegmentResult segment(final SourceImage image,
		final PromptSet prompts)
	{
		final Path modelFile = model.modelFile(console.progress());
		try (SegmentationModel network = model.load(modelFile, console
			.progress()))
		{
			network.whyNoGpu().ifPresent(console::note);
			final SegmentResult result = RoiSegmentation.with(network, options).run(
				image, prompts, console.progress());
			console.note(result.objects().size() + " objects by " + result
				.modelName() + " on " + network.deviceName() + ".");
			return result;
		}
	}
}
