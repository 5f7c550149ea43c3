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

package sc.fiji.stablesam.ui;

import java.awt.GraphicsEnvironment;
import java.util.Optional;

import ij.plugin.PlugIn;
import sc.fiji.stablesam.StableSamException;
import sc.fiji.stablesam.ij.EventThread;
import sc.fiji.stablesam.ij.call.Caller;
import sc.fiji.stablesam.ij.call.SegmentParameters;
import sc.fiji.stablesam.ij.call.UserErrors;

/**
 * The menu entry {@value #COMMAND}: switches segmenting while drawing on and,
 * called again, off.
 */
public final class WhileDrawingSwitch implements PlugIn {

	/** The command's name in menus and macros. */
	public static final String COMMAND = "Stable-SAM While Drawing";

	/** @param arg not used */
	@Override
	public void run(final String arg) {
		final Caller caller = Caller.onThisThread();
		try {
			if (GraphicsEnvironment.isHeadless()) throw new StableSamException(
				"There is nobody who draws without a display; use the command '" +
					SegmentParameters.COMMAND + "' instead.");
			EventThread.run(WhileDrawingSwitch::toggle);
		}
		catch (final RuntimeException exc) {
			caller.fail(UserErrors.of(exc));
		}
	}

	private static void toggle() {
		final Optional<DrawingRun> on = DrawingRun.current();
		if (on.isPresent() && on.get().isFollowingAll()) on.get().close();
		else DrawingRun.begin().ifPresent(run -> {
			run.followAll();
			run.showPanel();
		});
	}
}
