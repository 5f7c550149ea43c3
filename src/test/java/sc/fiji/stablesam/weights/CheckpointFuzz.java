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

package sc.fiji.stablesam.weights;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.StableSamException;

/**
 * Imports damaged and malicious checkpoints, and makes sure that each is
 * refused with one sentence or loads as it should, and leaves no file but the
 * model's.
 * <p>
 * The tests have a short run. A long one, of a number of mutants, from a seed:
 *
 * <pre>
 * mvn -B -q test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath.txt
 * java -Xmx512m -cp target/test-classes:target/classes:$(cat target/classpath.txt) \
 *   sc.fiji.stablesam.weights.CheckpointFuzz 20000 1
 * </pre>
 */
final class CheckpointFuzz {

	private final Path root;
	private final Path models;
	private final List<FuzzBase> bases;
	private final Map<FuzzBase, byte[]> sound = new HashMap<>();
	private final Map<Mutation, int[]> outcomes = new EnumMap<>(Mutation.class);
	private long longest;

	/** @param folder empty; nothing may appear in it but what is made here */
	CheckpointFuzz(final Path folder) throws IOException {
		root = folder;
		models = folder.resolve("in").resolve("models");
		bases = FuzzBase.all();
		Files.createDirectories(models);
		for (final FuzzBase base : bases)
			sound.put(base, load(base, base.archive()));
	}

	/** A long run; fails with the number of the mutant that went wrong. */
	public static void main(final String[] arguments) throws IOException {
		final int count = Integer.parseInt(arguments[0]);
		final Path folder = Files.createTempDirectory("fuzz");
		final CheckpointFuzz fuzz = new CheckpointFuzz(folder);
		final long start = System.nanoTime();
		for (int i = 0; i < count; i++)
			fuzz.tryOne(Long.parseLong(arguments[1]), i);
		System.out.printf("%s%s in %.0f s%npeak memory: %s%n", fuzz.report(), count,
			(System.nanoTime() - start) * 1e-9, peakMemory());
	}

	/**
	 * Makes a mutant and imports it.
	 *
	 * @throws AssertionError if anything but a sentence or the model comes of it
	 */
	void tryOne(final long seed, final int number) throws IOException {
		final Random random = new Random(seed * 1_000_003 + number);
		final Mutation mutation = Mutation.values()[number % Mutation
			.values().length];
		final FuzzBase base = bases.get(random.nextInt(bases.size()));
		final byte[] mutant = mutation.apply(base, random);
		final String which = mutation + " of " + base.name() + ", seed " + seed +
			", number " + number;
		boolean loaded = false;
		try {
			final byte[] model = load(base, mutant);
			loaded = true;
			if (mutation.isNoticeable() && !Arrays.equals(model, sound.get(base)))
				throw new AssertionError(which + " changed values unnoticed");
		}
		catch (final StableSamException e) {
			requireSentence(e.getMessage(), which);
		}
		catch (final Exception | OutOfMemoryError | StackOverflowError e) {
			throw new AssertionError(which, e);
		}
		requireTidy(which);
		outcomes.computeIfAbsent(mutation, m -> new int[2])[loaded ? 1 : 0]++;
	}

	/** @return how many were refused and loaded, and the longest time */
	String report() {
		return outcomes.entrySet().stream().map(e -> String.format(
			"%s: %d refused, %d loaded%n", e.getKey(), e.getValue()[0], e
				.getValue()[1])).collect(Collectors.joining()) + String.format(
					"longest: %d ms%n", longest / 1_000_000);
	}

	/** @return how many loaded, of all mutations that checksums do not notice */
	int loaded() {
		return outcomes.values().stream().mapToInt(counts -> counts[1]).sum();
	}

	/** @return how many were refused */
	int refused() {
		return outcomes.values().stream().mapToInt(counts -> counts[0]).sum();
	}

	/** @return milliseconds that the slowest took */
	long longestMilliseconds() {
		return longest / 1_000_000;
	}

	/** @return all numbers of the model that is made of a checkpoint */
	private byte[] load(final FuzzBase base, final byte[] checkpoint)
		throws IOException
	{
		final Path file = Files.write(root.resolve("in").resolve(base.name()),
			checkpoint);
		final long start = System.nanoTime();
		try {
			final Path model = ModelStore.of(models, TinyModel.catalog()).importFile(
				file, Progress.NONE);
			final byte[] numbers = numbers(model);
			requireWhole(model);
			Files.delete(model);
			return numbers;
		}
		finally {
			longest = Math.max(longest, System.nanoTime() - start);
			Files.delete(file);
		}
	}

	/** NB: what stands before them tells of the file's time, too. */
	private static byte[] numbers(final Path model) throws IOException {
		final byte[] contents = Files.readAllBytes(model);
		try (WeightFile opened = WeightFile.open(model)) {
			return Arrays.copyOfRange(contents, (int) SafetensorsHeader.read(opened)
				.dataStart(), contents.length);
		}
	}

	private static void requireWhole(final Path model) {
		try (SafetensorsFile file = SafetensorsFile.open(model)) {
			ModelFamily.named(file.metadata().get(ModelStore.ARCHITECTURE)).get()
				.check(file, model);
		}
		catch (final StableSamException e) {
			throw new AssertionError("The model that was made is none", e);
		}
	}

	private static void requireSentence(final String message,
		final String which)
	{
		final boolean isOne = message.startsWith("The ") && message.endsWith(".") &&
			message.length() < 1000 && message.chars().noneMatch(
				Character::isISOControl);
		if (!isOne) throw new AssertionError(which + ": " + message);
	}

	private void requireTidy(final String which) throws IOException {
		try (Stream<Path> files = Files.walk(root)) {
			final String left = files.map(root::relativize).map(Path::toString)
				.sorted().collect(Collectors.joining(" ")).replace('\\', '/');
			if (!left.equals(" in in/models in/models/.lock"))
				throw new AssertionError(which + " left " + left);
		}
		if (Files.exists(Paths.get("owned"))) throw new AssertionError(which);
	}

	private static String peakMemory() throws IOException {
		return Files.readAllLines(Paths.get("/proc/self/status")).stream().filter(
			line -> line.startsWith("VmHWM")).findFirst().orElse("unknown");
	}
}
