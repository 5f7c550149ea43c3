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

import java.nio.file.Path;
import java.util.concurrent.CancellationException;

import ij.IJ;
import ij.plugin.PlugIn;
import sc.fiji.stablesam.ij.EventThread;
import sc.fiji.stablesam.ij.call.Background;
import sc.fiji.stablesam.ij.call.Caller;
import sc.fiji.stablesam.ij.call.ImageJProgress;
import sc.fiji.stablesam.ij.call.MacroRecorder;
import sc.fiji.stablesam.ij.call.ModelOrder;
import sc.fiji.stablesam.ij.call.UserErrors;
import sc.fiji.stablesam.ij.models.ModelStores;

/**
 * The menu entry and macro command {@value ModelOrder#COMMAND}: shows a person
 * the window of the models; with macro options it installs a model and returns
 * when that is done.
 */
public final class GetModels implements PlugIn {

	/** @param arg not used */
	@Override
	public void run(final String arg) {
		final Caller caller = Caller.onThisThread();
		try {
			if (caller.isInteractive()) {
				MacroRecorder.skip();
				EventThread.run(ModelsWindow::open);
			}
			else install(ModelOrder.of(caller.options()));
		}
		catch (final CancellationException exc) {
			caller.cancel();
		}
		catch (final RuntimeException exc) {
			caller.fail(UserErrors.of(exc));
		}
	}

	private static void install(final ModelOrder order) {
		final ModelStores stores = ModelStores.ofThisImageJ();
		final Path file;
		try (ImageJProgress progress = new ImageJProgress()) {
			file = Background.call(() -> stores.get(order, progress),
				progress::cancel);
		}
		IJ.showStatus("Stable-SAM: the model is installed: " + file);
	}
}
