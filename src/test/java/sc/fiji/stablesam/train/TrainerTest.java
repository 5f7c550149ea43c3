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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

import net.imglib2.img.array.ArrayImgs;
import net.imglib2.util.Intervals;
import net.imglib2.view.Views;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.StableSamException;
import sc.fiji.stablesam.model.PluginPlace;
import sc.fiji.stablesam.model.GoldenCase;
import sc.fiji.stablesam.model.ImageEmbedding;
import sc.fiji.stablesam.model.KnownImages;
import sc.fiji.stablesam.model.PluginConfig;
import sc.fiji.stablesam.model.StabilityPlugin;
import sc.fiji.stablesam.train.GoldenTraining.Losses;
import sc.fiji.stablesam.weights.PluginFile;

class TrainerTest {

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

	@Test
	void lossFallsAndThePluginIsWritten() {
		// NB: At this rate, wider adapters of so small a network go astray.
		final TrainingOptions options = GoldenTraining.OPTIONS.toBuilder().steps(12)
			.rate(1e-2).mix(PromptMix.parse("gt_box=1")).plugin(PluginConfig
				.standard().withPlaces(EnumSet.allOf(PluginPlace.class)).withAdapters(
					"layer0:24,layer1:24,final:20").withOffsetScale(8)).build();
		final Losses losses = training.train(options, GoldenTraining.sets());
		assertEquals(12, losses.losses.size());
		// NB: How far it can fall is little, the network's weights being random.
		assertTrue(losses.losses.get(11) < losses.losses.get(0) - 0.01,
			losses.losses.toString());
		assertEquals(2, losses.ious.size());
		assertFalse(Files.exists(training.checkpoint()));
		try (PluginFile file = PluginFile.open(training.output());
				StabilityPlugin plugin = StabilityPlugin.load(training.network(),
					PluginConfig.fromMetadata(file.metadata()), new FileTensors(file)))
		{
			file.requireBase("micro");
			assertEquals("12", file.metadata().get(PluginFile.STEPS));
			assertEquals("discs (1)", file.metadata().get(PluginFile.DATA));
			assertFalse(file.metadata().containsKey("training.known"));
			assertEquals(options.plugin(), plugin.config());
		}
	}

	/** Of networks whose pictures are padded and that have no fine features. */
	@ParameterizedTest
	@EnumSource(mode = Mode.EXCLUDE, names = "HIERA")
	void everyNetworksPluginLearns(final GoldenCase golden) throws IOException {
		final TrainingOptions options = GoldenTraining.OPTIONS.toBuilder().steps(8)
			.rate(3e-2).mix(PromptMix.parse("gt_box=1")).plugin(PluginConfig
				.standard().withPlaces(EnumSet.allOf(PluginPlace.class)).withAdapters(
					"layer0:24,layer1:24,final:20").withOffsetScale(8)).build();
		try (GoldenTraining other = new GoldenTraining(folder, golden)) {
			final Losses losses = other.train(options, GoldenTraining.sets());
			assertTrue(losses.losses.get(7) < losses.losses.get(0), losses.losses
				.toString());
			assertTrue(Files.exists(other.output()));
		}
	}

	@Test
	void aLossThatIsNoNumberStops() throws IOException {
		final TrainingOptions wild = GoldenTraining.OPTIONS.toBuilder().rate(1e30)
			.build();
		final String message = assertThrows(StableSamException.class, () -> training
			.train(wild, GoldenTraining.sets())).getMessage();
		assertTrue(message.contains("no number") && message.contains(training
			.checkpoint().toString()), message);
		assertTrue(Files.exists(training.checkpoint()));
		assertFalse(Files.exists(training.output()));
	}

	@Test
	void anotherTrainingsCheckpointIsRefused() {
		assertThrows(CancellationException.class, () -> training.train(
			GoldenTraining.OPTIONS, GoldenTraining.sets(), new StopAfterAStep()));
		final TrainingOptions other = GoldenTraining.OPTIONS.toBuilder().seed(2)
			.build();
		final String message = assertThrows(StableSamException.class, () -> training
			.train(other, GoldenTraining.sets())).getMessage();
		assertTrue(message.contains("seed") && message.contains(training
			.checkpoint().toString()), message);
	}

	@Test
	void aCancelledTrainingGoesOn() {
		final TrainingOptions rarely = GoldenTraining.OPTIONS.toBuilder().steps(3)
			.checkpointInterval(3600).build();
		final String said = assertThrows(CancellationException.class, () -> training
			.train(rarely, GoldenTraining.sets(), new StopAfterAStep())).getMessage();
		assertTrue(said.contains("after 1 of 3 steps") && said.contains(training
			.checkpoint().toString()), said);
		final Losses rest = training.train(rarely, GoldenTraining.sets());
		assertEquals(1, rest.resumedAt);
		assertEquals(2, rest.losses.size());
	}

	@Test
	void secondAnswersAreLearntFrom() {
		final TrainingOptions once = GoldenTraining.OPTIONS.toBuilder().steps(2)
			.build();
		final Losses first = training.train(once, GoldenTraining.sets());
		final Losses second = training.train(once.toBuilder().feedback(1).build(),
			GoldenTraining.sets());
		assertNotEquals(first.losses.get(0), second.losses.get(0));
		assertTrue(Double.isFinite(second.losses.get(1)), second.losses.toString());
		try (PluginFile file = PluginFile.open(training.output())) {
			assertEquals(2, PluginConfig.fromMetadata(file.metadata()).passes());
		}
	}

	@Test
	void whatIsLearntFromIsWrittenDownIfWanted() {
		final List<AnnotatedSet> sets = List.of(AnnotatedSet.of("discs", List.of(
			"a", "b", "blank"), TrainerTest::pictureOfSize), AnnotatedSet.of("alone",
				List.of("a"), TrainerTest::pictureOfSize));
		final TrainingOptions options = GoldenTraining.OPTIONS.toBuilder().steps(1)
			.build();
		training.train(options, sets);
		assertEquals(Optional.empty(), knownImages());
		training.train(options.toBuilder().repainted(1).build(), sets, sets);
		final KnownImages known = knownImages().get();
		assertEquals(2, images(known));
		assertEquals(0, known.distance(meanToken("a")), 1e-4);
		assertEquals(0, known.distance(meanToken("b")), 1e-4);
		assertTrue(known.distance(meanToken("blank")) > 0.1);
		training.train(options, sets, sets);
		// NB: One of the three close-ups of the first set is of nothing.
		assertEquals(2 + 2 + 1 + 3, images(knownImages().get()));
		training.train(options, sets, List.of(sets.get(0), sets.get(1), sets.get(
			0)));
		assertEquals(2 + 2 + 1 + 3, images(knownImages().get()));
		training.train(options, sets, List.of(sets.get(1)));
		assertEquals(1 + 3, images(knownImages().get()));
	}

	private static long images(final KnownImages known) {
		return known.shapes().values().stream().filter(shape -> shape.length == 2)
			.findFirst().get()[0];
	}

	@Test
	void onePictureTellsNothingOfItsKind() {
		final TrainingOptions options = GoldenTraining.OPTIONS.toBuilder().closeUps(
			0).build();
		final String refusal = assertThrows(StableSamException.class, () -> training
			.train(options, GoldenTraining.sets(), GoldenTraining.sets()))
			.getMessage();
		assertTrue(refusal.contains("discs (1)"), refusal);
	}

	/** @return discs in pictures of their own, and one of nothing */
	private static AnnotatedPicture pictureOfSize(final String name) {
		final AnnotatedPicture discs = GoldenTraining.picture(name);
		if (name.equals("a")) return discs;
		return name.equals("blank") ? AnnotatedPicture.of(name, ArrayImgs.argbs(200,
			160), List.of()) : AnnotatedPicture.of(name, Views.interval(discs.image(),
				Intervals.createMinSize(0, 0, 120, 120)), discs.objects().subList(0,
					1));
	}

	private float[] meanToken(final String name) {
		final AnnotatedPicture picture = pictureOfSize(name);
		try (ImageEmbedding embedding = training.cache().open(training.cache().key(
			picture.image()), picture::image, Progress.NONE))
		{
			return embedding.meanToken();
		}
	}

	private Optional<KnownImages> knownImages() {
		try (PluginFile file = PluginFile.open(training.output());
				StabilityPlugin plugin = StabilityPlugin.load(training.network(),
					PluginConfig.fromMetadata(file.metadata()), new FileTensors(file)))
		{
			return plugin.knownImages();
		}
	}

	@Test
	void whatIsPaintedAnewIsLearntFrom() {
		final TrainingOptions plain = GoldenTraining.OPTIONS.toBuilder().steps(3)
			.build();
		final Losses as = training.train(plain, GoldenTraining.sets());
		final Losses painted = training.train(plain.toBuilder().repainted(1)
			.build(), GoldenTraining.sets());
		assertEquals(as.losses.size(), painted.losses.size());
		assertNotEquals(as.losses, painted.losses);
		try (PluginFile file = PluginFile.open(training.output())) {
			assertEquals("1.0", file.metadata().get("training.repainted"));
		}
	}

	@Test
	void trainingStartsFromAnotherPlugin() throws IOException {
		final TrainingOptions options = GoldenTraining.OPTIONS.toBuilder().steps(3)
			.rate(3e-2).build();
		final Losses before = training.train(options, GoldenTraining.sets());
		final Path earlier = folder.resolve("earlier.safetensors");
		Files.move(training.output(), earlier);
		final Losses after = training.train(options.toBuilder().start(List.of(
			earlier)).build(), GoldenTraining.sets());
		assertNotEquals(before.ious.get(0), before.ious.get(1));
		assertEquals(before.ious.get(1), after.ious.get(0));
		try (PluginFile file = PluginFile.open(training.output())) {
			assertEquals("earlier.safetensors", file.metadata().get("training.from"));
		}
	}

	@Test
	void trainingStartsFromTheMeanOfSeveral() throws IOException {
		final TrainingOptions options = GoldenTraining.OPTIONS.toBuilder().steps(2)
			.rate(3e-2).build();
		final List<Path> earlier = new ArrayList<>();
		for (int seed = 1; seed <= 2; seed++) {
			training.train(options.toBuilder().seed(seed).build(), GoldenTraining
				.sets());
			earlier.add(Files.move(training.output(), folder.resolve(seed +
				".safetensors")));
		}
		training.train(options.toBuilder().steps(0).start(earlier).build(),
			GoldenTraining.sets());
		try (PluginFile one = PluginFile.open(earlier.get(0));
				PluginFile other = PluginFile.open(earlier.get(1));
				PluginFile mean = PluginFile.open(training.output()))
		{
			assertEquals("1.safetensors, 2.safetensors", mean.metadata().get(
				"training.from"));
			assertEquals("1, 2", mean.metadata().get("training.from_seeds"));
			assertEquals("2, 2", mean.metadata().get("training.from_steps"));
			double apart = 0;
			for (final String name : mean.names()) {
				final float[] a = numbers(one, name);
				final float[] b = numbers(other, name);
				final float[] m = numbers(mean, name);
				for (int i = 0; i < m.length; i++) {
					assertEquals((a[i] + b[i]) / 2, m[i], 1e-6, name);
					apart = Math.max(apart, Math.abs(a[i] - b[i]));
				}
			}
			assertTrue(apart > 1e-2, "" + apart);
		}
	}

	private static float[] numbers(final PluginFile file, final String name) {
		final FloatBuffer buffer = new FileTensors(file).read(name);
		final float[] numbers = new float[buffer.remaining()];
		buffer.get(numbers);
		return numbers;
	}

	/** Fresh weights in a place and fresh units of an adapter change nothing. */
	@Test
	void trainingStartsFromASmallerPlugin() throws IOException {
		final Path earlier = folder.resolve("earlier.safetensors");
		final Losses before = training.train(learning("final", "layer0:3"),
			GoldenTraining.sets());
		Files.move(training.output(), earlier);
		final Losses after = training.train(learning("final,upscaling:8",
			"layer0:5,layer1:4").toBuilder().start(List.of(earlier)).build(),
			GoldenTraining.sets());
		assertEquals(before.ious.get(1), after.ious.get(0), 1e-9);
		try (PluginFile file = PluginFile.open(training.output())) {
			assertEquals("final,upscaling:8", file.metadata().get("plugin.places"));
			assertTrue(file.names().contains("upscaling.routing.out.weight"));
			assertArrayEquals(new long[] { 5, 64 }, file.shape(
				"layer0.adapter.down.weight"));
		}
	}

	/** What is not wanted of a plugin is left out. */
	@Test
	void trainingStartsFromALargerPlugin() throws IOException {
		final Path earlier = folder.resolve("earlier.safetensors");
		training.train(learning("final,upscaling:8", "layer0:5,layer1:4"),
			GoldenTraining.sets());
		Files.move(training.output(), earlier);
		training.train(learning("upscaling:8", "layer0:3").toBuilder().steps(0)
			.start(List.of(earlier)).build(), GoldenTraining.sets());
		try (PluginFile file = PluginFile.open(training.output());
				PluginFile larger = PluginFile.open(earlier))
		{
			assertFalse(file.names().contains("final.sampling.out.weight"));
			assertEquals(larger.read("upscaling.sampling.out.weight"), file.read(
				"upscaling.sampling.out.weight"));
			assertArrayEquals(new long[] { 3, 64 }, file.shape(
				"layer0.adapter.down.weight"));
		}
	}

	private static TrainingOptions learning(final String places,
		final String adapters)
	{
		return GoldenTraining.OPTIONS.toBuilder().steps(3).rate(3e-2).plugin(
			PluginConfig.standard().withPlaces(places).withAdapters(adapters))
			.build();
	}

	@Test
	void aPluginOfAnotherKindIsNoStart() throws IOException {
		training.train(GoldenTraining.OPTIONS.toBuilder().steps(1).build(),
			GoldenTraining.sets());
		final Path earlier = folder.resolve("earlier.safetensors");
		Files.move(training.output(), earlier);
		final TrainingOptions other = GoldenTraining.OPTIONS.toBuilder().plugin(
			PluginConfig.standard().withOutputs(1, 2)).start(List.of(earlier))
			.build();
		final String message = assertThrows(StableSamException.class, () -> training
			.train(other, GoldenTraining.sets())).getMessage();
		assertTrue(message.contains(earlier.toString()) && message.contains(
			"plugin.box_output"), message);
	}

	@Test
	void withoutObjectsThereIsNothingToLearn() {
		final List<AnnotatedSet> sets = List.of(AnnotatedSet.of("dust", List.of(
			"a"), name -> Pictures.of(name, 50, 40, Pictures.rectangle(3, 3, 4, 4))));
		final String message = assertThrows(StableSamException.class, () -> training
			.train(GoldenTraining.OPTIONS, sets)).getMessage();
		assertTrue(message.contains("dust") && message.contains("20 pixels"),
			message);
	}

	private static final class StopAfterAStep extends Losses {

		@Override
		public boolean isCancelled() {
			return !losses.isEmpty();
		}
	}
}
