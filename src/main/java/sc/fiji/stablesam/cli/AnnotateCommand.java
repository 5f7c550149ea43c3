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
import java.util.List;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.ij.UnannotatedFolder;
import sc.fiji.stablesam.session.SegmentationModel;
import sc.fiji.stablesam.session.SegmentationSession;

/** {@code annotate}: labels what the network finds by itself. */
@Command(name = "annotate", mixinStandardHelpOptions = true,
	sortOptions = false, description = {
		"Label what the network finds by itself in images that nobody annotated, for a plugin to learn from.",
		"Not everything is found. Labels that are there stay as they are; an image in which fewer than three objects are found gets none." })
final class AnnotateCommand implements Runnable {

	private final Console console;

	@Parameters(paramLabel = "DIR", description = {
		"A folder with images/*.png or *.tif; labels/*.png of the same names are written." })
	private Path folder;

	@Mixin
	private NetworkOptions network;

	AnnotateCommand(final Console console) {
		this.console = console;
	}

	@Override
	public void run() {
		final UnannotatedFolder data = UnannotatedFolder.open(folder);
		final Progress progress = console.progress();
		final Path modelFile = network.modelFile(progress);
		try (SegmentationModel model = SegmentationModel.load(modelFile, network
			.device(), progress))
		{
			model.whyNoGpu().ifPresent(console::note);
			annotate(data, model, progress);
		}
	}

	private void annotate(final UnannotatedFolder data,
		final SegmentationModel model, final Progress progress)
	{
		final List<Path> images = data.images();
		int labelled = 0;
		for (int i = 0; i < images.size(); i++) {
			progress.checkCancelled();
			progress.report("Looking at image " + (i + 1) + " of " + images.size(),
				(double) i / images.size());
			if (data.annotate(images.get(i), image -> {
				try (SegmentationSession session = model.open(image, progress
					.quietly()))
				{
					return session.everything(progress);
				}
			})) labelled++;
		}
		console.result(labelled + " of " + images.size() +
			" images without labels got some.");
	}
}
