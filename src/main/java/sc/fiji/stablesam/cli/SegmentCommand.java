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

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import sc.fiji.stablesam.ij.ImageFiles;
import sc.fiji.stablesam.ij.SourceImage;
import sc.fiji.stablesam.session.SegmentationOptions;

/** {@code segment}: outlines what is pointed at in an image file. */
@Command(name = "segment", mixinStandardHelpOptions = true, sortOptions = false,
	description = { "Outline what boxes, points and ROIs point at in an image.",
		"Writes labels.tif, rois.zip, results.csv and overlay.png; one row and one label per prompt: boxes, then points, then ROIs as given." })
final class SegmentCommand implements Runnable {

	private final Console console;

	@Parameters(paramLabel = "IMAGE", description = {
		"TIFF (also stacks), PNG, JPEG... Boxes and points refer to its first plane." })
	private Path imageFile;

	@Mixin
	private PromptOptions prompts;

	@Mixin
	private ModelOptions options;

	@Option(names = "--stability", negatable = true, defaultValue = "true",
		fallbackValue = "true", description = {
			"Whether to measure how stable each outline is: how alike the outlines are that slightly other prompts give. On unless switched off; it takes about three times as long as the outlines alone." })
	private boolean stability = true;

	@Option(names = "--second-looks", negatable = true, defaultValue = "true",
		fallbackValue = "true", description = {
			"Whether to look again at objects of which the network is not sure: in the image turned by half, and at tiny ones in parts of the image. On unless switched off; each of these takes as long as encoding the image, once." })
	private boolean secondLooks = true;

	@Option(names = "--output", paramLabel = "DIR", required = true,
		description = { "The folder for the results; made if it is not there." })
	private Path output;

	SegmentCommand(final Console console) {
		this.console = console;
	}

	@Override
	public void run() {
		prompts.check();
		final SourceImage image = ImageFiles.open(imageFile);
		new Segmentation(console, options, answers()).run(image, prompts.read(
			image), output);
	}

	private SegmentationOptions answers() {
		final SegmentationOptions scored = stability ? options.segmentation()
			: options.segmentation().withoutStability();
		return secondLooks ? scored : scored.withoutSecondLooks();
	}
}
