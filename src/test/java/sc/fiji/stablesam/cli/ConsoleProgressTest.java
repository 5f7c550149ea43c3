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
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

/** Progress on a terminal and in a log. */
public class ConsoleProgressTest {

	private final StringWriter text = new StringWriter();
	private long now;
	private final Interruption interruption = Interruption.none();

	@Test
	public void logHasALineATaskAndAQuarter() {
		final ConsoleProgress progress = progress(false);
		for (int i = 0; i <= 100; i++)
			progress.report("Fetching", i / 100.0);
		progress.report("Loading", 0);
		final String end = System.lineSeparator();
		assertEquals("Fetching..." + end + "Fetching 25 %" + end + "Fetching 50 %" +
			end + "Fetching 75 %" + end + "Loading..." + end, text.toString());
	}

	@Test
	public void logIsNotFloodedByATaskThatCountsOn() {
		final ConsoleProgress progress = progress(false);
		for (int second = 0; second < 30; second++) {
			now = TimeUnit.SECONDS.toNanos(second);
			progress.report("Fetching, " + second + " s", 0);
		}
		final String end = System.lineSeparator();
		assertEquals("Fetching, 0 s..." + end + "Fetching, 21 s..." + end, text
			.toString());
	}

	@Test
	public void terminalHasOneLineThatIsWiped() {
		final ConsoleProgress progress = progress(true);
		progress.report("Fetching", 0.004);
		progress.report("Fetching", 0.0041);
		progress.report("Go", 1);
		progress.clear();
		assertEquals("\rFetching 0 %\rGo 100 %    \r        \r", text.toString());
	}

	@Test
	public void interruptionCancels() {
		final ConsoleProgress progress = progress(false);
		progress.checkCancelled();
		interruption.request();
		assertThrows(CancellationException.class, progress::checkCancelled);
	}

	private ConsoleProgress progress(final boolean terminal) {
		return new ConsoleProgress(new PrintWriter(text, true), interruption,
			terminal, () -> now);
	}
}
