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

import sc.fiji.stablesam.Progress;
import sc.fiji.stablesam.mask.Mask;
import sc.fiji.stablesam.prompt.Prompt;
import sc.fiji.stablesam.prompt.Refinement;

/**
 * One encoded image, to be prompted many times from any thread. Objects of
 * which the network is not sure are looked at again: in the turned image, and
 * tiny ones in close-ups, encoded when they are needed and kept for the next
 * prompts. Owns the native memory of the image embeddings until it is closed.
 */
public final class SegmentationSession implements AutoCloseable {

	private final EncodedImage image;
	private final SecondLooks looks;

	/**
	 * @param image is closed with the session
	 * @param looks of it, closed with the session
	 */
	SegmentationSession(final EncodedImage image, final SecondLooks looks) {
		this.image = image;
		this.looks = looks;
	}

	/**
	 * Decodes one prompt, with nothing that takes longer: neither stability score
	 * nor second looks.
	 *
	 * @param options of which mask and plugin count
	 * @return all that the prompt may mean, first what the options choose
	 * @throws IllegalArgumentException if the prompt is empty or lies outside the
	 *           image
	 * @throws IllegalStateException if the session is closed
	 * @throws sc.fiji.stablesam.StableSamException if the plugin cannot be used
	 *           with the model
	 */
	public List<Candidate> candidates(final Prompt prompt,
		final SegmentationOptions options)
	{
		return answering(options).leavingExactBoxes().candidates(prompt);
	}

	/**
	 * {@link #candidates} for somebody who is still drawing, of a box in less
	 * than half of the time: almost the same masks, without what lies far from
	 * it.
	 */
	public List<Candidate> preview(final Prompt prompt,
		final SegmentationOptions options)
	{
		return answering(options).nearby().candidates(prompt);
	}

	private Answering answering(final SegmentationOptions options) {
		return new Answering(image, options.mask(), heard(options));
	}

	private HeardPlugin heard(final SegmentationOptions options) {
		return HeardPlugin.in(image, image.plugin(options.plugin()));
	}

	/**
	 * @return one mask a prompt, in the order of the prompts; empty masks where
	 *         the model finds nothing
	 * @throws IllegalArgumentException if a prompt is empty or lies outside the
	 *           image
	 * @throws IllegalStateException if the session is closed
	 * @throws sc.fiji.stablesam.StableSamException if the plugin cannot be used
	 *           with the model
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public List<Mask> segment(final List<Prompt> prompts,
		final SegmentationOptions options, final Progress progress)
	{
		return new SegmentationRun(prompts, options, heard(options), progress)
			.masks(image, looks);
	}

	/**
	 * Goes the way again on which a person came to an object.
	 *
	 * @return the mask that was meant; looked at with stability score and again,
	 *         as the options say, if it is the first of the candidates
	 * @throws IllegalArgumentException if a prompt is empty or lies outside the
	 *           image, or if there is no such candidate
	 * @throws IllegalStateException if the session is closed
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public Mask segment(final Refinement refinement,
		final SegmentationOptions options, final Progress progress)
	{
		progress.checkCancelled();
		final Prompt complete = complete(refinement, options);
		return refinement.choice() == 0 ? segment(List.of(complete), options,
			progress).get(0) : candidate(complete, refinement, options).mask();
	}

	/** @return its prompt with the mask that is fed back, if any */
	private Prompt complete(final Refinement refinement,
		final SegmentationOptions options)
	{
		return refinement.before().map(before -> refinement.prompt().with(candidate(
			complete(before, options), before, options).hint())).orElse(refinement
				.prompt());
	}

	private Candidate candidate(final Prompt complete,
		final Refinement refinement, final SegmentationOptions options)
	{
		final List<Candidate> candidates = candidates(complete, options);
		if (refinement.choice() >= candidates.size())
			throw new IllegalArgumentException("There is no mask " + refinement
				.choice() + "; there are " + candidates.size() + ", from 0.");
		return candidates.get(refinement.choice());
	}

	/**
	 * @return what the network finds by itself, without a prompt and without a
	 *         plugin: the surest first, up to 60 objects beside each other, none
	 *         of them larger than three tenths of the image
	 * @throws IllegalStateException if the session is closed
	 * @throws java.util.concurrent.CancellationException if cancelled
	 */
	public List<Mask> everything(final Progress progress) {
		return new FoundObjects(image).masks(progress);
	}

	/** @return how much memory it occupies now; second looks make it more */
	long bytes() {
		return image.bytes() + looks.bytes();
	}

	/** @return what is encoded for second looks only */
	SecondLooks secondLooks() {
		return looks;
	}

	/** @return the whole of it, which stays the session's */
	EncodedImage image() {
		return image;
	}

	@Override
	public void close() {
		looks.close();
		image.close();
	}
}
