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

import java.util.ArrayList;
import java.util.List;

import picocli.CommandLine.Option;

import sc.fiji.stablesam.train.EvaluationPlan;
import sc.fiji.stablesam.train.PromptKind;

/** What is measured, and on how much. */
final class EvaluationOptions {

	@Option(names = "--prompts", paramLabel = "KIND", split = ",", description = {
		"Kinds of prompts: gt_box, noisy_box, 1_point, 3_points (these if not given), points, coarse_mask, box_and_background." })
	private List<PromptKind> kinds = new ArrayList<>(PromptKind.evaluated());

	@Option(names = "--max-images", paramLabel = "N", description = {
		"At most so many images of each set, drawn at random." })
	private int images = Integer.MAX_VALUE;

	@Option(names = "--max-objects", paramLabel = "N", description = {
		"At most so many objects of each image, drawn at random." })
	private int objects = Integer.MAX_VALUE;

	@Option(names = "--repeats", paramLabel = "R", defaultValue = "3",
		description = {
			"Prompts of each random kind for each object; 3 if not given." })
	private int repeats;

	@Option(names = "--corrections", paramLabel = "N", description = {
		"Measure each kind also as a person works who draws: at first, and after each of N clicks in the middle of the largest mistake; 0 if not given." })
	private int corrections;

	@Option(names = "--seed", paramLabel = "S", defaultValue = "1",
		description = {
			"Decides which images, objects and prompts are drawn; 1 if not given." })
	private long seed;

	/** @throws WrongUsage if these options cannot mean anything */
	EvaluationPlan plan() {
		final EvaluationPlan plan = EvaluationPlan.of(seed).withKinds(kinds)
			.withImages(positive("--max-images", images)).withObjects(positive(
				"--max-objects", objects)).withRepeats(positive("--repeats", repeats));
		return corrections == 0 ? plan : plan.withCorrections(positive(
			"--corrections", corrections));
	}

	private static int positive(final String option, final int number) {
		if (number < 1) throw new WrongUsage("Invalid value for " + option +
			": at least 1 is wanted, not " + number);
		return number;
	}
}
