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

package sc.fiji.stablesam.session;

import java.util.List;
import java.util.stream.Collectors;

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.image.ImageFrame;
import sc.fiji.stablesam.prompt.Prompt;

/**
 * Answers prompts with the mean of the logits that are found in several views
 * of an image: in the image itself, in the same turned by half, and in a
 * close-up. Where the network is not sure, it finds something else in each, and
 * what they have in common is mostly right.
 */
final class MeanAnswers {

	private final EncodedImage image;
	private final EncodedViews<ImageFrame> turned;
	private final boolean turning;
	private final MaskChoice choice;
	private final HeardPlugin heard;
	private final Progress progress;

	MeanAnswers(final EncodedImage image, final EncodedViews<ImageFrame> turned,
		final SegmentationOptions options, final HeardPlugin heard,
		final Progress progress)
	{
		this.image = image;
		this.turned = turned;
		// NB: which output is chosen by hand may mean something else when turned.
		turning = options.hasHalfTurn() && options.mask() == MaskChoice.AUTO;
		choice = options.mask();
		this.heard = heard;
		this.progress = progress;
	}

	/** @return whether answers are of the turned image, too */
	boolean isTurning() {
		return turning;
	}

	/**
	 * @param prompts of one {@link PromptBatches form}
	 * @return one answer a prompt, in their order, of the image as it is and
	 *         turned
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	List<Answer> answer(final List<Prompt> prompts) {
		return Candidate.answers(far(prompts), prompts);
	}

	/**
	 * @param prompts of one {@link PromptBatches form}
	 * @param part of the image, which counts as much as all of {@link #answer}
	 * @return one answer a prompt, in their order; without what lies beyond the
	 *         part
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	List<Answer> answer(final List<Prompt> prompts, final EncodedImage part) {
		final LogitGrid grid = LogitGrid.between(image.frame(), part.frame());
		return Candidate.answers(Candidate.means(answering(part).found(prompts),
			far(prompts), grid::of), prompts);
	}

	private List<Candidate> far(final List<Prompt> prompts) {
		// NB: once more, as the logits of all answers would take too much memory.
		final List<Candidate> found = in(image, prompts);
		if (!turning) return found;
		final HalfTurn turn = new HalfTurn(image.frame());
		synchronized (turned) {
			return Candidate.means(found, in(turned.of(image.frame(), progress),
				prompts.stream().map(turn::of).collect(Collectors.toList())), turn::of);
		}
	}

	private List<Candidate> in(final EncodedImage view,
		final List<Prompt> prompts)
	{
		return answering(view).leavingExactBoxes().found(prompts);
	}

	private Answering answering(final EncodedImage view) {
		return new Answering(view, choice, heard).partOf(image.frame());
	}
}
