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
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import sc.fiji.stablesam.ij.TextFile;

/** Tells the figures of a benchmark, in lines and as JSON. */
final class BenchmarkOutput {

	private final Console console;
	private final Path json;

	/** @param json or null */
	BenchmarkOutput(final Console console, final Path json) {
		this.console = console;
		this.json = json;
	}

	/** Refuses what can be refused before anything is measured. */
	void check() {
		OutputFile.requireNoFolder(json);
	}

	/** @param figures by names without quotes */
	void write(final Map<String, Double> figures) {
		figures.forEach((name, figure) -> console.result(String.format(Locale.ROOT,
			"%-31s %8.2f", name, figure)));
		if (json == null) return;
		TextFile.write(json, figures.entrySet().stream().map(figure -> String
			.format(Locale.ROOT, "\"%s\":%.3f", figure.getKey(), figure.getValue()))
			.collect(Collectors.joining(",", "{", "}\n")));
	}
}
