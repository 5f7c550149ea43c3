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

import java.io.File;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.Opener;
import ij.measure.ResultsTable;

/**
 * What a script does on a cluster: runs {@link SegmentRoisCommand} on a test
 * image with two boxes and prints what comes out, one {@code key=value} a line.
 * Arguments: the image, then pairs of parameter and value.
 */
final class HeadlessScript {

	private HeadlessScript() {}

	public static void main(final String... args) throws Exception {
		final Map<String, Object> inputs = new HashMap<>();
		for (int i = 1; i < args.length; i += 2)
			inputs.put(args[i], args[i + 1]);
		run(args[0], inputs).forEach((key, value) -> System.out.println(key + "=" +
			value));
	}

	/** @return what came out, as text */
	static Map<String, String> run(final String file,
		final Map<String, Object> inputs) throws Exception
	{
		final ImagePlus imp = new File(file).exists() ? new Opener().openImage(file)
			: null;
		if (imp != null) imp.setOverlay(boxes());
		inputs.put("image", imp);
		try (Context context = new Context(CommandService.class)) {
			final Module module = context.service(CommandService.class).run(
				SegmentRoisCommand.class, true, inputs).get();
			return describe(module, imp);
		}
	}

	private static Overlay boxes() {
		final Overlay overlay = new Overlay();
		Arrays.asList(new Roi(29, 1, 73, 76), new Roi(112, 11, 67, 68)).forEach(
			overlay::add);
		return overlay;
	}

	private static Map<String, String> describe(final Module module,
		final ImagePlus imp)
	{
		final Cancelable cancelable = (Cancelable) module;
		final ImagePlus labels = (ImagePlus) module.getOutput("labels");
		final List<?> rois = (List<?>) module.getOutput("rois");
		final ResultsTable table = (ResultsTable) module.getOutput("table");
		final Map<String, String> out = new LinkedHashMap<>();
		out.put("cancelled", "" + cancelable.isCanceled());
		out.put("reason", cancelable.getCancelReason());
		out.put("labels", labels == null ? "null" : "" + labels
			.getStatistics().max);
		out.put("rois", rois == null ? "null" : "" + rois.size());
		out.put("table", table == null ? "null" : "" + table.size());
		out.put("overlay", imp == null ? "null" : "" + imp.getOverlay().size());
		return out;
	}
}
