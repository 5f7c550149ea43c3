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

package sc.fiji.stablesam.train;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

import sc.fiji.stablesam.prompt.MaskHint;
import sc.fiji.stablesam.prompt.Prompt;

/** What a step learns from: a picture, and prompts for some of its objects. */
final class Lesson {

	/** A prompt and the object that it means. */
	static final class Task {

		private final int object;
		private final PromptKind kind;
		private final Prompt prompt;
		private final int step;

		/** @param step in which it is learnt from */
		Task(final int object, final PromptKind kind, final Prompt prompt,
			final int step)
		{
			this.object = object;
			this.kind = kind;
			this.prompt = prompt;
			this.step = step;
		}

		/** @return the same with a mask that was found for it */
		Task with(final MaskHint found) {
			return new Task(object, kind, prompt.with(found), step);
		}

		/** @return always the same random numbers for this task */
		SplittableRandom random() {
			return Draws.random(step, "tokens", object);
		}

		/** @return its place among the picture's objects */
		int object() {
			return object;
		}

		PromptKind kind() {
			return kind;
		}

		Prompt prompt() {
			return prompt;
		}
	}

	private final TrainingPicture picture;
	private final List<Task> tasks;
	private final int passes;

	/** @param passes which of the answers is learnt from, 1 or 2 */
	Lesson(final TrainingPicture picture, final List<Task> tasks,
		final int passes)
	{
		this.picture = picture;
		this.tasks = tasks;
		this.passes = passes;
	}

	TrainingPicture picture() {
		return picture;
	}

	int passes() {
		return passes;
	}

	/** @return the number of prompts */
	int size() {
		return tasks.size();
	}

	/** @return tasks whose prompts fit into one batch */
	Collection<List<Task>> batches(final PromptTranslation translation) {
		final Map<String, List<Task>> batches = new LinkedHashMap<>();
		for (final Task task : tasks)
			batches.computeIfAbsent(translation.form(task.prompt),
				form -> new ArrayList<>()).add(task);
		return batches.values();
	}

	static List<Prompt> prompts(final List<Task> tasks) {
		return tasks.stream().map(Task::prompt).collect(Collectors.toList());
	}
}
