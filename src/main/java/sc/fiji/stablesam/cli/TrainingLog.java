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

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.train.PromptKind;
import sc.fiji.stablesam.train.TrainingMonitor;

/** Tells on standard error how a training goes. */
final class TrainingLog implements TrainingMonitor {

	private static final int STEPS_A_LINE = 10;

	private final Console console;
	private double losses;
	private int steps;
	private long start = System.nanoTime();

	TrainingLog(final Console console) {
		this.console = console;
	}

	@Override
	public void report(final String task, final double fraction) {
		console.progress().report(task, fraction);
	}

	@Override
	public boolean isCancelled() {
		return console.progress().isCancelled();
	}

	@Override
	public void resumed(final int step) {
		console.note("going on after step " + step + ".");
	}

	@Override
	public void learnt(final int step, final double loss) {
		losses += loss;
		steps++;
		if (step % STEPS_A_LINE != 0) return;
		console.note(String.format(Locale.ROOT, "step %d, loss %.4f, %.2f s a step",
			step, losses / steps, (System.nanoTime() - start) / 1e9 / steps));
		restart();
	}

	@Override
	public void validated(final int step, final Map<PromptKind, Double> ious) {
		final double mean = ious.values().stream().mapToDouble(Double::doubleValue)
			.average().orElse(0);
		console.note("validation after step " + step + ": " + ious.entrySet()
			.stream().map(e -> e.getKey() + " " + percent(e.getValue())).collect(
				Collectors.joining(", ")) + ", mean " + percent(mean));
		restart();
	}

	private static String percent(final double share) {
		return String.format(Locale.ROOT, "%.2f", 100 * share);
	}

	private void restart() {
		losses = 0;
		steps = 0;
		start = System.nanoTime();
	}
}
