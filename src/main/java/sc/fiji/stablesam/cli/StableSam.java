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

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

import sc.fiji.stablesam.session.DeviceChoice;
import sc.fiji.stablesam.session.MaskChoice;
import sc.fiji.stablesam.session.PluginChoice;
import sc.fiji.stablesam.session.PrecisionChoice;
import sc.fiji.stablesam.train.PromptKind;

/**
 * The program {@code stable-sam}: outlines what boxes, points and ROIs point
 * at. Ends with 0 if it is done, 2 if it was called wrongly, and 1 if anything
 * else went wrong.
 */
@Command(name = "stable-sam", mixinStandardHelpOptions = true,
	versionProvider = Version.class, subcommands = { DemoCommand.class,
		SegmentCommand.class, ModelsCommand.class, EvaluateCommand.class,
		AnnotateCommand.class, TrainCommand.class, BenchmarkCommand.class },
	description = {
		"Point at cells with loose boxes, clicks or ImageJ ROIs and get their outlines." },
	footer = { "", "Exit codes: 0 done, 2 wrong usage, 1 anything else." })
public final class StableSam implements Runnable {

	@Option(names = "--verbose", scope = ScopeType.INHERIT,
		description = "Tell the details of errors, for developers.")
	private boolean verbose;

	/** Runs the program and ends the Java machine with its exit code. */
	public static void main(final String[] args) {
		final PrintWriter out = new PrintWriter(System.out, true,
			StandardCharsets.UTF_8);
		final PrintWriter err = new PrintWriter(System.err, true,
			StandardCharsets.UTF_8);
		// NB: scripts read this stream, and without a window ImageJ logs to it,
		// for instance that it has no colours for ROI groups.
		System.setOut(new PrintStream(OutputStream.nullOutputStream()));
		final Interruption interruption = Interruption.onShutdown();
		int exitCode = 1;
		try {
			exitCode = run(new Console(out, err, interruption), args);
		}
		finally {
			interruption.workIsOver();
		}
		System.exit(exitCode);
	}

	/** @return the exit code */
	static int run(final Console console, final String... args) {
		final CommandLine commandLine = commandLine(console);
		final ErrorLine errors = new ErrorLine(console);
		commandLine.setOut(console.out()).setErr(console.err())
			.setCaseInsensitiveEnumValuesAllowed(true).setParameterExceptionHandler(
				errors).setExecutionExceptionHandler(errors);
		try {
			return commandLine.execute(args);
		}
		catch (final OutOfMemoryError | LinkageError e) {
			return errors.failed(e, commandLine);
		}
	}

	/** @return what reads the words that the program is called with */
	static CommandLine commandLine(final Console console) {
		final CommandLine line = new CommandLine(new StableSam(),
			new CommandFactory(console));
		line.registerConverter(DeviceChoice.class, new ChoiceConverter<>(
			DeviceChoice::parse));
		line.registerConverter(PrecisionChoice.class, new ChoiceConverter<>(
			PrecisionChoice::parse));
		line.registerConverter(MaskChoice.class, new ChoiceConverter<>(
			MaskChoice::parse));
		line.registerConverter(PluginChoice.class, new ChoiceConverter<>(
			PluginChoice::parse));
		line.registerConverter(PromptKind.class, new ChoiceConverter<>(
			text -> PromptKind.parse(text.trim())));
		return line;
	}

	boolean isVerbose() {
		return verbose;
	}

	@Override
	public void run() {
		throw new WrongUsage(
			"Missing command: demo, segment, models, evaluate, train or benchmark");
	}
}
