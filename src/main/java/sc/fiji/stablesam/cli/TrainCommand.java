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

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import sc.fiji.stablesam.StableSamException;
import sc.fiji.stablesam.ij.AnnotatedFolders;
import sc.fiji.stablesam.session.PluginTraining;
import sc.fiji.stablesam.train.AnnotatedSet;
import sc.fiji.stablesam.train.TrainingOptions;

/** {@code train}: trains a Stable-SAM plugin on annotated pictures. */
@Command(name = "train", mixinStandardHelpOptions = true, sortOptions = false,
	description = { "Train a Stable-SAM plugin on annotated pictures.",
		"A data folder holds images/*.png or *.tif and labels/*.png (16-bit) of the same names. An interrupted training goes on if it is started again." })
final class TrainCommand implements Runnable {

	private final Console console;

	@Parameters(paramLabel = "DIR", arity = "1..*", description = {
		"Data folders, or folders of them; each data folder is learnt from as often as the others, and one that is given twice twice as often." })
	private List<Path> folders;

	@Option(names = "--output", paramLabel = "FILE", required = true,
		description = { "The plugin's file; its checkpoint lies beside it." })
	private Path output;

	@Option(names = "--validation", paramLabel = "DIR", description = {
		"Data folders to measure on now and then." })
	private List<Path> validation = new ArrayList<>();

	@Option(names = "--known", paramLabel = "DIR", description = {
		"Write down what the pictures of these data folders are like, so that the plugin is heard less in images that are unlike them: those whose kinds it learns well, with many pictures of each." })
	private List<Path> known = new ArrayList<>();

	@Option(names = "--cache", paramLabel = "DIR", description = {
		"The folder for encoded pictures, 16 MB each; beside the output if not given." })
	private Path cache;

	@Mixin
	private TrainingParameters parameters;

	@Mixin
	private NetworkOptions network;

	TrainCommand(final Console console) {
		this.console = console;
	}

	@Override
	public void run() {
		final TrainingOptions options = parameters.options();
		if (Files.isDirectory(output)) throw new StableSamException("The output " +
			output + " is a folder; give the name of a file.");
		final List<AnnotatedSet> training = sets(folders);
		final List<AnnotatedSet> familiar = sets(known);
		final List<AnnotatedSet> measured = sets(validation);
		final Path target = output.toAbsolutePath();
		new PluginTraining(network.modelFile(console.progress()), network.device(),
			cache == null ? target.resolveSibling("embeddings") : cache, options).run(
				training, familiar, measured, target, new TrainingLog(console));
		console.result(output.toString());
	}

	/** @return those of a folder that is given twice, twice */
	private static List<AnnotatedSet> sets(final List<Path> folders) {
		final Map<Path, List<AnnotatedSet>> opened = new HashMap<>();
		final List<AnnotatedSet> sets = new ArrayList<>();
		folders.forEach(folder -> sets.addAll(opened.computeIfAbsent(folder,
			AnnotatedFolders::open)));
		return sets;
	}
}
