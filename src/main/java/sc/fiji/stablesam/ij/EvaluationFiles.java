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

package sc.fiji.stablesam.ij;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import sc.fiji.stablesam.train.EvaluationReport;

/**
 * Files that an evaluation is written to, all when all are complete. Not
 * thread-safe.
 */
public final class EvaluationFiles implements AutoCloseable {

	private final EvaluationReport report;
	private final PendingFiles pending = new PendingFiles();
	private final List<Path> files = new ArrayList<>();

	private EvaluationFiles(final EvaluationReport report) {
		this.report = report;
	}

	/** @return nothing yet; closing it throws away what was not committed */
	public static EvaluationFiles of(final EvaluationReport report) {
		return new EvaluationFiles(report);
	}

	/**
	 * Adds all numbers, as JSON.
	 *
	 * @param data names what was measured on
	 * @throws sc.fiji.stablesam.StableSamException if it cannot be written
	 */
	public void addJson(final Path file, final String data) {
		pending.add(file, TextFile.of(EvaluationJson.of(report, data)));
		files.add(file);
	}

	/**
	 * Adds the stability curve, as PNG.
	 *
	 * @throws sc.fiji.stablesam.StableSamException if it cannot be written
	 * @throws IllegalArgumentException if no curve was measured
	 */
	public void addCurve(final Path file) {
		pending.add(file, PngFile.of(StabilityCurve.draw(report)));
		files.add(file);
	}

	/**
	 * Puts the files in their places.
	 *
	 * @return them, in the order of adding
	 * @throws sc.fiji.stablesam.StableSamException if they cannot be written
	 */
	public List<Path> commit() {
		pending.commit();
		return Collections.unmodifiableList(files);
	}

	@Override
	public void close() {
		pending.close();
	}
}
