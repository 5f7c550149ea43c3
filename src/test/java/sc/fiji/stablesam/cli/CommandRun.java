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

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** One run of the program in this JVM, with what it said. */
final class CommandRun {

	private final int exitCode;
	private final String out;
	private final String err;

	private CommandRun(final int exitCode, final String out, final String err) {
		this.exitCode = exitCode;
		this.out = out;
		this.err = err;
	}

	static CommandRun of(final Object... args) {
		return of(Interruption.none(), args);
	}

	static CommandRun of(final Interruption interruption, final Object... args) {
		final StringWriter out = new StringWriter();
		final StringWriter err = new StringWriter();
		final Console console = new Console(new PrintWriter(out, true),
			new PrintWriter(err, true), interruption);
		final int exitCode = StableSam.run(console, Arrays.stream(args).map(
			Object::toString).toArray(String[]::new));
		return new CommandRun(exitCode, out.toString(), err.toString());
	}

	int exitCode() {
		return exitCode;
	}

	List<String> out() {
		return lines(out);
	}

	List<String> err() {
		return lines(err);
	}

	CommandRun succeeds() {
		assertEquals(0, exitCode, err);
		return this;
	}

	/** @return the one line on standard error */
	String isWrongUsage() {
		return endsWith(2);
	}

	/** @return the one line on standard error */
	String fails() {
		return endsWith(1);
	}

	private String endsWith(final int code) {
		assertEquals(code, exitCode, err);
		assertEquals("", out);
		assertEquals(1, err().size(), err);
		assertFalse(err.contains("Exception"), err);
		return err().get(0);
	}

	private static List<String> lines(final String text) {
		return text.isEmpty() ? Collections.emptyList() : Arrays.asList(text.split(
			"\\R"));
	}
}
