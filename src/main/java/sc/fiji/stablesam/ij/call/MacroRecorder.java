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

package sc.fiji.stablesam.ij.call;

import java.awt.Component;
import java.awt.TextArea;

import ij.plugin.frame.Recorder;

/** Writes commands into ImageJ's macro recorder. */
public final class MacroRecorder {

	private MacroRecorder() {}

	/**
	 * Records a command in place of what ImageJ would record for it by itself:
	 * that would add a warning in the middle of the macro where an option is not
	 * plain ASCII, and lose the command where it was not called from the menu.
	 */
	public static void record(final String command, final MacroOptions options) {
		record(call(command, options));
	}

	/**
	 * Keeps ImageJ from recording the present command, which asks a person or
	 * shows something to them.
	 */
	public static void skip() {
		if (Recorder.record) Recorder.disableCommandRecording();
	}

	/** Records text, as {@link #call} makes it. */
	public static void record(final String text) {
		if (!Recorder.record) return;
		Recorder.disableCommandRecording();
		Recorder.recordString(text);
	}

	/** @return the line that is recorded for a command */
	public static String call(final String command, final MacroOptions options) {
		return (Recorder.scriptMode() ? "IJ." : "") + "run(" + quote(command) +
			", " + quote(options.toString()) + ");\n";
	}

	/**
	 * Takes the last such text out of the recording. Does nothing if it is not
	 * there, as the person can write into it and close it. For the event thread.
	 */
	public static void takeBack(final String text) {
		final Recorder recorder = Recorder.getInstance();
		if (recorder == null) return;
		for (final Component component : recorder.getComponents())
			if (component instanceof TextArea) takeBack((TextArea) component, text);
	}

	private static void takeBack(final TextArea recording, final String text) {
		final String all = recording.getText();
		final int at = all.lastIndexOf(text);
		if (at >= 0) recording.setText(all.substring(0, at) + all.substring(at +
			text.length()));
	}

	private static String quote(final String text) {
		return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
	}
}
