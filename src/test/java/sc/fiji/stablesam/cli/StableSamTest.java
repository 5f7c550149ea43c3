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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program says before there is anything to do. */
public class StableSamTest {

	@ParameterizedTest
	@ValueSource(strings = { "--help", "demo --help", "segment --help",
		"models --help", "models list --help", "models fetch --help",
		"models import --help", "models verify --help" })
	public void helpSaysHowToCall(final String args) {
		final String help = String.join("\n", CommandRun.of((Object[]) args.split(
			" ")).succeeds().out());
		assertTrue(help.startsWith("Usage: stable-sam"), help);
		assertTrue(help.contains("--verbose"), help);
	}

	@Test
	public void segmentHelpTellsTheSignOfPoints() {
		final String help = String.join(" ", CommandRun.of("segment", "--help")
			.succeeds().out());
		assertTrue(help.contains("--point"), help);
		assertTrue(help.replaceAll("\\s+", " ").contains("With 0 it is a pixel"),
			help);
	}

	@Test
	public void versionIsOneLine() {
		assertEquals(1, CommandRun.of("--version").succeeds().out().size());
	}

	@Test
	public void missingCommandIsWrongUsage() {
		assertEquals(
			"stable-sam: Missing command: demo, segment, models, evaluate, train or benchmark (see stable-sam --help)",
			CommandRun.of().isWrongUsage());
	}

	@Test
	public void unknownCommandIsWrongUsage() {
		assertTrue(CommandRun.of("segmnt").isWrongUsage().contains("'segmnt'"));
	}

	@Test
	public void unknownOptionIsNamed() {
		assertTrue(CommandRun.of("demo", "--outptu", "x").isWrongUsage().contains(
			"'--outptu'"));
	}
}
