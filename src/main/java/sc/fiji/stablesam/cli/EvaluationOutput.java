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
import java.util.Locale;

import sc.fiji.stablesam.ij.EvaluationFiles;
import sc.fiji.stablesam.train.EvaluationReport;
import sc.fiji.stablesam.train.Score;
import sc.fiji.stablesam.train.SetReport;

/** Says what was measured: a table for people, files for scripts. */
final class EvaluationOutput {

	private static final String LINE = "%-20s %-18s %-12s %8s %6s %6s %6s";

	private final Console console;
	private final Path json;
	private final Path curve;

	/** @param json or null, as {@code curve} */
	EvaluationOutput(final Console console, final Path json, final Path curve) {
		this.console = console;
		this.json = json;
		this.curve = curve;
	}

	/** Refuses what can be refused before anything is measured. */
	void check() {
		if (curve != null && !curve.toString().toLowerCase(Locale.ROOT).endsWith(
			".png")) throw new WrongUsage("The curve is drawn as PNG: give '" +
				curve + "' a name that ends with .png");
		OutputFile.requireNoFolder(json);
		OutputFile.requireNoFolder(curve);
	}

	/** @param data names what was measured on */
	void write(final EvaluationReport report, final String data) {
		writeFiles(report, data);
		console.result(line("set", "prompt", "variant", "objects", "mIoU", "mBIoU",
			"mSF"));
		final List<SetReport> sets = report.sets();
		for (final SetReport set : sets) {
			if (set.results().isEmpty()) console.note("The set '" + set.name() +
				"' has no object that is large enough, and does not count.");
			set.results().forEach(score -> line(set.name(), score));
		}
		if (sets.size() > 1) report.results().forEach(score -> line("mean", score));
	}

	private void writeFiles(final EvaluationReport report, final String data) {
		try (EvaluationFiles files = EvaluationFiles.of(report)) {
			if (json != null) files.addJson(json, data);
			if (curve != null) files.addCurve(curve);
			files.commit();
		}
	}

	private void line(final String set, final Score score) {
		console.result(line(set, score.prompt().name(), score.variant(), score
			.objects(), percent(score.iou()), percent(score.boundaryIou()), percent(
				score.stability())));
	}

	private static String line(final Object... cells) {
		return String.format(Locale.ROOT, LINE, cells);
	}

	private static String percent(final double number) {
		return String.format(Locale.ROOT, "%.1f", number);
	}
}
