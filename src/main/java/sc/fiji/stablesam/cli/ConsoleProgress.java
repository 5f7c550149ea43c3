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

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import sc.fiji.stablesam.Progress;

/**
 * Shows progress on standard error: on a terminal as one line that changes,
 * else as a line for each task and each quarter of it; a task that only counts
 * on, as seconds do, has a line now and then. Thread-safe.
 */
final class ConsoleProgress implements Progress {

	private static final int QUARTERS = 4;
	private static final long NOW_AND_THEN = TimeUnit.SECONDS.toNanos(20);

	private final PrintWriter err;
	private final Interruption interruption;
	private final boolean terminal;

	private String shown = "";
	private final LongSupplier nanos;
	private String lastTask = "";
	private int lastQuarter;
	private long lastLine;

	/** @param nanos a clock such as {@link System#nanoTime} */
	ConsoleProgress(final PrintWriter err, final Interruption interruption,
		final boolean terminal, final LongSupplier nanos)
	{
		this.nanos = nanos;
		this.err = err;
		this.interruption = interruption;
		this.terminal = terminal;
	}

	@Override
	public synchronized void report(final String task, final double fraction) {
		final double part = Math.max(0, Math.min(1, fraction));
		if (terminal) rewrite(task + " " + Math.round(part * 100) + " %");
		else append(task, part);
	}

	@Override
	public boolean isCancelled() {
		return interruption.isRequested();
	}

	/** Wipes the changing line, so that something else can be printed. */
	synchronized void clear() {
		if (!shown.isEmpty()) rewrite("");
		lastTask = "";
	}

	private void rewrite(final String line) {
		if (line.equals(shown)) return;
		final StringBuilder text = new StringBuilder("\r").append(line);
		for (int i = line.length(); i < shown.length(); i++)
			text.append(' ');
		if (line.isEmpty()) text.append('\r');
		err.print(text);
		err.flush();
		shown = line;
	}

	private void append(final String task, final double part) {
		final int quarter = (int) (part * QUARTERS);
		final boolean countsOn = sameButForNumbers(task, lastTask);
		if (!countsOn || nanos.getAsLong() - lastLine > NOW_AND_THEN) line(task +
			"...");
		else if (quarter > lastQuarter && quarter < QUARTERS) line(task + " " +
			100 * quarter / QUARTERS + " %");
		lastTask = task;
		lastQuarter = quarter;
	}

	private static boolean sameButForNumbers(final String task,
		final String other)
	{
		return task.replaceAll("\\d+", "0").equals(other.replaceAll("\\d+", "0"));
	}

	private void line(final String line) {
		err.println(line);
		lastLine = nanos.getAsLong();
	}
}
