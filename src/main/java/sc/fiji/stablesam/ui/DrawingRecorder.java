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

import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.function.Supplier;

import ij.ImagePlus;
import ij.plugin.frame.Recorder;
import sc.fiji.stablesam.ij.PlanePosition;
import sc.fiji.stablesam.ij.SegmentedObject;
import sc.fiji.stablesam.ij.call.MacroRecorder;
import sc.fiji.stablesam.ij.call.SegmentParameters;

/**
 * Records what is accepted while drawing, if ImageJ's recorder is open, as
 * calls of {@value SegmentParameters#COMMAND} that make the same objects; what
 * is undone goes from the recording again. For the event thread.
 */
final class DrawingRecorder {

	private final Supplier<SegmentParameters> parameters;
	private final Map<SegmentedObject, String> recorded = new WeakHashMap<>();

	/** @param parameters with which it is answered while drawing */
	DrawingRecorder(final Supplier<SegmentParameters> parameters) {
		this.parameters = parameters;
	}

	/** @param imp on which the object was accepted just now */
	void accepted(final ImagePlus imp, final SegmentedObject object) {
		if (!Recorder.record) return;
		final String text = (imp.getStackSize() > 1 ? position(imp, object.plane())
			: "") + MacroRecorder.call(SegmentParameters.COMMAND, parameters.get()
				.toBuilder().drawn(object.prompt().refinement().toString()).build()
				.toMacroOptions());
		recorded.put(object, text);
		MacroRecorder.record(text);
	}

	/** @param object accepted earlier, which is not there any more */
	void withdrawn(final SegmentedObject object) {
		Optional.ofNullable(recorded.remove(object)).ifPresent(
			MacroRecorder::takeBack);
	}

	private static String position(final ImagePlus imp,
		final PlanePosition plane)
	{
		final int channel = plane.channel() == 0 ? imp.getC() : plane.channel();
		return (Recorder.scriptMode() ? "imp.setPosition(" : "Stack.setPosition(") +
			channel + ", " + plane.slice() + ", " + plane.frame() + ");\n";
	}
}
