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

import java.util.List;
import java.util.concurrent.CancellationException;

import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

import sc.fiji.stablesam.StableSamException;
import sc.fiji.stablesam.train.TrainingCancelled;

/** Says in one line what went wrong, and chooses the exit code for it. */
final class ErrorLine implements IParameterExceptionHandler,
	IExecutionExceptionHandler
{

	private static final int FAILED = 1;
	private static final int WRONG_USAGE = 2;

	private final Console console;

	ErrorLine(final Console console) {
		this.console = console;
	}

	@Override
	public int handleParseException(final ParameterException e,
		final String[] args)
	{
		final CommandLine command = e.getCommandLine();
		return wrongUsage(e, e.getMessage() + suggestion(e), command);
	}

	@Override
	public int handleExecutionException(final Exception e,
		final CommandLine command, final ParseResult parsed)
	{
		return e instanceof WrongUsage ? wrongUsage(e, e.getMessage(), command)
			: failed(e, command);
	}

	private int wrongUsage(final Exception e, final String message,
		final CommandLine command)
	{
		details(e, command);
		console.note(oneLine(message) + " (see " + command.getCommandSpec()
			.qualifiedName() + " --help)");
		return WRONG_USAGE;
	}

	/** @return the exit code */
	int failed(final Throwable e, final CommandLine command) {
		details(e, command);
		console.note(oneLine(sentence(e)));
		return FAILED;
	}

	private static String sentence(final Throwable e) {
		if (e instanceof TrainingCancelled) return e.getMessage();
		if (e instanceof CancellationException)
			return "Cancelled; nothing was written.";
		if (e instanceof OutOfMemoryError)
			return "There is not enough memory for this; allow more, for instance by STABLE_SAM_JAVA_OPTS=-Xmx8g.";
		if (e instanceof LinkageError)
			return "The engine cannot be used on this computer: " + e.getMessage();
		if (e instanceof StableSamException) return e.getMessage();
		return "Something unforeseen went wrong: " + e +
			" (--verbose tells the details).";
	}

	private static String suggestion(final ParameterException e) {
		if (!(e instanceof UnmatchedArgumentException)) return "";
		final List<String> similar = ((UnmatchedArgumentException) e)
			.getSuggestions();
		return similar.isEmpty() ? "" : "; did you mean " + similar.get(0) + "?";
	}

	private static String oneLine(final String text) {
		return String.valueOf(text).trim().replaceAll("\\s*\\R\\s*", " ");
	}

	private void details(final Throwable e, final CommandLine command) {
		final Object top = command.getCommandSpec().root().userObject();
		if (!((StableSam) top).isVerbose()) return;
		for (Throwable t = e; t != null; t = t.getCause()) {
			console.err().println(t);
			for (final StackTraceElement step : t.getStackTrace())
				console.err().println("\tat " + step);
		}
	}
}
