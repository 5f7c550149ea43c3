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

package sc.fiji.stablesam.command;

import java.util.Optional;
import java.util.concurrent.CancellationException;

import ij.IJ;
import ij.ImagePlus;
import ij.plugin.PlugIn;
import sc.fiji.stablesam.ij.SourceImage;
import sc.fiji.stablesam.ij.call.Background;
import sc.fiji.stablesam.ij.call.Caller;
import sc.fiji.stablesam.ij.call.ImageJProgress;
import sc.fiji.stablesam.ij.call.MacroRecorder;
import sc.fiji.stablesam.ij.call.SegmentParameters;
import sc.fiji.stablesam.ij.call.UserErrors;
import sc.fiji.stablesam.ij.models.ModelConsent;
import sc.fiji.stablesam.ij.models.ModelRequest;
import sc.fiji.stablesam.ij.models.ModelStores;

/**
 * The menu entry and macro command {@value SegmentParameters#COMMAND}: segments
 * what the ROIs of the current image point at. With macro options it runs at
 * once and returns when it is done; a person is asked first.
 */
public final class SegmentRois implements PlugIn {

	/** What the person chose last, to be proposed again. */
	private static volatile SegmentParameters last = SegmentParameters.builder()
		.build();

	/** @param arg not used */
	@Override
	public void run(final String arg) {
		final Caller caller = Caller.onThisThread();
		try {
			if (caller.isInteractive()) runForPerson(caller);
			else runForMacro(caller);
		}
		catch (final CancellationException exc) {
			caller.cancel();
		}
		catch (final RuntimeException exc) {
			caller.fail(UserErrors.of(exc));
		}
	}

	private static void runForMacro(final Caller caller) {
		final SegmentParameters parameters = SegmentParameters.of(caller.options());
		final SegmentRun run = SegmentRun.of(caller.image(), parameters);
		final ModelRequest request = ModelRequest.of(ModelStores.ofThisImageJ(),
			parameters);
		try (ImageJProgress progress = new ImageJProgress()) {
			deliver(Background.call(() -> run.delivery(request.modelFile(progress),
				progress), progress::cancel));
		}
	}

	private static void runForPerson(final Caller caller) {
		final ImagePlus imp = caller.image();
		SourceImage.of(imp);
		final ModelStores stores = ModelStores.ofThisImageJ();
		final SegmentDialog dialog = SegmentDialog.show(imp, last, stores.names());
		if (dialog.wasCancelled()) return;
		final SegmentParameters parameters = dialog.parameters();
		last = parameters;
		final SegmentRun run = SegmentRun.of(imp, parameters);
		final Optional<ModelRequest> request = ModelConsent.allowed(stores,
			parameters);
		if (request.isPresent()) runForPerson(run, request.get());
	}

	private static void runForPerson(final SegmentRun run,
		final ModelRequest request)
	{
		final Delivery delivery;
		try (ImageJProgress bar = new ImageJProgress();
				ProgressWindow progress = ProgressWindow.over(bar))
		{
			delivery = Background.call(() -> run.delivery(request.modelFile(progress),
				progress), bar::cancel);
		}
		MacroRecorder.record(SegmentParameters.COMMAND, run.parameters()
			.toMacroOptions());
		deliver(delivery);
	}

	/** On the caller's thread, so that a macro's current image is right. */
	private static void deliver(final Delivery delivery) {
		delivery.addRois(note -> IJ.log("Stable-SAM: " + note));
		if (delivery.table() != null) ResultsWindow.append(delivery.imageTitle(),
			delivery.table());
		if (delivery.labels() != null) delivery.labels().show();
		IJ.showStatus("Stable-SAM: " + delivery.summary());
	}
}
