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
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.model.ImageEmbedding;
import sc.fiji.stablesam.model.MaskProposals;
import sc.fiji.stablesam.prompt.Box;
import sc.fiji.stablesam.prompt.Click;
import sc.fiji.stablesam.prompt.Prompt;
import sc.fiji.stablesam.session.NetworkPrompts;

class TeacherTest {

	@TempDir
	Path folder;

	private GoldenTraining training;

	@BeforeEach
	void load() throws IOException {
		training = new GoldenTraining(folder);
	}

	@AfterEach
	void close() {
		training.close();
	}

	/**
	 * NB: The second object's box is (90, 70, 60, 60); it was only clicked at.
	 */
	@Test
	void teachesWhatTheNetworkFindsForTheExactBox() {
		final TrainingPicture picture = picture();
		try (ImageEmbedding embedding = picture.open(Progress.NONE)) {
			final NetworkPrompts prompts = new NetworkPrompts();
			final float[] logits = MaskProposals.inLogitOrder(training.network()
				.decode(embedding, prompts.batch(List.of(Prompt.of(Box.of(90, 70, 60,
					60))), picture.frame()), Optional.empty()).logits(0, 0));
			final float[] taught = taught(1e-6, picture, embedding);
			for (int i = 0; i < taught.length; i++)
				assertEquals(1 / (1 + Math.exp(-logits[i])), taught[i], 1e-5);
		}
	}

	@Test
	void whereItSeesTheObjectOtherwiseTheTruthIsTaught() {
		final TrainingPicture picture = picture();
		try (ImageEmbedding embedding = picture.open(Progress.NONE)) {
			assertArrayEquals(MaskProposals.inLogitOrder(picture.truth(1)), taught(
				0.999, picture, embedding), 1e-6f);
		}
	}

	@Test
	void withoutATeacherNothingIsDecoded() {
		final TrainingPicture picture = picture();
		final Targets targets = Targets.of(picture, tasks());
		try (NDManager manager = training.network().newManager()) {
			final NDArray truth = targets.truth(manager);
			assertSame(truth, teacher(2).correct(null, picture, tasks(), targets
				.places(manager), truth, targets.weights(manager)));
		}
	}

	private TrainingPicture picture() {
		return TrainingPicture.of(() -> GoldenTraining.picture("a"), training
			.cache());
	}

	private Teacher teacher(final double enough) {
		return new Teacher(training.network(), new NetworkPrompts(), enough);
	}

	private float[] taught(final double enough, final TrainingPicture picture,
		final ImageEmbedding embedding)
	{
		final Targets targets = Targets.of(picture, tasks());
		try (NDManager manager = training.network().newManager()) {
			final NDArray places = targets.places(manager);
			assertEquals(4096, places.size(), "all tokens");
			return teacher(enough).correct(embedding, picture, tasks(), places,
				targets.truth(manager), targets.weights(manager)).toFloatArray();
		}
	}

	private static List<Lesson.Task> tasks() {
		return List.of(new Lesson.Task(1, PromptKind.ONE_POINT, Prompt.of(Click
			.foreground(125.5, 98.5)), 1));
	}
}
