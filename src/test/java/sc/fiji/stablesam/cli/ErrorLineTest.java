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
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

import picocli.CommandLine;

import sc.fiji.stablesam.StableSamException;

/** What is said of errors, and how much. */
public class ErrorLineTest {

	private final StringWriter text = new StringWriter();
	private final Console console = new Console(new PrintWriter(
		new StringWriter()), new PrintWriter(text, true), Interruption.none());

	@Test
	public void messageForTheUserIsKeptInOneLine() {
		assertEquals("stable-sam: The disk is full: make room.", said(
			new StableSamException("The disk is full:\n  make room.")));
	}

	@Test
	public void cancelIsNoAccident() {
		assertEquals("stable-sam: Cancelled; nothing was written.", said(
			new CancellationException()));
	}

	@Test
	public void lackOfMemoryTellsWhatToDo() {
		assertTrue(said(new OutOfMemoryError("Java heap space")).contains(
			"STABLE_SAM_JAVA_OPTS"));
	}

	@Test
	public void ourOwnMistakeIsNoMessageForTheUser() {
		assertTrue(said(new IllegalArgumentException("n < 0")).contains(
			"--verbose"));
	}

	@Test
	public void detailsAreToldWhenAskedFor() {
		final String output = said(new StableSamException("No.",
			new IllegalStateException("why")), "--verbose", "demo");
		assertTrue(output.contains("IllegalStateException: why"), output);
		assertTrue(output.contains("\tat "), output);
		assertTrue(output.endsWith("stable-sam: No."), output);
	}

	private String said(final Throwable e, final String... args) {
		final CommandLine commandLine = StableSam.commandLine(console);
		commandLine.parseArgs(args);
		assertEquals(1, new ErrorLine(console).failed(e, commandLine));
		return text.toString().trim();
	}
}
