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

package sc.fiji.stablesam.ij;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.prompt.Prompt;
import sc.fiji.stablesam.prompt.Refinement;
import sc.fiji.stablesam.session.SegmentationModel;
import sc.fiji.stablesam.session.SegmentationOptions;
import sc.fiji.stablesam.session.SegmentationSession;

/** Segments a plane in a session of its own. */
final class ModelSegmenter implements PlaneSegmenter {

	/** How much of the time the encoder takes, about. */
	private static final double ENCODING = 0.7;

	private final SegmentationModel model;
	private final SegmentationOptions options;

	ModelSegmenter(final SegmentationModel model,
		final SegmentationOptions options)
	{
		this.model = model;
		this.options = options;
	}

	@Override
	public String name() {
		return model.nameWith(options.plugin());
	}

	@Override
	public List<Mask> segment(final RandomAccessibleInterval<ARGBType> plane,
		final List<Refinement> prompts, final Progress progress)
	{
		final Progress encoding = PartialProgress.of(progress, 0, ENCODING);
		encoding.report("Encoding the image", 0);
		try (SegmentationSession session = model.open(plane, encoding)) {
			return masks(session, prompts, PartialProgress.of(progress, ENCODING, 1));
		}
	}

	/** NB: Those that need no more than one step are decoded together. */
	private List<Mask> masks(final SegmentationSession session,
		final List<Refinement> prompts, final Progress progress)
	{
		final List<Prompt> plain = prompts.stream().filter(Refinement::isPlain).map(
			Refinement::prompt).collect(Collectors.toList());
		final Iterator<Mask> together = session.segment(plain, options, progress)
			.iterator();
		final List<Mask> masks = new ArrayList<>();
		for (final Refinement prompt : prompts)
			masks.add(prompt.isPlain() ? together.next() : session.segment(prompt,
				options, progress));
		return masks;
	}
}
