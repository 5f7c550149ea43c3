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

package sc.fiji.stablesam;

import java.util.Optional;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.Menus;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.plugin.frame.RoiManager;
import sc.fiji.stablesam.command.SegmentRois;
import sc.fiji.stablesam.ij.call.ModelOrder;
import sc.fiji.stablesam.ij.call.SegmentParameters;
import sc.fiji.stablesam.ui.GetModels;

/** A real ImageJ in this JVM, without its main window. Needs a screen. */
public final class TestImageJ {

	private static final int MACRO_TIME_OUT_MS = 400_000;

	private TestImageJ() {}

	/** Starts ImageJ, once, with our commands as plugins.config has them. */
	@SuppressWarnings("unchecked")
	public static synchronized void start() {
		if (IJ.getInstance() == null) new ImageJ(ImageJ.NO_SHOW);
		Menus.getCommands().put(ModelOrder.COMMAND, GetModels.class.getName());
		Menus.getCommands().put(SegmentParameters.COMMAND, SegmentRois.class
			.getName());
	}

	/** Leaves no windows, ROIs and tables behind. */
	public static void tidy() {
		if (RoiManager.getInstance() != null) RoiManager.getInstance().close();
		final int[] ids = WindowManager.getIDList();
		if (ids != null) for (final int id : ids) {
			final ImagePlus imp = WindowManager.getImage(id);
			imp.changes = false;
			imp.close();
		}
		IJ.resetEscape();
	}

	/**
	 * Runs a macro in a thread as ImageJ's own.
	 *
	 * @return why it was aborted, if it was
	 */
	public static Optional<String> runMacro(final String macro)
		throws InterruptedException
	{
		final Interpreter interpreter = new Interpreter();
		// NB: so that an error ends the macro without a dialog.
		interpreter.setIgnoreErrors(true);
		final Thread thread = new Thread(() -> interpreter.run(macro), "Macro$");
		thread.start();
		thread.join(MACRO_TIME_OUT_MS);
		if (thread.isAlive()) throw new AssertionError("The macro hangs.");
		return Optional.ofNullable(interpreter.getErrorMessage());
	}
}
