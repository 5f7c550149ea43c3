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

package sc.fiji.stablesam.ij.drawing;

import java.util.List;
import java.util.Optional;

/**
 * What is asked about one picture: to have it encoded, or what a stage means,
 * quickly or thoroughly. Immutable.
 */
final class Question {

	private final Picture picture;
	private final Stage stage;
	private final boolean thorough;
	private final boolean kept;

	private Question(final Picture picture, final Stage stage,
		final boolean thorough, final boolean kept)
	{
		this.picture = picture;
		this.stage = stage;
		this.thorough = thorough;
		this.kept = kept;
	}

	/** @return only that the picture be encoded, as it may be needed soon */
	static Question prepare(final Picture picture) {
		return new Question(picture, null, false, false);
	}

	/** @return while something is drawn */
	static Question preview(final Picture picture, final Stage stage) {
		return new Question(picture, stage, false, false);
	}

	/** @return when something is drawn, with stability and second looks */
	static Question thorough(final Picture picture, final Stage stage) {
		return new Question(picture, stage, true, false);
	}

	/** @return thorough, whatever is asked afterwards */
	static Question kept(final Picture picture, final Stage stage) {
		return new Question(picture, stage, true, true);
	}

	Picture picture() {
		return picture;
	}

	Optional<Stage> stage() {
		return Optional.ofNullable(stage);
	}

	boolean isThorough() {
		return thorough;
	}

	/** @return whether it is to be answered whatever is asked afterwards */
	boolean isKept() {
		return kept;
	}

	/** @return which of two waiting questions to answer, in that order */
	static List<Question> merge(final Question older, final Question newer) {
		if (older.kept) return List.of(older, newer);
		return List.of(newer.stage == null && newer.picture == older.picture ? older
			: newer);
	}
}
