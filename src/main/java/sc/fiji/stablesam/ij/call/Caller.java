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

import java.awt.GraphicsEnvironment;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.macro.Interpreter;

/**
 * Who called an ImageJ plugin, and how to answer: a macro gets its options read
 * and is aborted with a sentence, a person gets dialogs, a script without a
 * display gets exceptions. Made on the calling thread, as ImageJ keeps options
 * and current images per thread.
 */
public final class Caller {

	private static final String TITLE = "Stable-SAM";
	private static final int LINE_LENGTH = 72;

	private final boolean macro;
	private final String options;
	private final Interpreter interpreter;
	private final ImagePlus image;

	private Caller() {
		options = Macro.getOptions();
		// NB: IJ.run leaves its mark in the thread's name for good, and threads may
		// be used again by a person's commands.
		macro = options != null || IJ.macroRunning() && Thread.currentThread()
			.getName().startsWith("Run$_");
		interpreter = macro ? Interpreter.getInstance() : null;
		image = WindowManager.getCurrentImage();
	}

	/** @return who called the plugin on this thread */
	public static Caller onThisThread() {
		return new Caller();
	}

	/** @return whether there is a person to answer dialogs */
	public boolean isInteractive() {
		return !macro && !GraphicsEnvironment.isHeadless() && IJ
			.getInstance() != null && !Interpreter.isBatchMode();
	}

	/** @return the caller's current image, or null */
	public ImagePlus image() {
		return image;
	}

	/** @throws IllegalArgumentException if the options cannot be read */
	public MacroOptions options() {
		return MacroOptions.parse(options, name -> interpreter == null ? null
			: interpreter.getVariableAsString(name));
	}

	/**
	 * Ends the call because of an error: a dialog for a person, the end of the
	 * macro for a macro, an exception for other code.
	 */
	public void fail(final RuntimeException exc) {
		// NB: ImageJ's own way to end a macro, it must get through.
		if (Macro.MACRO_CANCELED.equals(exc.getMessage())) throw exc;
		if (isInteractive()) IJ.error(TITLE, wrapped(exc.getMessage()));
		else if (interpreter != null && IJ.getInstance() == null) {
			// NB: nobody sees or closes the dialog that ImageJ would open here.
			IJ.log(TITLE + ": " + exc.getMessage());
			end(interpreter, exc.getMessage());
		}
		else if (macro) {
			IJ.error(TITLE, exc.getMessage());
			throw new RuntimeException(Macro.MACRO_CANCELED);
		}
		else throw exc;
	}

	/** Ends the call because the user cancelled it; a macro ends, too. */
	public void cancel() {
		IJ.showStatus("Stable-SAM was cancelled; nothing was changed.");
		if (interpreter != null) end(interpreter, Macro.MACRO_CANCELED);
		Macro.abort();
		if (!isInteractive()) throw new RuntimeException(Macro.MACRO_CANCELED);
	}

	/** Ends a macro without a dialog. */
	private static void end(final Interpreter interpreter, final String why) {
		interpreter.setIgnoreErrors(true);
		interpreter.abort(why);
		throw new RuntimeException(Macro.MACRO_CANCELED);
	}

	/** ImageJ's dialogs do not wrap lines. */
	private static String wrapped(final String sentence) {
		final StringBuilder text = new StringBuilder();
		int length = 0;
		for (final String word : sentence.split(" ")) {
			final boolean fits = length + word.length() < LINE_LENGTH;
			if (length > 0) text.append(fits ? ' ' : '\n');
			length = (length > 0 && fits ? length + 1 : 0) + word.length();
			text.append(word);
		}
		return text.toString();
	}
}
