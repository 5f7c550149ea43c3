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

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.model.ImageEmbedding;
import sc.fiji.stablesam.model.MaskProposals;
import sc.fiji.stablesam.model.PluginConfig;
import sc.fiji.stablesam.model.StabilityPlugin;
import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Click;
import sc.fiji.stablesam.prompt.Prompt;
import sc.fiji.stablesam.session.NetworkPrompts;

class MaskFeedbackTest {

	private static final NetworkPrompts PROMPTS = new NetworkPrompts();

	@TempDir
	Path folder;

	private GoldenTraining training;
	private StabilityPlugin plugin;
	private TrainingPicture picture;

	@BeforeEach
	void load() throws IOException {
		training = new GoldenTraining(folder);
		plugin = StabilityPlugin.fresh(training.network(), PluginConfig.standard(),
			1);
		picture = TrainingPicture.of(() -> GoldenTraining.picture("a"), training
			.cache());
	}

	@AfterEach
	void close() {
		training.close();
	}

	/** NB: Output 0 is of boxes, 2 of clicks. */
	@Test
	void theMaskOfTheFirstAnswerIsAskedWith() {
		assertFedBack(0, task(Prompt.of(Box.of(20, 30, 40, 40))), task(Prompt.of(Box
			.of(85, 60, 50, 70))));
		assertFedBack(2, task(Prompt.of(Click.foreground(40.5, 50.5))));
	}

	private void assertFedBack(final int output, final Lesson.Task... tasks) {
		try (ImageEmbedding embedding = picture.open(Progress.NONE)) {
			final MaskProposals first = training.network().decode(embedding, PROMPTS
				.batch(Lesson.prompts(List.of(tasks)), picture.frame()), Optional.of(
					plugin));
			final List<Lesson.Task> again = answered(embedding, List.of(tasks));
			assertEquals(tasks.length, again.size());
			for (int i = 0; i < tasks.length; i++) {
				assertArrayEquals(first.logits(i, output), again.get(i).prompt().hint()
					.orElseThrow().logits());
				assertEquals(tasks[i].prompt().box(), again.get(i).prompt().box());
				assertEquals(tasks[i].prompt().clicks(), again.get(i).prompt()
					.clicks());
				assertEquals(tasks[i].random().nextLong(), again.get(i).random()
					.nextLong());
			}
			final MaskProposals second = training.network().decode(embedding, PROMPTS
				.batch(Lesson.prompts(again), picture.frame()), Optional.of(plugin));
			assertNotEquals(first.predictedIou(0, output), second.predictedIou(0,
				output));
		}
	}

	@Test
	void whoComesWithAMaskIsNotAskedTwice() {
		try (ImageEmbedding embedding = picture.open(Progress.NONE)) {
			final List<Lesson.Task> again = answered(embedding, List.of(task(Prompt
				.of(Click.foreground(40.5, 50.5)))));
			assertSame(again, answered(embedding, again));
		}
	}

	private List<Lesson.Task> answered(final ImageEmbedding embedding,
		final List<Lesson.Task> tasks)
	{
		return new MaskFeedback(training.network(), PROMPTS).answered(embedding,
			picture, tasks, plugin);
	}

	private static Lesson.Task task(final Prompt prompt) {
		return new Lesson.Task(0, PromptKind.SOME_POINTS, prompt, 3);
	}
}
