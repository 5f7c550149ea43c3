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
import java.nio.file.Paths;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import sc.fiji.stablesam.ij.ImageFiles;
import sc.fiji.stablesam.ij.PointsMode;
import sc.fiji.stablesam.ij.PromptSet;
import sc.fiji.stablesam.ij.RoiFiles;
import sc.fiji.stablesam.ij.SourceImage;

/** {@code demo}: outlines the nuclei of a test image, by its loose ROIs. */
@Command(name = "demo", mixinStandardHelpOptions = true, sortOptions = false,
	description = {
		"Outline nuclei in a picture of test-images by its loose boxes and clicks; gets the model if it is not there." })
final class DemoCommand implements Runnable {

	private final Console console;

	@Mixin
	private ModelOptions options;

	@Option(names = "--compare", description = {
		"Instead, outline them by careless boxes, without and with the Stable-SAM plugin, and draw both side by side into comparison.png." })
	private boolean comparison;

	@Option(names = "--output", paramLabel = "DIR", description = {
		"The folder for the results; target/demo of the project if not given." })
	private Path output;

	DemoCommand(final Console console) {
		this.console = console;
	}

	@Override
	public void run() {
		final Path root = Paths.get(System.getProperty("stable-sam.root", ""));
		final Path pictures = root.resolve("test-images");
		final SourceImage image = ImageFiles.open(pictures.resolve(
			"nuclei-8bit.tif"));
		final PromptSet prompts = RoiFiles.readPrompts(pictures.resolve(
			"nuclei-8bit-rois.zip"), image, PointsMode.AUTO);
		final Path folder = output == null ? root.resolve("target").resolve("demo")
			: output;
		final Segmentation segmentation = new Segmentation(console, options, options
			.segmentation());
		if (comparison) segmentation.compare(image, CarelessBoxes.of(prompts,
			image), folder.resolve("comparison.png"));
		else segmentation.run(image, prompts, folder);
	}
}
