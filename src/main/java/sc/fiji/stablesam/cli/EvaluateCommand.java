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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import sc.fiji.stablesam.ij.AnnotatedFolders;
import sc.fiji.stablesam.session.MaskChoice;
import sc.fiji.stablesam.session.ModelVariants;
import sc.fiji.stablesam.session.SegmentationModel;
import sc.fiji.stablesam.train.AnnotatedSet;
import sc.fiji.stablesam.train.Evaluation;
import sc.fiji.stablesam.train.EvaluationPlan;
import sc.fiji.stablesam.train.EvaluationReport;

/** {@code evaluate}: measures a model on annotated pictures. */
@Command(name = "evaluate", mixinStandardHelpOptions = true,
	sortOptions = false, description = {
		"Measure how well careful and careless prompts are answered on annotated images.",
		"mIoU is the overlap with the true masks, mBIoU that of the outlines, mSF how alike the masks of several prompts for one object are; all in percent." })
final class EvaluateCommand implements Runnable {

	private final Console console;

	@Parameters(paramLabel = "DIR", description = {
		"A folder with images/*.png or *.tif and labels/*.png of the same names, in which each number above 0 is an object; or a folder of such folders." })
	private Path folder;

	@Mixin
	private EvaluationOptions evaluation;

	@Mixin
	private ModelOptions options;

	@Option(names = "--json", paramLabel = "FILE", description = {
		"Write all numbers to this file." })
	private Path json;

	@Option(names = "--curve", paramLabel = "FILE.png", description = {
		"Measure boxes of growing noise too, and draw the mean IoU over it." })
	private Path curve;

	EvaluateCommand(final Console console) {
		this.console = console;
	}

	@Override
	public void run() {
		if (options.mask() != MaskChoice.AUTO) throw new WrongUsage(
			"Masks of each choice are measured: leave --mask out");
		final EvaluationPlan plan = curve == null ? evaluation.plan() : evaluation
			.plan().withCurve();
		final EvaluationOutput output = new EvaluationOutput(console, json, curve);
		output.check();
		final List<AnnotatedSet> sets = AnnotatedFolders.open(folder);
		output.write(measure(plan, sets), folder.toString());
	}

	private EvaluationReport measure(final EvaluationPlan plan,
		final List<AnnotatedSet> sets)
	{
		final Path modelFile = options.modelFile(console.progress());
		try (SegmentationModel model = options.load(modelFile, console
			.progress()))
		{
			model.whyNoGpu().ifPresent(console::note);
			return Evaluation.of(plan, ModelVariants.of(model, options.plugin())).run(
				sets, console.progress());
		}
	}
}
